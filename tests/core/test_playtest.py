"""Playing a scenario without a person or an ear."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.core.moves import Family, Move
from simulator.core.playtest.bots import play, play_heard
from simulator.core.playtest.coverage import coverage
from simulator.core.playtest.dry import dead_ends
from simulator.core.playtest.exhaust import every_response, exhaust
from simulator.core.playtest.given import as_tagged
from simulator.core.playtest.given import given as heard
from simulator.core.playtest.occasions import out_of_reach
from simulator.core.playtest.playtest import playtest
from simulator.core.playtest.reach import can_reach
from simulator.core.playtest.scripts import ADVICE_ONLY, ECHO_ONLY, GOOD, MIXED, POOR, PRAISE_ONLY, QUESTION_ONLY
from simulator.core.playtest.smells import BOTS, bot_score, scored, smells
from simulator.core.playtest.stances import Stance, standing
from simulator.core.playtest.wander import wander
from simulator.core.scenario import Ending, Layer
from simulator.core.session import Session
from simulator.core.state import Profile
from simulator.core.words import Kind, Mark, Occasion, Sign

BY_NAME = {bot.name: bot for bot in (*BOTS, MIXED)}
PLAYS = settings(max_examples=15)


@PLAYS
@given(name=st.sampled_from(sorted(BY_NAME)), seed=st.integers(0, 10_000))
def test_a_bot_says_the_same_to_the_same_seed(scenario, name, seed):
    """A playtest can be told by its seed alone."""
    assert play(BY_NAME[name], scenario, seed) == play(BY_NAME[name], scenario, seed)


@PLAYS
@given(name=st.sampled_from(sorted(BY_NAME)), seed=st.integers(0, 10_000))
def test_listening_changes_nothing_but_what_is_heard(scenario, name, seed):
    """A session that is to be scored goes as one that is not."""
    silent, listened = play(BY_NAME[name], scenario, seed), play_heard(BY_NAME[name], scenario, seed)

    assert [turn.reply for turn in listened.turns] == [turn.reply for turn in silent.turns]
    assert len(listened.conversation()) == 1 + 2 * len(listened.turns)


def test_every_family_is_tried_about_every_topic_and_about_none(scenario):
    """Once from each of the five states, and every occasion besides."""
    tried = [
        (one.hearing.primary, one.hearing.topics[0].topic if one.hearing.topics else "") for one in _exhausted(scenario)
    ]
    topics = {"", *scenario.topic}

    assert {pair for pair in tried} == {(family, topic) for family in Family for topic in topics}
    assert len(_exhausted(scenario)) == len(Stance) * len(list(every_response(scenario)))
    assert {one.hearing.occasion for one in _exhausted(scenario)} == {None, *Occasion}


def _exhausted(scenario):
    return list(exhaust(scenario, 0))


def test_every_response_of_a_shipped_scenario_is_answered_in_words(scenario):
    """Nobody is silent where nothing was said before."""
    assert not [one for one in _exhausted(scenario) if one.is_silent and not one.hearing.occasion]


def test_the_named_states_differ_in_what_they_allow(scenario):
    """A commitment is in reach of the ready, the deeper layer of the warm, the end of the closing."""
    ask = heard(Move.OPEN, topic="lesson")
    after = {stance: standing(scenario, 1, stance).advance(ask) for stance in Stance}
    ready = standing(scenario, 1, Stance.READY).advance(heard(Move.COMMIT))
    hurt = standing(scenario, 1, Stance.CLOSING).advance(heard(Move.WARN))

    assert ("lesson", Layer.OUTER) in after[Stance.BEGUN].mind.opened
    assert ("lesson", Layer.INNER) in after[Stance.WARM].mind.opened
    assert ("lesson", Layer.INNER) not in after[Stance.GUARDED].mind.opened
    assert ready.turns[-1].reply.kind is Kind.COMMITMENT
    assert hurt.ending is Ending.CLOSED


@PLAYS
@given(seed=st.integers(0, 1000))
def test_random_sessions_end_and_repeat(scenario, seed):
    """Each plays to an end, and the same seed plays it again."""
    sessions = list(wander(scenario, 5, seed))

    assert all(session.ending for session in sessions)
    assert sessions == list(wander(scenario, 5, seed))


def test_random_sessions_do_first_what_was_done_least(scenario):
    """No response is said a third time before each was said once."""
    first = next(iter(wander(scenario, 1, 3)))
    said = [turn.hearing for turn in first.turns]

    assert len({id(hearing) for hearing in said}) == len(said)


def test_enough_sessions_show_everything(scenario):
    """Every layer opened, every ending reached, and nearly every line said."""
    seen = coverage(scenario, wander(scenario, 300, 0))

    assert seen.layers == seen.endings == 1
    assert seen.lines > 0.97
    assert seen.sessions == 300


def test_what_was_not_seen_is_listed(scenario):
    """One goodbye shows one ending and no layer."""
    bye = Session.begin(scenario, 1).advance(heard(Move.SOCIAL, occasion=Occasion.FAREWELL))
    seen = coverage(scenario, [bye])

    assert seen.unreached == tuple(ending for ending in Ending if ending is not Ending.LEFT)
    assert len(seen.unopened) == 2 * len(scenario.topics)
    assert len(seen.unsaid) == sum(1 for _ in scenario.every_line()) - 2


def test_a_layer_that_nobody_opens_makes_a_scenario_unsound(scenario, rubric):
    """The playtest finds by playing what the search finds by looking."""
    first, *others = scenario.topics
    locked = replace(scenario, topics=(replace(first, needs={"trust": 95}), *others))
    found = playtest(locked, rubric, sessions=60, seed=0)

    assert found.sessions.unopened == ((first.id, Layer.INNER),)
    assert not found.is_sound
    assert not can_reach(locked.persona, {"trust": 95})


@pytest.mark.parametrize("profile", Profile)
def test_the_usual_thresholds_can_be_reached_by_everybody(scenario, profile):
    """Nobody is beyond a kind coach, and nobody becomes a saint in one conversation."""
    persona = replace(scenario.persona, profile=profile)
    base = persona.baseline

    assert can_reach(persona, {"openness": base.openness + 8, "trust": base.trust})
    assert not can_reach(persona, {"openness": 99})


def test_a_coachee_with_few_words_runs_dry(scenario):
    """Seven neutral lines are too few for somebody who only praises."""
    terse = replace(scenario, lines={**scenario.lines, Kind.NEUTRAL: scenario.lines[Kind.NEUTRAL][:4]})

    assert list(dead_ends(scenario, before=12)) == []
    assert min(one.turn for one in dead_ends(terse, before=12)) < 12


def test_a_level_without_occasion_is_out_of_reach(scenario, rubric):
    """Where nobody asks, expertise at its best cannot be shown."""
    topics = tuple(
        replace(topic, layers={layer: _unasking(topic.layers[layer]) for layer in Layer}) for topic in scenario.topics
    )
    lines = {kind: _unasking(some) for kind, some in scenario.lines.items()}
    [missing] = out_of_reach(replace(scenario, topics=topics, lines=lines), rubric)

    assert list(out_of_reach(scenario, rubric)) == []
    assert (missing.dimension.key, missing.level) == ("expertise", 4)


def _unasking(lines):
    return tuple(replace(line, signs=line.signs - {Sign.ASKS}) for line in lines)


def test_a_productive_answer_to_a_goal_question_states_a_goal(scenario):
    """As no author's tag says it, the question does."""
    ready = standing(scenario, 1, Stance.READY)
    asked = ready.advance(heard(Move.FUTURE, Move.COMMIT, marks=[Mark.GOAL]))
    unasked = ready.advance(heard(Move.COMMIT))

    assert Sign.GOAL in as_tagged(asked).signs
    assert Sign.GOAL not in as_tagged(unasked).signs


@pytest.mark.parametrize("bot", [QUESTION_ONLY, ECHO_ONLY, PRAISE_ONLY, ADVICE_ONLY, POOR], ids=lambda bot: bot.name)
def test_no_mechanical_bot_passes(scenario, rubric, bot):
    """In no session would it count towards readiness."""
    assert bot_score(bot, scenario, rubric, sessions=5, seed=1).passes == 0


def test_the_good_bot_passes_and_outscores_the_poor_one(scenario, rubric):
    """By a distance."""
    good, poor = (bot_score(bot, scenario, rubric, sessions=5, seed=1) for bot in (GOOD, POOR))

    assert good.passes > 0.5
    assert good.overall > poor.overall + 50


def test_a_lenient_rubric_smells(scenario, rubric):
    """Where listening asks for nothing, a bot that only asks is secure on it, and that is said."""
    lenient = replace(
        rubric, dimensions=tuple(_asking_nothing(one) if one.key == "listening" else one for one in rubric.dimensions)
    )
    scores = [bot_score(bot, scenario, lenient, sessions=2, seed=0) for bot in BOTS]

    assert "question-only is secure on listening, which no such coach can be" in list(smells(scores))


def _asking_nothing(dimension):
    return replace(
        dimension, levels={number: replace(level, conditions=()) for number, level in dimension.levels.items()}
    )


def test_too_short_a_session_has_no_levels(scenario, rubric):
    """And does not pass for lack of anything wrong."""
    result = scored(play_heard(replace(GOOD, turns=3), scenario, 1), rubric)

    assert result.overall is None
    assert not result.passes

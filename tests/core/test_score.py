"""Scores, levels and intervals."""

from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.debrief import debrief
from simulator.core.measures import MEASURES
from simulator.core.moves import Move
from simulator.core.score import score
from simulator.core.telling import Style, tell
from simulator.core.words import Kind, Mark, Sign
from tests.talk import hearing, line, segment

GOAL = {"marks": frozenset({Mark.GOAL})}


def talk(*responses, answer=None):
    """A conversation in which every response gets the same answer."""
    return tuple(chain.from_iterable((response, answer or line()) for response in responses))


GOOD = (
    hearing(segment(Move.CONTRACT, marks=frozenset({Mark.PURPOSE, Mark.CONFIDENTIALITY, Mark.TIME}))),
    line(signs=[Sign.FEELS], lemmas=["door"]),
    hearing(Move.EMPATHISE, segment(Move.OPEN, shared=True, **GOAL)),
    line(Kind.NEUTRAL, signs=[Sign.GOAL], marks=[Mark.PUPILS]),
    hearing(segment(Move.REFLECT_COMPLEX, repeats=0.3)),
    line(Kind.RESERVATION),
    hearing(segment(Move.REFLECT_COMPLEX, repeats=0.2)),
    line(Kind.INSIGHT),
    hearing(Move.AFFIRM),
    line(Kind.NEUTRAL),
    hearing(segment(Move.FUTURE, shared=True)),
    line(Kind.IDEA),
    hearing(Move.SUMMARISE),
    line(Kind.INSIGHT),
    hearing(segment(Move.COMMIT, shared=True, marks=frozenset({Mark.WHEN, Mark.MEASURE}))),
    line(Kind.COMMITMENT, marks=[Mark.WHEN]),
    hearing(segment(Move.STRUCTURE, marks=frozenset({Mark.CLOSE, Mark.REVIEW}))),
    line(),
)
BAD = talk(*[hearing(Move.ADVISE), hearing(Move.CRITICISE), hearing(Move.LEADING)] * 3, answer=line(Kind.RESERVATION))


def levels(conversation, rubric):
    """Each dimension's level."""
    return {key: one.level.value for key, one in score(conversation, rubric).dimensions.items()}


def test_a_good_conversation_is_secure(rubric):
    """Everything the rubric asks for, done, is level 3 or better."""
    found = levels(GOOD, rubric)

    assert all(found[key] >= 3 for key in ("trust", "listening", "ownership", "focus", "action", "contracting"))
    assert found["expertise"] is None


def test_a_poor_conversation_is_harmful(rubric):
    """Advice, criticism and leading are level 1 where they do their harm."""
    found = levels(BAD, rubric)

    assert found["trust"] == found["ownership"] == found["listening"] == found["expertise"] == 1


def test_the_good_outscores_the_poor(rubric):
    """By a distance."""
    good, bad = score(GOOD, rubric).overall, score(BAD, rubric).overall

    assert good.value > 75
    assert bad.value < 25
    assert good.low > bad.high


@pytest.mark.parametrize("turns", range(6))
def test_too_little_is_not_scored(rubric, turns):
    """Below six coach turns nothing is observed, and nothing is zero."""
    scored = score(talk(*[hearing(Move.CRITICISE)] * turns), rubric)

    assert scored.overall == (None, None, None)
    assert all(one.level.value is None for one in scored.dimensions.values())


def test_unsure_turns_are_not_scored(rubric):
    """Ten turns nobody could label are no turns."""
    unsure = hearing(segment(Move.CRITICISE, unsure=True))

    assert score(talk(*[unsure] * 10), rubric).turns == 0


def test_judgement_caps_the_score(rubric):
    """One unrepaired judgement in a good conversation shuts the gate."""
    spoilt = (*GOOD, hearing(Move.CRITICISE), line())
    scored = score(spoilt, rubric)

    assert scored.gate_shut
    assert scored.overall.value <= rubric.gate.cap
    assert scored.dimensions["trust"].level.value == 1


def test_a_repaired_judgement_weighs_half(rubric):
    """Owning it at once opens the gate again."""
    mended = (*GOOD, hearing(Move.CRITICISE), line(), hearing(Move.REPAIR), line())

    assert not score(mended, rubric).gate_shut


def test_verdicts_alone_never_shut_the_gate(rubric):
    """However much praise is given, it is no harsh judgement."""
    assert not score(talk(*[hearing(Move.GRADE)] * 20), rubric).gate_shut


@pytest.mark.parametrize("move", [Move.OPEN, Move.REFLECT_SIMPLE, Move.AFFIRM, Move.ADVISE, Move.GRADE])
def test_a_bot_with_one_move_is_not_secure(rubric, move):
    """Only asking, only echoing, only praising or only advising never passes as coaching."""
    mechanical = hearing(segment(move, repeats=1.0, shared=True))
    found = levels(talk(*[mechanical] * 20), rubric)

    assert found["listening"] < 3
    assert found["ownership"] < 3


@given(
    moves=st.lists(st.lists(st.sampled_from(Move), min_size=1, max_size=3), max_size=25),
    kinds=st.lists(st.sampled_from(Kind), min_size=25, max_size=25),
)
def test_scores_stay_in_range_and_intervals_hold_them(rubric, moves, kinds):
    """Any conversation has a score from 0 to 100 or none, and every interval holds its value."""
    pairs = ((hearing(*one), line(kind)) for one, kind in zip(moves, kinds, strict=False))
    scored = score(tuple(chain.from_iterable(pairs)), rubric)
    estimates = [scored.overall, *(one.level for one in scored.dimensions.values())]

    assert scored.overall.value is None or 0 <= scored.overall.low <= scored.overall.value <= scored.overall.high <= 100
    assert all(one.value is None or 1 <= one.low <= one.value <= one.high <= 4 for one in estimates[1:])


def test_evidence_points_at_the_coachs_turns(rubric):
    """Every quoted turn is a coach's."""
    for one in score(GOOD, rubric).dimensions.values():
        assert all(turn % 2 == 0 for turn in one.evidence)


def test_the_rubric_names_measures_that_exist(rubric):
    """What is data and what is code agree."""
    named = {name for one in rubric.dimensions for condition in one.conditions for name in condition.measures}

    assert named | {indicator.measure for indicator in rubric.indicators} <= set(MEASURES)
    assert all(measure.source and measure.unit for measure in MEASURES.values())


@pytest.mark.parametrize("conversation", [(), talk(hearing(Move.OPEN)), GOOD, BAD], ids=["empty", "one", "good", "bad"])
def test_every_conversation_gets_a_debrief(rubric, conversation):
    """Empty, short, good or bad: something honest is said."""
    passages = list(tell(debrief(conversation, rubric), rubric))

    assert passages[0].style is Style.TITLE
    assert all(passage.text for passage in passages)


def test_a_weakness_comes_with_a_better_line(rubric):
    """Each dimension below secure quotes the coach beside a line that does it better, marked as an example."""
    weak = [one for one in debrief(BAD, rubric).aspects if (one.score.level.value or 4) < 3]

    assert weak
    assert all(one.improved and one.improved.is_example for one in weak)


def test_at_most_two_points(rubric):
    """One strength, one change."""
    found = debrief(GOOD, rubric)

    assert found.strength
    assert found.strength.dimension.key != (found.change.dimension.key if found.change else None)


def test_every_measure_stands_in_the_docs():
    """A trainer who edits the rubric finds every name in docs/MEASURES.md."""
    written = Path("docs/MEASURES.md").read_text(encoding="utf-8")

    assert all(f"| `{one.name}` | {one.unit} | {one.source} |" in written for one in MEASURES.values())

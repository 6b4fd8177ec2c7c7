"""Whole sessions."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.draw import can_commit, draw_kind
from simulator.core.hearing import TopicMatch
from simulator.core.moves import Move
from simulator.core.play import begin, speak
from simulator.core.record import Kept, KeptTurn, Wording, replay, reply_ids
from simulator.core.scenario import Ending, Layer
from simulator.core.session import MOST_TURNS, Session
from simulator.core.state import BASELINES, Profile
from simulator.core.words import Kind, Mark, Occasion
from simulator.errors import SessionOverError
from tests.talk import Always, hearing, segment

MOVES = st.sampled_from(Move)
TOPICS = st.sampled_from(["", "lesson", "observer", "no such topic"])
RESPONSES = st.builds(
    lambda moves, topic, occasion: hearing(*moves, topics=(TopicMatch(topic, 1.0),), occasion=occasion),
    st.lists(MOVES, min_size=1, max_size=3),
    TOPICS,
    st.one_of(st.none(), st.sampled_from(Occasion)),
)


def played(scenario, responses, seed=1):
    """A session after these responses, or as far as it went."""
    session = Session.begin(scenario, seed)
    for response in responses:
        if session.is_over:
            break
        session = session.advance(response)
    return session


@given(responses=st.lists(RESPONSES, max_size=45), seed=st.integers(0, 10_000))
def test_no_words_take_a_session_off_its_script(scenario, responses, seed):
    """Whatever is heard, the coachee answers with the scenario's own lines, each at most once."""
    session = played(scenario, responses, seed)
    known = {line.id for line in scenario.every_line()}
    said = [line.id for turn in session.turns for line in turn.reply.lines]

    assert len(session.turns) == len(responses) or session.is_over
    assert {name.split("#")[0] for name in said} <= known
    assert not [name for name, times in Counter(said).items() if times > 1]


@given(responses=st.lists(RESPONSES, max_size=12), seed=st.integers(0, 100))
def test_the_same_seed_and_hearings_give_the_same_session(scenario, responses, seed):
    """Chance is no dice."""
    assert played(scenario, responses, seed) == played(scenario, responses, seed)


@given(responses=st.lists(RESPONSES, min_size=1, max_size=12), back=st.integers(1, 5))
def test_going_back_and_saying_it_again_changes_nothing(scenario, responses, back):
    """A rewound session that hears the same is the same."""
    session = played(scenario, responses)
    short = session.rewound(max(0, len(session.turns) - back))
    again = short
    for turn in session.turns[len(short.turns) :]:
        again = again.advance(turn.hearing)

    assert again == session


def test_a_long_silence_ends_in_time_up(scenario):
    """Forty turns are the most, however little is said."""
    session = played(scenario, [hearing(Move.OTHER, occasion=Occasion.NONSENSE)] * 60)

    assert len(session.turns) == MOST_TURNS
    assert session.ending is Ending.TIME


def test_harsh_judgement_ends_it_early(scenario):
    """When trust collapses the coachee closes the conversation, in the author's words."""
    session = played(scenario, [hearing(Move.CRITICISE)] * 20)
    last = session.turns[-1].reply.lines[-1]

    assert session.ending is Ending.CLOSED
    assert last in scenario.endings[Ending.CLOSED]


def test_an_ended_session_cannot_be_played(scenario):
    """There is no turn after the end."""
    ended = Session.begin(scenario, 1).finished()

    with pytest.raises(SessionOverError):
        ended.advance(hearing(Move.OPEN))


def test_a_good_question_opens_a_topic(scenario):
    """The answer to an open question about a topic comes from that topic."""
    session = played(scenario, [hearing(Move.OPEN, topic="lesson")])

    assert ("lesson", Layer.OUTER) in session.mind.opened
    assert session.last_line.topic == "lesson"


def test_a_closed_question_opens_nothing(scenario):
    """It may be answered, but nothing opens."""
    assert not played(scenario, [hearing(Move.CLOSED, topic="lesson")]).mind.opened


def test_more_about_that_means_the_last_topic(scenario):
    """ "Tell me more about that" goes on with what was talked of."""
    more = hearing(Move.PROBE, topics=(TopicMatch("", 0.5),))
    session = played(scenario, [hearing(Move.OPEN, topic="lesson"), more])

    assert session.last_line.topic == "lesson"


def test_the_inner_layer_waits_for_openness(scenario):
    """Asked deeper at once, a wary coachee deflects; later the inner layer opens."""
    ask = hearing(Move.OPEN, topic="lesson")
    soon = played(scenario, [ask, ask])
    warm = [hearing(Move.EMPATHISE), hearing(Move.REFLECT_COMPLEX), hearing(Move.AUTONOMY)] * 4
    later = played(scenario, [ask, *warm, ask])

    assert ("lesson", Layer.INNER) not in soon.mind.opened
    assert ("lesson", Layer.INNER) in later.mind.opened


def test_a_commitment_is_certain_once_it_is_in_reach():
    """A ready coachee who is asked for a commitment makes one."""
    ready = BASELINES[Profile.WILLING]._replace(ownership=80, clarity=80)
    asked = hearing(Move.COMMIT)

    assert can_commit(ready, BASELINES[Profile.WILLING])
    assert draw_kind(ready, asked, Kind.NEUTRAL, True, 0.0) is Kind.COMMITMENT


@given(draw=st.floats(0, 1, exclude_max=True), moves=st.lists(MOVES, min_size=1, max_size=3))
def test_nobody_commits_to_what_they_do_not_own(draw, moves):
    """Below the thresholds no draw is a commitment."""
    low = BASELINES[Profile.TOLD_TO_COME]

    assert not can_commit(low, low)
    assert draw_kind(low, hearing(*moves), Kind.NEUTRAL, False, draw) is not Kind.COMMITMENT


@pytest.mark.parametrize("seed", range(60))
def test_nobody_commits_unasked_at_the_start(scenario, seed):
    """Even a persona who begins past the thresholds first has something to talk about."""
    sceptic = replace(scenario, persona=replace(scenario.persona, profile=Profile.EXPERT_SCEPTIC))
    session = played(sceptic, [hearing(Move.FOCUS)] * 4, seed)

    assert can_commit(session.state, sceptic.persona.baseline)
    assert not session.has_commitment


def test_a_close_after_a_commitment_is_an_agreed_end(scenario):
    """The coach's close ends it once the coachee has said what they will do."""
    ready = [hearing(Move.AUTONOMY), hearing(Move.FUTURE), hearing(Move.SUMMARISE), hearing(Move.PROBE)] * 5
    session = played(scenario, [*ready, hearing(Move.COMMIT)])
    closed = session.advance(hearing(segment(Move.STRUCTURE, marks=frozenset({Mark.CLOSE}))))

    assert session.has_commitment
    assert closed.ending is Ending.AGREED


def test_a_goodbye_before_any_commitment_is_leaving(scenario):
    """Ending early is the coach's right, and is called what it is."""
    session = played(scenario, [hearing(Move.SOCIAL, occasion=Occasion.FAREWELL)])

    assert session.ending is Ending.LEFT


def test_a_replayed_record_is_the_same_session(scenario):
    """From the hearings alone every reply comes back."""
    session = begin(scenario, 3, Always())
    for words in ("one", "two", "three"):
        session = speak(session, words, Always())
    kept = Kept(
        key=1,
        wording=Wording("being-watched", scenario.hash, ""),
        seed=3,
        model_hash="always",
        began="",
        opening_heard=session.opening_heard,
        turns=tuple(KeptTurn(turn.hearing, reply_ids(turn), turn.heard) for turn in session.turns),
        ending=None,
        draft="",
    )

    assert replay(kept, scenario) == (session, None)


def test_a_record_that_does_not_replay_says_where(scenario):
    """A reply that is not the recorded one is found."""
    session = speak(begin(scenario, 3, Always()), "one", Always())
    turn = session.turns[0]
    kept = Kept(
        key=1,
        wording=Wording("being-watched", scenario.hash, ""),
        seed=3,
        model_hash="always",
        began="",
        opening_heard=None,
        turns=(KeptTurn(turn.hearing, ("another line",), None),),
        ending=None,
        draft="",
    )

    assert replay(kept, scenario).differs_at == 0

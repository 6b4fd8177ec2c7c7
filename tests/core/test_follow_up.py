"""What a response without a topic of its own is answered with."""

import pytest

from simulator.core.follow_up import goes_on, is_between_us
from simulator.core.hearing import HeardResponse, HeardSegment, TopicMatch
from simulator.core.moves import Move
from simulator.core.occasion import occasion_of
from simulator.core.playtest.given import given
from simulator.core.playtest.stances import Stance, standing
from simulator.core.rules import settle
from simulator.core.scenario import Layer
from simulator.core.session import Session
from simulator.core.words import Kind, Mark, Occasion
from tests.talk import hearing, segment


def said(text, *moves, topics=()):
    """A response with its own words."""
    matches = tuple(TopicMatch(topic, score) for topic, score in topics)
    return hearing(*moves, text=text, words=len(text.split()), topics=matches)


@pytest.mark.parametrize(
    "response",
    [
        said("Why?", Move.PROBE),
        said("What did you do next?", Move.PROBE),
        said("Should I have asked?", Move.CLOSED),
        said("Why didn't you tell her?", Move.ACCUSE),
        said("Is she any good?", Move.CLOSED),
        said("How does Pauline see it, and has she said so to anybody at all?", Move.OPEN, topics=[("", 0.5)]),
        said("And the children, does it matter to them what she thinks?", Move.PROBE, topics=[("mel", 0.49)]),
        said("Mm, yes.", Move.BACKCHANNEL, topics=[("coaching", 0.96)]),
        said("So they'd waited all morning.", Move.REFLECT_SIMPLE),
    ],
)
def test_pronouns_short_questions_and_murmurs_go_on_about_the_last_topic(response):
    """So does what the listener hears as "that"; a topic that is only guessed does not come between."""
    assert goes_on(response)


@pytest.mark.parametrize(
    "response",
    [
        said("What did she say about the email?", Move.PROBE, topics=[("email", 0.99)]),
        said("What would you like to look at in the half hour we have left today?", Move.OPEN),
        said("Sorry, that was clumsy of me.", Move.REPAIR, topics=[("", 0.5)]),
        said("That took courage.", Move.AFFIRM, topics=[("", 0.5)]),
        said("Can I tell you what I've seen of that elsewhere?", Move.ASK_PERMISSION, topics=[("", 0.5)]),
        said("So it was his idea and you've been paying for it. Is that right?", Move.SUMMARISE, Move.CHECK),
        said("When will you do it?", Move.COMMIT, topics=[("", 0.5)]),
        said("What's Wilf like?", Move.OPEN),
    ],
)
def test_another_topic_praise_and_talk_of_the_talk_do_not(response):
    """Nobody tells more of a story in answer to an apology."""
    assert not goes_on(response)


def test_a_named_topic_is_not_talk_of_the_talk():
    """Framing, asking and closing that name a topic are about it."""
    assert is_between_us(said("What shall we look at?", Move.FOCUS))
    assert not is_between_us(said("Shall we look at the email?", Move.FOCUS, topics=[("email", 0.9)]))


def test_a_short_question_is_answered_about_what_was_just_said(scenario):
    """Also where nothing in it names or points to a topic."""
    after = Session.begin(scenario, 1).advance(hearing(Move.OPEN, topic="observer")).advance(said("Why?", Move.PROBE))

    assert after.mind.topic == "observer"


def test_a_topic_that_was_told_is_asked_deeper(scenario):
    """An outer line given to a closed question counts: the next good question asks for more, and is let in or not."""
    told = Session.begin(scenario, 1).advance(hearing(Move.CLOSED, topic="observer"))
    after = told.advance(hearing(Move.OPEN, topic="observer"))
    topic = scenario.topic["observer"]
    inner = {line.id for line in (*topic.layers[Layer.INNER], *topic.deflection)}
    outer = {line.id for line in topic.layers[Layer.OUTER]}

    assert told.turns[-1].reply.lines[0].id in outer
    assert after.turns[-1].reply.lines[0].id in inner | outer
    assert ("observer", Layer.OUTER) not in after.mind.opened


@pytest.mark.parametrize("move", [Move.CLOSED, Move.INSTRUCT, Move.CRITICISE, Move.BACKCHANNEL])
def test_nobody_commits_unasked_in_answer_to_something_curt(scenario, move):
    """Not even somebody ready to; a request for a commitment gets one."""
    ready = standing(scenario, 1, Stance.READY)
    curt = {standing(scenario, seed, Stance.READY).advance(given(move)).turns[-1].reply.kind for seed in range(40)}

    assert Kind.COMMITMENT not in curt
    assert ready.advance(given(Move.COMMIT)).turns[-1].reply.kind is Kind.COMMITMENT


def test_a_greeting_is_no_goodbye():
    """ "Nice to see you" has "see you" in it; so has "how are you" a question mark."""
    small_talk = [segment(Move.SOCIAL)]

    assert occasion_of(Occasion.FAREWELL, [segment(Move.SOCIAL, "good to see you")], []) is Occasion.GREETING
    assert occasion_of(Occasion.FAREWELL, small_talk, []) is Occasion.FAREWELL
    assert occasion_of(None, small_talk, []) is Occasion.GREETING
    assert occasion_of(None, small_talk, [hearing(Move.OPEN)]) is None
    assert occasion_of(None, [segment(Move.SOCIAL), segment(Move.OPEN)], []) is None


def test_what_does_coaching_work_is_no_goodbye_unless_it_closes():
    """ "I can see you care about this" ends nothing."""
    earlier = [hearing(Move.OPEN)]
    closes = segment(Move.STRUCTURE, marks=frozenset({Mark.CLOSE}))

    unsure = segment(Move.DISMISS, "I can see you care about them", unsure=True)

    assert occasion_of(Occasion.FAREWELL, [segment(Move.REFLECT_COMPLEX)], earlier) is None
    assert occasion_of(Occasion.FAREWELL, [unsure], earlier) is None
    assert occasion_of(Occasion.FAREWELL, [segment(Move.AFFIRM), closes], earlier) is Occasion.FAREWELL
    assert occasion_of(Occasion.FAREWELL, [segment(Move.SOCIAL)], earlier) is Occasion.FAREWELL
    assert occasion_of(Occasion.INSULT, [segment(Move.OPEN)], earlier) is Occasion.INSULT


def test_the_occasion_is_settled_with_the_rest():
    """A greeting heard as a goodbye greets."""
    heard = HeardSegment(start=0, end=15, text="nice to see you", probabilities={Move.SOCIAL: 1.0})
    response = HeardResponse(text="nice to see you", segments=(heard,), occasion=Occasion.FAREWELL)

    assert settle(response, []).occasion is Occasion.GREETING


@pytest.mark.parametrize(("move", "occasion"), [(Move.CLOSED, Occasion.OFF_TOPIC), (Move.OPEN, None)])
def test_a_question_that_opens_is_on_the_subject(move, occasion):
    """ "What are you taking away?" is; "Are you a robot?" is not."""
    assert occasion_of(Occasion.OFF_TOPIC, [segment(move)], [hearing(Move.OPEN)]) is occasion

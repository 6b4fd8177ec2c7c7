"""What the shipped ear hears."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.core.moves import Family, Move
from simulator.core.play import hear_transcript
from simulator.core.ports import Spoken
from simulator.core.rules import settle
from simulator.core.words import Kind, Mark, Occasion, Sign, Speaker, Utterance

STRANGE = {
    "empty": "",
    "blank": "   \n\t ",
    "dots": "…",
    "emoji": "👍👍🏽 🎉",
    "control": "\x00\x07\x1b[31m",
    "french": "je ne comprends pas pourquoi elle veut toujours parler",
    "keys": "asdkj qwoei zxmcnv",
    "long": "What did you notice about the children? " * 500,
    "one long word": "a" * 20_000,
}


def heard(listener, words, *before):
    """A response settled after some lines of the coachee's."""
    context = [Utterance(Speaker.COACHEE, text) for text in before]
    return settle(listener.hear(words, context, ()), hear_transcript(context, listener))


@pytest.mark.parametrize("words", STRANGE.values(), ids=STRANGE.keys())
def test_anything_at_all_is_heard_as_something(listener, words):
    """Never a crash, and the whole text is kept."""
    found = heard(listener, words)

    assert found.text == words
    assert found.segments
    assert all(0 <= segment.start <= segment.end <= len(words) for segment in found.segments)


@pytest.mark.parametrize("name", ["empty", "blank", "dots", "emoji", "control", "french", "keys", "one long word"])
def test_words_that_say_nothing_are_minimal(listener, name):
    """Silence and nonsense are heard as minimal and are never scored as coaching."""
    assert heard(listener, STRANGE[name]).primary is Family.MINIMAL


@settings(max_examples=60, deadline=None)
@given(words=st.text(max_size=200))
def test_segments_never_overlap_and_say_what_stands_there(listener, words):
    """Offsets are code points of the response as given."""
    found = heard(listener, words)
    ends = [0]
    for segment in found.segments:
        assert segment.start >= ends[-1]
        assert len(words[segment.start : segment.end]) == len(segment.text)
        assert 0 <= segment.confidence <= 1
        assert segment.why
        ends.append(segment.end)
        for cue in segment.cues:
            assert segment.start <= cue.start < cue.end <= segment.end


def test_many_are_heard_as_one_by_one(listener):
    """A batch changes nothing."""
    words = ["What did you see?", "", "You should ring home.", "mm", "So it was the noise that got to you."]
    together = list(listener.hear_all(Spoken(one) for one in words))

    assert together == [listener.hear(one, (), ()) for one in words]


@pytest.mark.parametrize(
    ("words", "family"),
    [
        ("What did you notice about the back table?", Family.QUESTIONING),
        ("Have you thought about moving them to the front?", Family.DIRECTIVE),
        ("Why didn't you follow the policy?", Family.JUDGEMENTAL),
        ("So it felt as if nobody was on your side in there.", Family.LISTENING),
        ("mm", Family.MINIMAL),
        ("You should really ring home tonight.", Family.DIRECTIVE),
        ("That lesson was a shambles.", Family.JUDGEMENTAL),
        ("What you say here stays between us.", Family.FRAMING),
    ],
)
def test_plain_cases_are_heard_plainly(listener, words, family):
    """What nobody would dispute is labelled so."""
    assert heard(listener, words, "It was a hard lesson, the back table just went.").primary is family


def test_two_jobs_are_two_segments(listener):
    """A sentence that does another job stands on its own, and the worse of the two decides."""
    found = heard(listener, "That sounds really hard. You should ring home.", "I dread that class.")

    assert [segment.text for segment in found.segments][-1].startswith("You")
    assert found.primary is Family.DIRECTIVE


def test_typographic_quotes_change_nothing(listener):
    """A curly apostrophe is an apostrophe."""
    straight = heard(listener, "What's one thing you'd keep?")
    curly = heard(listener, "What’s one thing you’d keep?")

    assert [segment.move for segment in straight.segments] == [segment.move for segment in curly.segments]


def test_a_topic_is_known_by_its_cues(listener, scenario):
    """Words for a topic name it; "that" means the last one."""
    found = listener.hear("What worries you about being watched?", (), scenario.topics)
    follow = listener.hear("Tell me more about that.", (), scenario.topics)

    assert found.topics[0].topic == "observer"
    assert [match.topic for match in follow.topics] == [""]


@pytest.mark.parametrize(
    ("words", "occasion"),
    [
        ("Hi Kezia!", Occasion.GREETING),
        ("thanks", Occasion.THANKS),
        ("...", Occasion.SILENCE),
        ("xkcd qwfp zzkq", Occasion.NONSENSE),
        ("are you a robot?", Occasion.OFF_TOPIC),
        ("you're an idiot", Occasion.INSULT),
        ("A child told me his dad hits him", Occasion.DISCLOSURE),
        ("bye then, see you", Occasion.FAREWELL),
        ("What did you notice?", None),
        ("What's said here stays between us unless a child is at risk.", None),
        ("y9 p5 hw ta sen slt obs", None),
        ("Thanks for telling me. What did you notice about the quiet ones?", None),
    ],
)
def test_occasions_are_told_from_coaching(listener, words, occasion):
    """A greeting is a greeting; a question after a thank-you is a question; slang is no nonsense."""
    assert listener.hear(words, (), ()).occasion is occasion


def test_a_coachees_line_is_heard_too(listener):
    """Kinds, signs and marks of what the other one says."""
    will = listener.hear_line("Right, I'll try it on Thursday with 8B and count how many speak.")
    asks = listener.hear_line("Could you tell me what other people do?")

    tag = listener.hear_line("Nice doesn't tell you anything, though, does it?")

    assert Sign.ASKS not in tag.signs
    assert Kind.COMMITMENT in will.kinds
    assert Mark.WHEN in will.marks
    assert Sign.ASKS in asks.signs


def test_every_label_gives_a_reason(listener):
    """One sentence of why, and at least some labels can name their words."""
    found = heard(listener, "Have you thought about moving them? What did you notice?")

    assert all(segment.why.startswith("This ") for segment in found.segments)
    assert any(segment.cues for segment in found.segments)


def test_moves_are_moves(listener):
    """Every label is one of the codebook's."""
    assert all(isinstance(segment.move, Move) for segment in heard(listener, "Well. Go on.").segments)

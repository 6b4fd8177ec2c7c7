"""What a response does as a whole."""

from simulator.core.hearing import HeardLine
from simulator.core.moves import Family, Move
from simulator.core.plain import classified, hearing_from_plain, hearing_to_plain, line_from_plain, line_to_plain
from simulator.core.words import Kind, Mark, Sign
from tests.talk import hearing, segment


def test_one_judgement_colours_the_whole_response():
    """A judgement outranks every good question beside it."""
    heard = hearing(Move.REFLECT_COMPLEX, Move.CRITICISE, Move.OPEN)

    assert heard.primary is Family.JUDGEMENTAL


def test_a_trailing_check_never_outranks_what_it_checks():
    """ "... is that right?" leaves the question before it in charge."""
    assert hearing(Move.OPEN, Move.CHECK).primary is Family.QUESTIONING
    assert hearing(Move.CHECK).primary is Family.LISTENING
    assert hearing(Move.BACKCHANNEL, Move.CHECK).primary is Family.LISTENING


def test_the_worst_of_two_harms_decides():
    """A threat decides over a verdict, wherever it stands."""
    assert hearing(Move.WARN, Move.GRADE).deciding.move is Move.WARN
    assert hearing(Move.GRADE, Move.WARN).deciding.move is Move.WARN


def test_the_last_segment_of_the_primary_family_decides():
    """Of two questions the second is the one that is answered."""
    assert hearing(Move.CLOSED, Move.FUTURE).deciding.move is Move.FUTURE


def test_a_response_is_unsure_when_its_deciding_segment_is():
    """An unsure aside does not make the response unsure; an unsure primary does."""
    assert not hearing(segment(Move.SOCIAL, unsure=True), Move.OPEN).unsure
    assert hearing(segment(Move.CRITICISE, unsure=True), Move.OPEN).unsure


def test_a_record_gives_back_what_was_heard():
    """Hearings and lines survive the way to plain values and back."""
    cue = segment(Move.LEADING, rule=4, marks=frozenset({Mark.QUESTION}), unfounded=("sad",), repeats=0.5, shared=True)
    heard = hearing(cue, Move.OPEN, topic="lesson")
    line = HeardLine(text="I see.", kinds=frozenset({Kind.IDEA}), signs=frozenset({Sign.FEELS}), words=2)

    assert hearing_from_plain(hearing_to_plain(heard)) == heard
    assert line_from_plain(line_to_plain(line)) == line


def test_the_classify_form_is_the_contract():
    """Other programs read these keys and no others."""
    plain = classified(hearing(Move.OPEN), "a")

    assert list(plain) == ["id", "response", "primary", "unsure", "stacked", "segments"]
    assert list(plain["segments"][0]) == [
        "start", "end", "text", "family", "move", "confidence", "unsure", "rule", "why", "cues",
    ]  # fmt: skip

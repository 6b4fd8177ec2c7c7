"""Names replaced in a transcript."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.annotation import runs
from simulator.core.hearing import Cue, HeardLine
from simulator.core.moves import Move
from simulator.core.play import hear_transcript
from simulator.core.score import score
from simulator.files.transcript import load_transcript, read_transcript
from simulator.files.transcripts.redact import redact
from simulator.files.transcripts.redactor import Redactor
from tests.core.test_score import GOOD
from tests.talk import Always, hearing, segment

LINES = (
    "Priya Shah (coach): Thanks, Kezia. So zubair was late again, and Mrs Shah rang?",
    "Kezia: Zubair's mum, yes. She's at Oakfield now: 07700 900123, or a.shah@school.org.uk. Priya, I am stuck.",
)
SECRETS = ("Priya", "ubair", "Oakfield", "Kezia", "Shah", "shah", "07700", "school.org")


def test_names_are_replaced_wherever_they_stand(tmp_path):
    """Called, told of, with a title, of schools, in lower case; and ways to reach somebody."""
    path = tmp_path / "talk.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    heard = hear_transcript(load_transcript(path), Always())
    coach, coachee = redact(heard, read_transcript(path).speakers)

    assert coach.text == "Thanks, Name1. So Name2 was late again, and Mrs Name3 rang?"
    assert coachee.text == "Name2's mum, yes. She's at Name4 now: Contact1, or Contact2. Name5, I am stuck."


def test_ordinary_words_are_no_names():
    """Days, months, schools' own words, contractions and words that are names elsewhere stay."""
    said = "I’ve a GCSE group on Monday in May. Will it rain? Mark it, Ofsted wants Maths. HMM, don’t. D'you? Her book."

    assert Redactor(["Will"]).redacted(said) == said


@pytest.mark.parametrize(
    ("said", "redacted"),
    [
        ("I asked Will to mark it, and Grace.", "I asked Name1 to mark it, and Name2."),
        ("Anna Smith rang. I mean Smith, not Anna.", "Name1 rang. I mean Name1, not Name1."),
        ("Ask Anna Monday, SEND said.", "Ask Name1 Monday, SEND said."),
        ("Tom Smith and Anna Smith", "Name1 and Name2"),
        ("Miss O’Neill’s and Jean-Luc’d", "Miss Name1’s and Name2’d"),
        ("Siân, Łukasz; zoë? ZAYN!", "Name1, Name2; zoë? Name3!"),
        ("Call +44 7700 900 123 on 12/05/2025 for 30 000", "Call Contact1 on 12/05/2025 for 30 000"),
        ("", ""),
    ],
)
def test_each_kind_of_name_has_its_placeholder(said, redacted):
    """The same one each time, and nothing else changes."""
    [turn] = redact([HeardLine(text=said)], [])

    assert turn.text == redacted


def stretch(text, start, end, **facts):
    """A segment of a text."""
    return replace(segment(Move.OPEN, text[start:end], **facts), start=start, end=end)


def test_segments_and_cues_move_with_their_words():
    """Longer and shorter names before and inside them; reasons that quote a name lose it too."""
    text = "Thanks, Jo. Konstantin said so? Ring Jo."
    spans = ((0, 11), (12, 31), (32, 40))
    cues = ((Cue(0, 6, "'thanks' does"),), (Cue(14, 27, "'konstantin said' does"),), (Cue(37, 39, "'jo' does"),))
    parts = zip(spans, cues, strict=True)
    segments = [stretch(text, *span, cues=one, why="Jo asks") for span, one in parts]
    [found] = redact([hearing(*segments, text=text)], ["Konstantin"])

    assert found.text == "Thanks, Name1. Name2 said so? Ring Name1."
    assert [one.text for one in found.segments] == ["Thanks, Name1.", "Name2 said so?", "Ring Name1."]
    assert all(found.text[one.start : one.end] == one.text for one in found.segments)
    assert [found.text[cue.start : cue.end] for one in found.segments for cue in one.cues] == [
        "Thanks",
        "Name2 said",
        "Name1",
    ]
    assert "Konstantin" not in str(found.segments).title()
    assert "Jo " not in str(found.segments).title()


def test_what_is_scored_stays_the_same(rubric):
    """Only what is shown changes."""
    assert score(redact(GOOD, ["Anna"]), rubric) == score(GOOD, rubric)


WORDS = st.lists(st.sampled_from(["Anna", "Smith", "will", "Will", "rang", "and", "Kezia’s", "a@b.co", ".", ",", "I"]))


@given(words=WORDS, places=st.lists(st.integers(0, 80), min_size=2, max_size=8))
def test_whatever_is_marked_stays_inside_the_text(words, places):
    """Segments in order stay in order, cover no less, and hold no name."""
    text = " ".join(words)
    edges = sorted(min(place, len(text)) for place in places)
    spans = zip(edges[::2], edges[1::2], strict=False)
    before = hearing(*[stretch(text, *span) for span in spans], text=text)
    [after] = redact([before], [])

    assert "Anna" not in after.text
    assert "Kezia" not in after.text
    assert "".join(run.text for run in runs(after)) == after.text
    assert all(0 <= one.start <= one.end <= len(after.text) for one in after.segments)
    assert all(after.text[one.start : one.end] == one.text for one in after.segments)


@given(st.text(), st.lists(st.text(), max_size=2))
def test_any_text_can_be_redacted(text, speakers):
    """And is the same when redacted again."""
    once = Redactor(speakers).redacted(text)

    assert Redactor([]).redacted(once).count("Name") >= once.count("Name") - text.count("Name")

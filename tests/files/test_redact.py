"""Names replaced in a transcript."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.words import Speaker, Utterance
from simulator.files.transcript import load_transcript, read_transcript
from simulator.files.transcripts.redact import Redactor, redact

LINES = (
    "Priya Shah (coach): Thanks, Kezia. So zubair was late again, and Mrs Shah rang?",
    "Kezia: Zubair's mum, yes. She's at Oakfield now: 07700 900123, or a.shah@school.org.uk. Priya, I am stuck.",
)
SECRETS = ("Priya", "ubair", "Oakfield", "Kezia", "Shah", "shah", "07700", "school.org")


def test_names_are_replaced_wherever_they_stand(tmp_path):
    """Called, told of, with a title, of schools, in lower case; and ways to reach somebody."""
    path = tmp_path / "talk.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    coach, coachee = redact(load_transcript(path), read_transcript(path).speakers)

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
    [turn] = redact([Utterance(Speaker.COACH, said)], [])

    assert turn.text == redacted


@given(st.text(), st.lists(st.text(), max_size=2))
def test_any_text_can_be_redacted(text, speakers):
    """And is the same when redacted again."""
    once = Redactor(speakers).redacted(text)

    assert Redactor([]).redacted(once).count("Name") >= once.count("Name") - text.count("Name")

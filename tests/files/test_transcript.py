"""Transcripts from anywhere."""

import json

import pytest

from simulator.core.words import Speaker
from simulator.errors import InputError
from simulator.files.transcript import load_transcript


@pytest.fixture
def written(tmp_path):
    """Writes a transcript and gives its path."""

    def write(text, name="talk.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_text_transcript_is_read_turn_by_turn(written):
    """Names, stamps in brackets and lines that go on are all understood."""
    path = written("[00:01] Coach: Hello there.\nSam: Fine,\nthanks: really.\n\nCOACH: What next?\n")

    turns = load_transcript(path)

    assert [turn.speaker for turn in turns] == [Speaker.COACH, Speaker.COACHEE, Speaker.COACH]
    assert turns[1].text == "Fine,\nthanks: really."


def test_the_coach_can_be_named(written):
    """Where nobody is called coach, the caller says who is."""
    path = written("Priya: What did you see?\nTom: Not a lot.\n")

    assert load_transcript(path, "priya")[0].speaker is Speaker.COACH
    with pytest.raises(InputError, match=r"T003 does not say who the coach is .*'Priya', 'Tom'"):
        load_transcript(path)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.json", '{"turns": [}', r"a\.json:1:12: T004"),
        ("a.json", "[]", "T005 has no list of turns"),
        (
            "a.json",
            '{"turns": [{"speaker": "coach", "text": "a"},\n {"speaker": "coach"}]}',
            r"a\.json:2:2: T005 turn 1",
        ),
        ("a.json", '{"turns": []}', "T002 has no turns"),
        ("a.txt", "nobody speaks here\n", r"a\.txt:1:1: T006"),
        ("a.txt", "", "T002"),
        ("a.pdf", "", "T001"),
    ],
)
def test_a_bad_transcript_is_one_line(written, name, text, message):
    """File, line, column, problem and what to do."""
    with pytest.raises(InputError, match=message):
        load_transcript(written(text, name))


def test_json_turns_are_read(written):
    """The form that coach itself documents."""
    turns = [{"speaker": "coach", "text": "Hi"}, {"speaker": "coachee", "text": ""}]

    found = load_transcript(written(json.dumps({"turns": turns}), "talk.json"))

    assert [(turn.speaker, turn.text) for turn in found] == [("coach", "Hi"), ("coachee", "")]

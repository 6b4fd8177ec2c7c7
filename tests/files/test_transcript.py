"""Transcripts from anywhere."""

import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.core.words import Speaker
from simulator.errors import InputError
from simulator.files.transcript import MOST_TURNS, SUFFIXES, load_transcript, read_transcript

FORMS = sorted(Path("tests/files/transcripts").iterdir())
"""One conversation in every form that people and meeting tools write. Drop a file in, and it is tested."""
SAID = json.loads(Path("tests/files/transcripts/turns.json").read_text(encoding="utf-8"))["turns"]
HEAD = "WEBVTT\n\n"
CUE = "00:01.000 --> 00:02.000\n"


@pytest.fixture
def written(tmp_path):
    """Writes a transcript and gives its path."""

    def write(text, name="talk.txt", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return path

    return write


@pytest.fixture
def typed(tmp_path):
    """Writes a Word document of paragraphs and tables and gives its path."""

    def write(paragraphs=(), tables=()):
        document = Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        for rows in tables:
            table = document.add_table(len(rows), len(rows[0]))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
        document.save(tmp_path / "talk.docx")
        return tmp_path / "talk.docx"

    return write


def flat(turns):
    """Speakers and words, whatever the line breaks."""
    return [(turn.speaker, " ".join(turn.text.split())) for turn in turns]


def names(path):
    """The speakers a file names."""
    return read_transcript(path).speakers


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_every_form_gives_the_same_conversation(path):
    """Whatever wrote it: stamps are dropped, split talk is one turn, and the coach is found by name."""
    assert flat(load_transcript(path)) == [(turn["speaker"], turn["text"]) for turn in SAID]


def test_every_format_has_a_form():
    """No reader goes untested; Word documents are made in the tests below."""
    assert {path.suffix for path in FORMS} | {".docx"} == SUFFIXES


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_found(written, encoding):
    """Whatever an old editor saves it as."""
    path = written("Coach: You said “fine” – it wasn’t.\r\nZoë: No.\r\n", encoding=encoding)

    assert load_transcript(path)[0].text == "You said “fine” – it wasn’t."
    assert names(path) == ("Coach", "Zoë")


def test_word_paragraphs_are_read(typed):
    """Names in bold or not, a turn over two paragraphs, and what stands above the talk."""
    path = typed(["Date: 3 May", "Coach: Hello.", "Sam: Fine,", "thanks.", "Coach: What next?", "Sam: Tea."])

    assert flat(load_transcript(path)) == [
        ("coach", "Hello."),
        ("coachee", "Fine, thanks."),
        ("coach", "What next?"),
        ("coachee", "Tea."),
    ]


def test_a_meeting_export_in_word_is_read(typed):
    """Name and time on one line, the words below, in one paragraph."""
    path = typed(["Our meeting", "Ann Lee   0:03\nHello.", "Ann Lee   0:05\nReady?", "Bo Hall   0:09\nYes."])

    assert flat(load_transcript(path, "Ann")) == [("coach", "Hello. Ready?"), ("coachee", "Yes.")]


@pytest.mark.parametrize("header", [[["Time", "Who", "Words"]], []], ids=["named columns", "no header"])
def test_tables_in_word_are_read(typed, header):
    """With a header wherever its columns stand, without one from name and words."""
    stamp = ["0:01"] if header else []
    path = typed(["Our talk"], [[*header, [*stamp, "Coach", "Hello."], [*stamp, "Sam", "Fine."]]])

    assert flat(load_transcript(path)) == [("coach", "Hello."), ("coachee", "Fine.")]


@pytest.mark.parametrize(
    ("speakers", "named", "coach"),
    [
        (("Coach", "Sam"), None, "Coach"),
        (("Priya (mentor)", "Sam"), None, "Priya (mentor)"),
        (("INTERVIEWER", "Sam", "Observer"), None, "INTERVIEWER"),
        (("Sam", "Coachee"), None, "Sam"),
        (("Priya Shah", "Sam"), "priya", "Priya Shah"),
        (("Priya Shah", "Sam Shah"), "SAM SHAH", "Sam Shah"),
        (("Priya Shah", "Sam Shah"), "Shah", None),
        (("Coach A", "Coach B"), None, None),
        (("Priya", "Sam"), None, None),
        (("C", "T"), None, None),
        (("T", "C"), "C", "C"),
        (("Priya", "Sam"), "Coach", None),
    ],
)
def test_the_coach_is_found_or_asked_for(written, speakers, named, coach):
    """By role, by the other's role, or by the name that was given; a guess is never made."""
    path = written("".join(f"{name}: Words of {name}.\n" for name in speakers * 2))

    if coach is None:
        with pytest.raises(InputError, match=f"T003 .*--coach NAME, one of '{speakers[0]}', '{speakers[1]}'"):
            load_transcript(path, named)
    else:
        turns = load_transcript(path, named)
        assert {turn.text for turn in turns if turn.speaker is Speaker.COACH} == {f"Words of {coach}."}


def test_everybody_but_the_coach_counts_as_the_coachee(written):
    """A third voice is heard with the coachee's, and what they say in a row is one turn."""
    path = written("Coach: So?\nSam: Yes.\nJo: I agree.\nCoach: Good.\nSam: Right.\nJo: Right.\n")

    assert flat(load_transcript(path))[1] == ("coachee", "Yes. I agree.")


def test_what_is_said_twice_by_the_coachee_is_kept(written):
    """Only captions that repeat what was shown are rolling; a short answer given twice is two answers."""
    cues = [
        "<v Coach>Ready?",
        "<v Sam>No.",
        "<v Sam>No.",
        "<v Sam>I don't know what to do",
        "<v Sam>what to do with it.",
    ]
    path = written(HEAD + "\n\n".join(CUE + cue for cue in cues), "talk.vtt")

    assert load_transcript(path)[1].text == "No. No. I don't know what to do with it."


def test_json_turns_stay_as_they_are(written):
    """Other programs count them: nothing is merged or dropped, and every text is text."""
    turns = [{"speaker": "coach", "text": one} for one in ("Hi", "", "\ud800 there")]

    found = load_transcript(written(json.dumps({"turns": turns}), "talk.json"))

    assert [turn.text for turn in found] == ["Hi", "", "? there"]


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
        ("a.json", "[" * 100_000, r"a\.json:1:1: T004"),
        ("a.json", '{"turns": ' + "9" * 5000 + "}", r"a\.json:1:1: T004"),
        ("a.txt", "nobody speaks here\n", r"a\.txt:1:1: T006"),
        ("a.txt", "\n\njust words\nand more: of them\n", r"a\.txt:3:1: T006"),
        ("a.txt", "", "T002"),
        ("a.txt", "Coach: a\nSam: b\n" * MOST_TURNS, "T009"),
        ("a.txt", "x" * 5_000_001, "T001 is larger than 5 MB"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x81", "T001 is not text"),
        ("a.txt", b"Coach: \x81\x8d\x8f", "T001 is not text"),
        ("a.pdf", "", "T001 '.pdf' is no transcript format .use one of: .csv, .docx"),
        ("noextension", "", "T001 'noextension'"),
        ("a.vtt", "Coach: hello", r"a\.vtt:1:1: T007"),
        ("a.vtt", HEAD, "T002"),
        ("a.vtt", HEAD + CUE + "hello there\n", "T006 'hello there' has no speaker"),
        ("a.srt", "not captions", r"a\.srt:1:1: T007"),
        ("a.csv", "a,b\nc,d\n", r"a\.csv:1:1: T010 .* 'a,b'"),
        ("a.csv", "speaker,text\n,hello\n", r"a\.csv:2:1: T006"),
        ("a.csv", "speaker,text\nCoach," + "x" * 200_000, r"a\.csv:2:1: T010"),
        ("a.csv", "speaker,text\n", "T002"),
        ("a.csv", "", "T002"),
        ("a.docx", b"", "T008"),
        ("a.docx", b"PK\x03\x04 cut off", "T008"),
    ],
)
def test_a_bad_transcript_is_one_line(written, name, text, message):
    """File, line, column, problem and what to do."""
    with pytest.raises(InputError, match=message):
        load_transcript(written(text, name))


def test_a_document_that_unpacks_without_end_is_refused(tmp_path):
    """Before anything of it is unpacked."""
    with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"0" * 60_000_000)

    with pytest.raises(InputError, match="T009 unpacks to more than 50 MB"):
        load_transcript(tmp_path / "bomb.docx")


@settings(deadline=None)  # a disk may be slow
@given(
    place=st.integers(min_value=0),
    byte=st.integers(min_value=0, max_value=255),
    kept=st.floats(min_value=0.2, max_value=1),
)
def test_a_damaged_document_is_read_or_refused(tmp_path_factory, place, byte, kept):
    """Any byte may be wrong and any end missing; nothing but a finding comes of it."""
    path = tmp_path_factory.mktemp("damaged") / "talk.docx"
    document = Document()
    document.add_paragraph("Coach: Hello.\nSam: Fine.")
    document.save(path)
    raw = bytearray(path.read_bytes())
    raw[place % len(raw)] = byte
    path.write_bytes(raw[: int(kept * len(raw))])

    assert read_or_refuse(path)


@settings(deadline=None)
@given(text=st.text() | st.binary(), suffix=st.sampled_from(sorted(SUFFIXES)))
def test_anything_at_all_is_read_or_refused(tmp_path_factory, text, suffix):
    """Nothing but a finding comes of a file that is not what its name says."""
    path = tmp_path_factory.mktemp("any") / f"talk{suffix}"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "replace"))

    assert read_or_refuse(path)


def read_or_refuse(path):
    """The turns, or the finding."""
    try:
        return load_transcript(path, "Coach")
    except InputError as error:
        return error.findings


WORDS = st.lists(st.text(alphabet="abcé,.?!'", min_size=1, max_size=6), min_size=1, max_size=8).map(" ".join)


@settings(deadline=None)
@given(pairs=st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_what_is_written_is_read(tmp_path_factory, pairs):
    """A conversation written down as text, as a table and as captions comes back the same."""
    said = [(name, words) for pair in pairs for name, words in zip(("Coach", "Sam"), pair, strict=True)]
    folder = tmp_path_factory.mktemp("round")
    forms = {
        "talk.txt": "\n".join(f"{name}: {words}" for name, words in said),
        "talk.csv": "speaker;text\n" + "\n".join(f"{name};{words}" for name, words in said),
        "talk.vtt": HEAD + "\n\n".join(f"{CUE}<v {name}>{words}</v>" for name, words in said),
    }
    for name, text in forms.items():
        (folder / name).write_text(text, encoding="utf-8")
        turns = load_transcript(folder / name)
        assert [(turn.speaker is Speaker.COACH, turn.text) for turn in turns] == [
            (speaker == "Coach", words) for speaker, words in said
        ]

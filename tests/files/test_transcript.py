"""Transcripts from anywhere."""

import json
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
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
        (("Karen", "Tom Bell, Sports Coach"), None, None),
        (("Karen - coach", "Tom Bell"), None, "Karen - coach"),
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


DISPLAYED = ["Neill, Sarah", "Sarah (she/her)", "Sarah | Year 9", "sarah@trust.org", "Sarah 🙂", "S/T", "Person #2"]


@pytest.mark.parametrize("name", DISPLAYED)
@pytest.mark.parametrize("form", ["{}: {}", "[00:01:02] {}: {}", "{}: [00:01:02] {}", "**{}:** {}"])
def test_names_as_organisations_display_them_are_names(written, name, form):
    """Nobody's words go to whoever spoke before; in captions it is the same."""
    said = [("Coach", "So?"), (name, "I can't."), ("Coach", "What helps?"), (name, "Tea.")]
    path = written("\n".join(form.format(*one) for one in said))
    captions = written(HEAD + "\n\n".join(f"{CUE}{one}: {words}" for one, words in said), "talk.vtt")

    for one in (path, captions):
        assert names(one) == ("Coach", name)
        assert [turn.text for turn in load_transcript(one)] == [words for _, words in said]


@pytest.mark.parametrize(
    ("line", "speakers"),
    [
        ("Tom: That is lazy teaching.", ("Coach", "Sam", "Tom")),
        ("Well: no, not yet.", ("Coach", "Sam")),
        ("So, my question: why now?", ("Coach", "Sam")),
        ("The thing is: I can't.", ("Coach", "Sam")),
    ],
)
def test_who_speaks_once_is_a_speaker_if_the_word_is_a_name(written, line, speakers):
    """An observer's words are not the coach's; a word with a colon is nobody."""
    path = written(f"Coach: So?\nSam: Yes.\nCoach: Good.\n{line}\nSam: Right.\n")

    assert names(path) == speakers
    assert ("lazy" in load_transcript(path)[2].text) is False


@pytest.mark.parametrize(
    "text",
    [
        "Coaching conversation transcript\n\nCoach: So?\nSam: Yes [laughs] of course.\nCoach: Good.\nSam: (pause)\n",
        "Our talk\nAttendees\nCoach, Sam\n00:00:00\nCoach: So?\nSam: Yes of course.\n00:05:00\nCoach: Good.\n",
        "Coach: So?\nSam: Yes of course.\nCoach: Good.\nSam stopped transcription\nTranscribed by https://a.example\n",
        "Coach: So?\nSam: Yes [inaudible 00:31] of course.\nCoach: Good.\nSam: ...\nMeeting ended after 00:06:12\n",
    ],
)
def test_what_was_not_said_is_left_out(written, text):
    """Titles, times, sounds, and what a recorder writes about itself."""
    assert flat(load_transcript(written(text))) == [
        ("coach", "So?"),
        ("coachee", "Yes of course."),
        ("coach", "Good."),
    ]


def test_a_template_that_nobody_filled_in_has_no_turns(written):
    """Silence in it is nobody's silence."""
    with pytest.raises(InputError, match="T002"):
        load_transcript(written("Coach:\nTeacher: ...\n" * 12))


def test_tracked_changes_in_word_are_read_as_shown(tmp_path):
    """What was inserted is there, what was deleted is not, and a content control hides nothing."""
    document = Document()
    for words in ("Coach: So?", "Sam: Yes.", "Coach: Good.", "Sam: Tea."):
        document.add_paragraph(words)
    body = document.element.body
    first, second, third, _ = body.iterchildren("{*}p")
    for paragraph, tag in ((first, "ins"), (second, "ins")):
        paragraph.insert(0, OxmlElement(f"w:{tag}"))
        paragraph[0].append(paragraph[1])
    second.append(OxmlElement("w:del"))
    second[-1].append(OxmlElement("w:r"))
    second[-1][0].append(OxmlElement("w:delText"))
    second[-1][0][0].text = " And no."
    control = OxmlElement("w:sdt")
    third.addprevious(control)
    control.append(OxmlElement("w:sdtContent"))
    control[0].append(third)
    document.save(tmp_path / "talk.docx")

    assert [turn.text for turn in load_transcript(tmp_path / "talk.docx")] == ["So?", "Yes.", "Good.", "Tea."]


@pytest.mark.parametrize(
    "raw",
    [
        [{"speaker": "Coach", "text": "So?"}, {"speaker": "Sam", "text": "Yes."}],
        {"segments": [{"start": 0, "speaker": "Coach", "text": "So?"}, {"start": 2, "speaker": "Sam", "text": "Yes."}]},
        {"messages": [{"role": "coach", "content": "So?"}, {"role": "client", "content": "Yes."}]},
    ],
)
def test_other_programs_json_is_read(written, raw):
    """A list of turns whatever it is called."""
    assert flat(load_transcript(written(json.dumps(raw), "talk.json"))) == [("coach", "So?"), ("coachee", "Yes.")]


def test_a_table_may_have_a_title_and_never_loses_words(written):
    """Commas that nobody quoted are named, not cut off."""
    path = written("Our talk\nDisplay Name,Message\nCoach,So?\nSam,Yes.\n", "talk.csv")
    cut = written("Speaker,Text\nCoach,Thanks for that, Sarah. So?\nSam,Yes.\n", "cut.csv")

    assert flat(load_transcript(path)) == [("coach", "So?"), ("coachee", "Yes.")]
    with pytest.raises(InputError, match=r"cut\.csv:2:1: T010 .*commas.*quotation marks"):
        load_transcript(cut)


def test_a_file_that_is_not_there_is_not_called_a_format(tmp_path):
    """It is said that it does not exist."""
    with pytest.raises(InputError, match="T001 does not exist"):
        load_transcript(tmp_path / "nope")


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
        ("a.json", "[]", "T002 has no turns"),
        ("a.json", "{}", "T005 has no list of turns"),
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
        ("a.txt", "Ann: a\n" * 6, "T012 names nobody but 'Ann'"),
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


WORDS = (
    st.lists(st.text(alphabet="abcé,.?!'", min_size=1, max_size=6), min_size=1, max_size=8)
    .map(" ".join)
    .filter(lambda words: any(map(str.isalpha, words)))
)


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

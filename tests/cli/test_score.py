"""Scoring transcripts, one or many, as a person or a program does it."""

import itertools
import json
import shutil

import pytest
from pypdf import PdfReader

from simulator.cli.batch import in_order
from simulator.errors import InputError, wrong
from simulator.files.transcripts.search import search
from tests.cli.test_commands import FILES, coach, out
from tests.files.test_redact import LINES, SECRETS

FORMS = FILES / "transcripts"
TALK = FILES / "transcript.txt"


def rows(done):
    """The objects printed, one a line."""
    return [json.loads(line) for line in out(done).splitlines()]


def test_many_files_are_one_object_a_line():
    """A folder, a pattern and a path, in the order named, however they are shared among processes."""
    arguments = ("score", FORMS, FORMS / "*.srt", TALK)
    alone, shared = coach(*arguments), coach(*arguments, "--jobs", 2)
    files = [row["file"] for row in rows(alone)]

    assert alone.returncode == 0, alone.stderr
    assert files == [*sorted(map(str, FORMS.iterdir())), str(FORMS / "rolling.srt"), str(TALK)]
    assert out(alone) == out(shared)


def test_what_is_bad_is_named_and_the_rest_is_scored(tmp_path):
    """Missing, empty, damaged, of no format: each is one line, and the exit code says that there was one."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "damaged.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "old.doc").touch()
    (tmp_path / "names.txt").write_text("Ann: So?\nBo: Yes.\n", encoding="utf-8")
    done = coach("score", "nowhere.txt", "no*.vtt", tmp_path / "empty", tmp_path, TALK, "--jobs", 2)
    said = done.stderr.decode("utf-8").splitlines()

    assert done.returncode == 2
    assert [row["file"] for row in rows(done)] == [str(TALK)]
    assert [line.split()[2] for line in said] == ["T001", "T001", "T011", "T008", "T003", "T001"]


def test_folders_are_searched_without_hidden_files(tmp_path):
    """In order, below folders too; what an editor leaves behind is passed over."""
    for name in ("b.txt", "a/c.VTT", "a/.hidden.txt", ".git/d.txt", "~$open.docx", "notes.md", "[1].txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()

    assert [one.within.as_posix() for one in search([str(tmp_path)])] == ["[1].txt", "b.txt", "a/c.VTT"]
    assert [one.path.name for one in search([str(tmp_path / "[1].txt")])] == ["[1].txt"]
    assert [one.path.name for one in search([str(tmp_path / "**/*.txt")])] == ["[1].txt", "b.txt"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_more_is_in_hand_than_is_needed(jobs):
    """Results come in order while the things still come, however many there will be."""
    taken = itertools.count()
    results = in_order(abs, (-next(taken) for _ in itertools.repeat(None)), jobs)

    assert list(itertools.islice(results, 20)) == list(range(20))
    assert next(taken) <= 20 + 4 * jobs + 1


def _refuse(thing):
    raise wrong(thing, "M001", "is missing", "put it back")


def test_what_a_process_finds_wrong_is_said_here():
    """A finding goes from one process to another as it is."""
    with pytest.raises(InputError, match="ear:0:0: M001 is missing"):
        list(in_order(_refuse, ["ear"], 2))


def test_names_are_replaced_and_scores_stay(tmp_path):
    """No name of the file is in anything that is said about it; the numbers are those of the words as they were."""
    path = tmp_path / "talk.txt"
    path.write_text("\n".join(LINES * 6), encoding="utf-8")
    row = json.loads(out(coach("score", path, "--json", "--redact")))
    plain = json.loads(out(coach("score", path, "--json")))
    said = json.dumps(row["turns"])

    assert not [name for name in SECRETS if name in said]
    assert [row[key] for key in ("overall", "dimensions", "indicators")] == [
        plain[key] for key in ("overall", "dimensions", "indicators")
    ]
    assert row["turns"][0]["response"] == "Thanks, Name1. So Name2 was late again, and Mrs Name3 rang?"


def test_one_debrief_is_written_where_it_is_wanted(tmp_path):
    """As a page and as PDF, beside what is printed; names are replaced in both."""
    path = tmp_path / "Kezia and Priya.txt"
    path.write_text("\n".join(LINES * 6), encoding="utf-8")
    done = coach("score", path, "--redact", "--html", tmp_path / "out" / "talk.html", "--pdf", tmp_path / "talk.pdf")
    page = (tmp_path / "out" / "talk.html").read_text(encoding="utf-8")
    printed = "".join(one.extract_text() for one in PdfReader(tmp_path / "talk.pdf").pages)

    assert done.returncode == 0, done.stderr
    assert "Debrief" in out(done)
    assert "Two points to take away" in page
    assert "Two points to take away" in printed
    assert not [name for name in SECRETS for said in (page, printed) if name in said]


def test_many_debriefs_are_written_into_a_folder(tmp_path):
    """Each under its transcript's name and place; two of one name are told apart."""
    for place in ("week 1/talk.txt", "talk.txt", "other/talk.txt"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        shutil.copy(TALK, tmp_path / place)
    named = (tmp_path / "week 1" / "talk.txt", tmp_path / "other", tmp_path / "talk.txt")
    done = coach("score", *named, "--html", tmp_path / "out", "--jobs", 2)

    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "2-talk.txt.html",
        "3-talk.txt.html",
        "talk.txt.html",
    ]


def test_a_report_never_takes_the_place_of_a_recording(tmp_path):
    """Nor of another report; the debrief says who was taken for whom."""
    talk = tmp_path / "talk.txt"
    talk.write_text("Ann (coach): So?\nBo: Yes.\n", encoding="utf-8")
    over = coach("score", talk, "--html", talk)
    twice = coach("score", talk, "--html", tmp_path / "x", "--pdf", tmp_path / "x")
    told = coach("score", talk)

    assert (over.returncode, twice.returncode) == (2, 2)
    assert "would be written over by its own report" in over.stderr.decode("utf-8")
    assert talk.read_text(encoding="utf-8").startswith("Ann")
    assert "Coach: Ann (coach). Coachee: Bo." in out(told)


def test_a_report_that_cannot_be_written_is_one_line(tmp_path):
    """Where it should have gone, and what to do."""
    done = coach("score", TALK, "--html", TALK / "below-a-file.html")

    assert done.returncode == 2
    assert done.stderr.decode("utf-8").count("\n") == 1
    assert "below-a-file.html:0:0: I006" in done.stderr.decode("utf-8")


def test_there_is_at_least_one_job():
    """Bad options are refused in one line."""
    assert coach("score", TALK, "--jobs", 0).returncode == 2

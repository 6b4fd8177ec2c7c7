"""After a conversation, line by line: the own view, disputes, other words, going on, files, and all of it again."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from simulator.files.corpus import load_corpus
from tests.cli.test_commands import FILES, coach, out


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """A home with a session and one that goes on from it, where its files went, and what was printed."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("files")
    words = (FILES / "afterwards.txt").read_text(encoding="utf-8").replace("/save out", f"/save {folder / 'out'}")
    done = coach("practise", "being-watched", "--plain", "--seed", 7, stdin=words, home=home)
    assert done.returncode == 0, done.stderr
    return home, folder, out(done)


def test_the_own_view_is_asked_for_and_stands_beside_the_score(played):
    """A level that is none is explained; what is left empty could not be said."""
    said = " ".join(played[2].split())

    assert "1 harmful or absent, 2 emerging, 3 secure, 4 skilled" in said
    assert "Trust and non-judgement: you said 3" in said
    assert "Questioning: you could not say" in said
    assert "The one thing you would change: Ask for what they saw." in said


def test_disputes_are_kept_told_and_never_scored(played):
    """In the conversation and after it."""
    said = " ".join(played[2].split())

    assert said.count("Kept. A dispute never changes the score.") == 2
    assert "You dispute this: > offering: suggest. You asked me." in said


def test_other_words_are_answered_and_nothing_of_it_is_kept(played):
    """Both answers, the difference, and the record as it was."""
    said = " ".join(played[2].split())

    assert "What was said =" in said
    assert "What if =" in said
    assert "The record is not changed." in said
    assert "'4' is no line of yours" in said


def test_going_on_is_a_session_that_names_its_origin(played):
    """It is listed, and its debrief says so."""
    listed = out(coach("debrief", "--plain", home=played[0])).splitlines()

    assert "A new session, 2." in played[2]
    assert listed[0].strip().startswith("2 ")
    assert listed[0].endswith("3 turns, finished, from session 1")
    assert "This goes on from session 1: its first 2 coach turns were taken over." in " ".join(played[2].split())


def test_a_saved_debrief_holds_all_of_it(played):
    """As a page and as PDF, with the own view and the disputes; again from the record, the same."""
    home, folder, _ = played
    page = (folder / "out.html").read_text(encoding="utf-8")
    printed = " ".join(one.extract_text() for one in PdfReader(folder / "out.pdf").pages)
    done = coach("debrief", "1", "--html", folder / "again", home=home)

    assert "How you saw it yourself" in page
    assert "You asked me." in page
    assert "You asked me." in printed
    assert Path(out(done).strip()) == folder / "again.html"
    assert (folder / "again.html").read_text(encoding="utf-8") == page


def test_disputes_are_exported_as_examples(played, tmp_path):
    """One line for each response, in the form that training reads; on standard output or in a file."""
    path = tmp_path / "disputes.jsonl"
    done = coach("data", "disputes", "--out", path, "--author", "ka", home=played[0])
    [first, second] = load_corpus([path])

    assert done.returncode == 0
    assert b"2 responses with disputed labels" in done.stderr
    assert (first.author, first.setting, first.response) == ("ka", "primary", "What would you like to use this for?")
    assert first.segments[0].move == "suggest"
    assert second.segments[0].move == "reflect_simple"
    rows = [json.loads(row) for row in out(coach("data", "disputes", home=played[0])).splitlines()]
    assert [row["author"] for row in rows] == ["disputes", "disputes"]


@pytest.mark.parametrize("named", ["9", "x"])
def test_a_session_that_is_not_there_is_one_line(played, named):
    """And exit code 2."""
    done = coach("debrief", named, "--plain", home=played[0])

    assert done.returncode == 2
    assert f"there is no finished session '{named}'".encode() in done.stderr

"""The commands, as a person or a program runs them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from simulator import __version__
from simulator.cli import wiring
from simulator.core.play import begin, hear_transcript, speak
from simulator.core.score import score

FILES = Path("tests/files").resolve()


def coach(*arguments, stdin="", home=None):
    """Run the command in a process of its own."""
    environment = os.environ | ({"COACH_HOME": str(home)} if home else {})
    return subprocess.run(
        [sys.executable, "-m", "simulator", *map(str, arguments)],
        input=stdin.encode("utf-8"),
        capture_output=True,
        check=False,
        env=environment,
    )


def out(done):
    """What was printed."""
    return done.stdout.decode("utf-8")


def test_the_version_is_printed():
    """And nothing else."""
    assert out(coach("--version")).strip() == f"coach {__version__}"


def test_every_command_has_help_and_stands_in_the_readme():
    """No command is a secret."""
    readme = Path("README.md").read_text(encoding="utf-8")
    for command in (
        *("practise", "debrief", "classify", "score", "scenario", "model", "data"),
        *("theme", "watch", "agreement", "plan", "timetable", "school-check"),
    ):
        done = coach(command, "--help")
        assert done.returncode == 0
        assert f"coach {command}" in readme


def test_a_whole_conversation_from_a_file(empty_home):
    """Played line by line, labelled, and debriefed; the commands work in it."""
    words = (FILES / "conversation.txt").read_text(encoding="utf-8")
    done = coach("practise", "being-watched", "--plain", "--seed", 7, stdin=words, home=empty_home)
    said = out(done)

    assert done.returncode == 0, done.stderr
    assert "thinks:" in said
    assert "Taken back:" in said
    assert "Debrief: Being watched" in said


def test_the_same_seed_and_words_give_the_same_conversation(empty_home):
    """To the letter."""
    words = "Hello Kezia\nWhat did you notice about the children?\n/end\n"
    runs = [out(coach("practise", "being-watched", "--plain", "--seed", 3, stdin=words, home=empty_home)) for _ in "ab"]

    assert runs[0] == runs[1]
    assert "Kezia:" in runs[0]


def test_classify_keeps_the_order_and_the_blanks():
    """Plain lines in, one object a line out, blank ones included."""
    done = coach("classify", "--json", stdin="What did you see?\n\nYou should ring home.\n")
    rows = [json.loads(row) for row in out(done).splitlines()]

    assert [row["response"] for row in rows] == ["What did you see?", "", "You should ring home."]
    assert [row["primary"] for row in rows] == ["questioning", "minimal", "directive"]


def test_classify_reads_json_lines_with_context():
    """An id comes back; the context is heard."""
    request = {
        "id": "r1",
        "response": "You could pair them up, or go quiet and wait.",
        "context": [{"speaker": "coachee", "text": "Could you tell me what other people do?"}],
    }
    [row] = [json.loads(row) for row in out(coach("classify", "--json", stdin=json.dumps(request))).splitlines()]

    assert row["id"] == "r1"
    assert row["primary"] == "offering"


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        (["classify", "no-such-file.txt"], "", "no-such-file.txt:0:0: I003"),
        (["classify"], '{"response": "a"}\n{"context": 3}\n', "<stdin>:2:1: I004"),
        (["score", "no-such-file.json"], "", "no-such-file.json:0:0: T001"),
        (["score", FILES / "conversation.txt"], "", "T006"),
        (["practise", "no-such-scenario", "--plain"], "", "S001"),
        (["practise"], "", "I002"),
        (["scenario", "playtest"], "", "I001"),
        (["scenario", "playtest", "nowhere.yaml"], "", "nowhere.yaml:0:0: S001"),
        (["scenario", "check", "nowhere.yaml"], "", "nowhere.yaml:0:0: S001"),
        (["score", "--nonsense", "x"], "", "No such option"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(arguments, stdin, message):
    """Where, what, what to do; never a traceback."""
    done = coach(*arguments, stdin=stdin)
    said = done.stderr.decode("utf-8")

    assert done.returncode == 2
    assert message in said
    assert "Traceback" not in said


def test_what_is_wrong_inside_a_scenario_is_a_finding_and_exit_1():
    """Findings are printed where programs look for them."""
    done = coach("scenario", "check", FILES / "rejected" / "wrong-kind.yaml")

    assert done.returncode == 1
    assert "wrong-kind.yaml:" in out(done)
    assert "S003" in out(done)


def test_the_shipped_scenarios_are_in_order():
    """Fine is 0."""
    assert coach("scenario", "check").returncode == 0
    assert coach("scenario", "rehearse").returncode == 0


def test_a_playtest_says_what_is_covered_and_what_the_bots_score():
    """In the form other programs read, the same for the same seed."""
    done, again = (coach("scenario", "playtest", "being-watched", "--sessions", 60, "--json") for _ in "ab")
    found = json.loads(out(done))

    assert done.returncode == 0
    assert out(done) == out(again)
    assert found["sound"] is True
    assert found["sessions"]["layers"] == {"share": 1.0, "unseen": []}
    assert set(found["bots"]) == {"question-only", "echo-only", "praise-only", "advice-only", "good", "poor"}
    assert found["bots"]["good"]["overall"] > found["bots"]["poor"]["overall"]


def test_a_playtest_names_what_was_never_seen(tmp_path):
    """By file, line and column; a locked layer is exit 1."""
    text = Path("scenarios/being-watched.yaml").read_text(encoding="utf-8")
    path = tmp_path / "locked.yaml"
    path.write_text(text.replace("    inner:\n", "    inner:\n      needs: {trust: 99}\n", 1), encoding="utf-8")
    done = coach("scenario", "playtest", path, "--sessions", 40)

    assert done.returncode == 1
    assert "never opened: inner layer of lesson" in out(done)
    assert re.search(r"never said: \S+locked\.yaml:\d+:\d+: ", out(done))


def test_the_acceptance_table_goes_where_it_belongs(tmp_path):
    """Between its two marks, and a document without them is left alone."""
    path = tmp_path / "page.md"
    path.write_text("Before\n<!-- acceptance -->\nold\n<!-- /acceptance -->\nAfter\n", encoding="utf-8")
    coach("scenario", "playtest", "being-watched", "--acceptance", "--seeds", 10, "--into", path)
    text = path.read_text(encoding="utf-8")

    assert text.startswith("Before\n<!-- acceptance -->\n10 seeds over 1 scenario,")
    assert text.endswith("<!-- /acceptance -->\nAfter\n")
    assert "\nold\n" not in text
    (tmp_path / "bare.md").write_text("nothing here\n", encoding="utf-8")
    done = coach("scenario", "playtest", "being-watched", "--acceptance", "--seeds", 10, "--into", tmp_path / "bare.md")
    assert done.returncode == 2
    assert b"I010" in done.stderr


def test_a_transcript_is_scored_in_the_contracts_form():
    """The keys other programs read."""
    [row] = [json.loads(row) for row in out(coach("score", "--json", FILES / "transcript.txt")).splitlines()]

    assert list(row) == ["file", "overall", "dimensions", "indicators", "turns"]
    assert set(row["overall"]) == {"score", "low", "high"}
    assert set(row["dimensions"]["trust"]) == {"level", "low", "high", "evidence", "note"}
    assert row["overall"]["score"] > 50
    assert len(row["turns"]) == 18


def test_one_bad_file_does_not_stop_the_rest():
    """The good one is scored, the bad one named."""
    done = coach("score", "--json", "nowhere.txt", FILES / "transcript.txt")

    assert done.returncode == 2
    assert '"overall"' in out(done)


def test_a_session_and_its_transcript_score_the_same():
    """What is scored is what is heard, wherever it comes from."""
    listener, rubric = wiring.listener(), wiring.rubric()
    session = begin(wiring.scenario("being-watched"), 4, listener)
    for words in (FILES / "conversation.txt").read_text(encoding="utf-8").splitlines():
        if not words.startswith("/") and not session.is_over:
            session = speak(session, words, listener)

    assert score(session.conversation(), rubric) == score(hear_transcript(session.context(), listener), rubric)

"""Scoring where a person watches: a terminal in front of the command, results going elsewhere."""

import json
import os
import shutil
import subprocess
import sys
import threading

import pytest

from tests.cli.test_score import TALK

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")


def typed_at(answer, *arguments):
    """Run ``coach score`` at a terminal, with results going elsewhere; gives exit code, output, what was shown."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "simulator", "score", *map(str, arguments)]
    shown = []
    watcher = threading.Thread(target=_watch, args=(master, shown))
    with subprocess.Popen(command, stdin=slave, stderr=slave, stdout=subprocess.PIPE) as running:
        os.close(slave)
        watcher.start()
        os.write(master, answer.encode())
        printed = running.stdout.read().decode()
    watcher.join()
    os.close(master)
    return running.returncode, printed, b"".join(shown).decode()


def _watch(master, shown):
    with os.fdopen(os.dup(master), "rb", buffering=0) as screen:
        try:
            while piece := screen.read(1024):
                shown.append(piece)
        except OSError:  # the terminal is gone
            return


def test_progress_is_shown_where_a_person_watches(tmp_path):
    """On standard error, problems above the bar; the results stay clean."""
    for name in ("a.txt", "b.txt"):
        shutil.copy(TALK, tmp_path / name)
    code, printed, shown = typed_at("", tmp_path, "nowhere.txt")

    assert code == 2
    assert [json.loads(line)["file"] for line in printed.splitlines()] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
    ]
    assert "3/3" in shown
    assert "nowhere.txt:0:0: T001" in shown


@pytest.mark.parametrize(("answer", "code"), [("bo\n", 0), ("9\nbo\n", 0), ("\n", 2)])
def test_who_coaches_is_asked_at_a_terminal(tmp_path, answer, code):
    """By number or name, again where the answer is neither; without one the finding says what to do."""
    path = tmp_path / "talk.txt"
    path.write_text("Ann Lee: It is the noise.\nBo Hall: What did you notice?\n" * 8, encoding="utf-8")
    ended, printed, shown = typed_at(answer, path, "--json")

    assert ended == code
    assert "1 Ann Lee" in shown
    assert "T003" in shown if code else json.loads(printed)["turns"][1]["primary"] == "questioning"

"""Every element of both seed documents works where docs/SEEDS.md says, line by line and in the running app."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from textual.widgets import Static
from typer.testing import CliRunner

from simulator.cli import library, wiring
from simulator.cli.main import app as commands
from simulator.core.desk import Desk
from simulator.ui.app import CoachApp
from simulator.ui.screens.choose import ChooseScreen
from simulator.ui.screens.review import ReviewScreen
from simulator.ui.screens.watch import WatchScreen
from tests.ui.conftest import app, edges, settle, shown  # noqa: F401 - fixtures

_TABLE = Path("docs/SEEDS.md").read_text(encoding="utf-8").split("|---|---|---|---|\n")[1]
ROWS = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in _TABLE.splitlines() if line]
BY_COMMAND = {
    command.strip("`"): [row[3] for row in rows]
    for command, rows in groupby(sorted(ROWS, key=lambda row: row[2]), key=lambda row: row[2])
}
SAID = {"watch": "a\n" + "\n" * 30, "practise": "/end\n"}
"""What is typed at a command; an empty line goes on everywhere."""


def flat(text):
    """Words only: line breaks and indents are the front end's own."""
    return " ".join(text.split())


def test_the_table_has_a_row_for_everything():
    """Six hexagons and their ways, both questions, eight clips, every resource, the definition, four ways."""
    commands_named = {row[2].strip("`") for row in ROWS}

    assert {f"coach watch {number}" for number in range(8, 16)} <= commands_named
    assert {f"coach theme {guide.theme}" for guide in library.library().guides} <= commands_named
    assert sum(row[1].startswith("issue: ") for row in ROWS) == 6
    assert sum(row[1].startswith("ways forward to consider: ") for row in ROWS) == 6
    assert sum(row[1].startswith("question: ") for row in ROWS) == 2
    assert {row[1].split(",")[0] for row in ROWS if row[0] == "B"} >= {f"way {number}" for number in range(1, 5)}
    assert all(len(row) == 4 and all(row) for row in ROWS)


@pytest.mark.parametrize("command", [name for name in BY_COMMAND if name != "coach timetable"])
def test_each_row_works_line_by_line(command):
    """What is to be looked for is printed."""
    _, name, *rest = command.split()
    for kept in (wiring.record, library.notebook):
        kept.cache_clear()
    done = CliRunner().invoke(commands, [name, *rest, "--plain"], input=SAID.get(name, "\n" * 40))

    assert done.exception is None, done.exception
    assert [words for words in BY_COMMAND[command] if words not in flat(done.output)] == []


def test_the_timetable_row_works_line_by_line():
    """It needs a file."""
    done = CliRunner().invoke(commands, ["timetable", "tests/files/weeks/week.csv"])

    assert all(words in flat(done.output) for words in BY_COMMAND["coach timetable"])


@pytest.mark.parametrize("command", BY_COMMAND)
async def test_each_row_works_in_the_running_app(command, edges):  # noqa: F811
    """The same words stand on the screen that the command opens."""
    whole = edges.desk()
    desk = Desk(library.library(), whole.notebook, edges.record())
    async with CoachApp(replace(edges, desk=lambda: desk), wish=wish(command)).run_test(size=(120, 40)) as pilot:
        words = flat(await everything(pilot))

    assert [one for one in BY_COMMAND[command] if one not in words] == []


def wish(command):
    """What the app is asked for by a command."""
    _, name, *rest = command.split()
    if name == "watch":
        return "clip", next(clip.slug for clip in library.library().clips if str(clip.number) == rest[0])
    if name == "school-check":
        return "resource", rest[0] if rest else "four-ways"
    if name == "theme":
        return ("theme", rest[0]) if rest else ("themes", "")
    return ("scenario", rest[0]) if name == "practise" else (name, "")


async def everything(pilot):
    """All the words of the screen that was asked for, on all its pages."""
    while isinstance(pilot.app.screen, ChooseScreen):
        await pilot.pause(0.05)
    await settle(pilot)
    screen = pilot.app.screen
    if isinstance(screen, WatchScreen):
        await pilot.press("a")
        await settle(pilot)
    words = shown(screen)
    for _ in range(7 if isinstance(screen, ReviewScreen) else 0):
        await pilot.press("n")
        await settle(pilot)
        words += shown(screen)
    assert screen.query(Static)
    return words

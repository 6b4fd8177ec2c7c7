"""How the screens look. Accept changes with ``make snapshots``, after looking."""

from dataclasses import replace

import pytest

from simulator.core.desk import Desk
from simulator.ui.app import CoachApp
from simulator.ui.screens.debrief import DebriefScreen
from simulator.ui.screens.dispute import DisputeScreen
from simulator.ui.screens.own_view import OwnViewScreen
from simulator.ui.screens.what_if import WhatIfScreen
from simulator.ui.wishes import Kind, Wanted
from tests.ui.conftest import begin, finish, say, settle, until

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_list(snap_compare, app, size):
    """What there is to choose from."""
    assert snap_compare(app, terminal_size=size, run_before=settle)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_brief(snap_compare, app, size):
    """What the coach knows beforehand."""

    async def open_brief(pilot):
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=open_brief)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_conversation(snap_compare, app, size):
    """Words, labels, reason, composer."""

    async def talk(pilot):
        await begin(pilot)
        await say(pilot, "What did you notice about the children?")
        await pilot.press(*"So it was")
        await settle(pilot)
        pilot.app.screen.query_one("Composer").cursor_blink = False
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=talk)


TALK = ("a", "b", "c", "d", "e", "f")


async def read(pilot, *keys):
    """The debrief, and the keys that show what is to be seen there."""
    await finish(pilot, *TALK)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
    for field in pilot.app.screen.query("Input, TextArea"):
        field.cursor_blink = False
    await settle(pilot)


async def rate(pilot):
    """The own view, half given."""
    await begin(pilot)
    await say(pilot, "a")
    await pilot.press("f4")
    await until(pilot, OwnViewScreen)
    await pilot.press("3", "2", "0", "4")
    await settle(pilot)


async def disputed(pilot):
    """A line with a label that its coach disputes."""
    await read(pilot, "c", "d")
    await until(pilot, DisputeScreen)
    await pilot.press("down", "enter", *"They had asked.", "enter")
    await until(pilot, DebriefScreen)
    await settle(pilot)


async def tried(pilot):
    """Other words at the second line, answered."""
    await read(pilot, "c", "tab", "w")
    screen = await until(pilot, WhatIfScreen)
    await pilot.press(*"etter words", "enter")
    await settle(pilot)
    screen.query_one("Composer").cursor_blink = False
    await settle(pilot)


DEBRIEFS = {
    "own-view": rate,
    "debrief": read,
    "course": lambda pilot: read(pilot, *"nnnnn"),
    "disputed": disputed,
    "dispute": lambda pilot: read(pilot, "c", "d"),
    "what-if": tried,
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", DEBRIEFS)
def test_the_debrief(snap_compare, app, screen, size):
    """From the own view to other words."""
    assert snap_compare(app, terminal_size=size, run_before=DEBRIEFS[screen])


def at(kind, name, *keys):
    """The app on its way to a screen, and the keys that show what is to be seen there."""

    async def go(pilot):
        await settle(pilot)
        pilot.app.post_message(Wanted(Kind(kind), name))
        for _ in range(3):
            await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        for field in pilot.app.screen.query("Input, TextArea"):
            field.cursor_blink = False
        await settle(pilot)

    return go


STOPPED = ("space", "right", "right", "right", "right", "right", "s")
SCREENS = {
    "themes": at("themes", "", "right"),
    "theme": at("theme", "trust"),
    "answer": at("theme", "trust", "enter", *"Nobody laughs."),
    "clip": at("clip", "three-targets", "space", "right", "right", "right"),
    "stop": at("clip", "three-targets", *STOPPED, "enter", "down", "enter"),
    "spotting": at("clip", "three-targets", *STOPPED, "escape", "a", "enter"),
    "twin": at("clip", "three-targets", "space", "a", "enter", "end"),
    "review": at("resource", "four-ways", "enter"),
    "review-result": at("resource", "four-ways", "enter", "r"),
    "page": at("resource", "comparison"),
    "case-study": at("resource", "secondary-school"),
    "agreement": at("agreement", ""),
    "plan": at("plan", ""),
    "card": at("card", "", "c"),
    "timetable": at("timetable", "", *"tests/files/weeks/week.csv", "enter"),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("screen", SCREENS)
def test_the_screens_around_the_themes(snap_compare, app, still, screen, size):
    """One picture each; a clip is paused first."""
    assert snap_compare(app, terminal_size=size, run_before=SCREENS[screen])


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_list_of_clips(snap_compare, edges, shelves, size):
    """All thirteen."""
    desk = Desk(shelves, edges.desk().notebook, edges.record())
    app = CoachApp(replace(edges, desk=lambda: desk))

    assert snap_compare(app, terminal_size=size, run_before=at("clips", ""))

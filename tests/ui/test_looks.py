"""How the four screens look. Accept changes with ``make snapshots``, after looking."""

import pytest

from tests.ui.conftest import begin, say, settle

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


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_debrief(snap_compare, app, size):
    """The first page of it."""

    async def finish(pilot):
        await begin(pilot)
        for words in ("a", "b", "c", "d", "e", "f"):
            await say(pilot, words)
        await pilot.press("f4")
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=finish)

"""Print the longest time, in ms, that the running app's event loop could not turn, from start to debrief."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from simulator.cli.wiring import edges
from simulator.ui.app import CoachApp
from simulator.ui.screens.brief import BriefScreen
from simulator.ui.screens.conversation import ConversationScreen
from simulator.ui.screens.debrief import DebriefScreen
from simulator.ui.screens.own_view import OwnViewScreen
from simulator.ui.widgets.composer import Composer

TICK = 0.005


async def watch(gaps: list[float]) -> None:
    """Note how late every tick comes."""
    while True:
        start = time.perf_counter()
        await asyncio.sleep(TICK)
        gaps.append(time.perf_counter() - start - TICK)


async def until(pilot: Pilot[None], is_ready: Callable[[], Any]) -> None:
    """Wait for something to be there."""
    while not is_ready():
        await pilot.pause(0.05)


async def leave(pilot: Pilot[None], key: str, screen: type[Screen[Any]]) -> None:
    """Press a key until a screen that may still be busy takes it."""
    while isinstance(pilot.app.screen, screen):
        await pilot.press(key)
        await pilot.pause(0.2)


async def main() -> None:
    """Choose, begin, say something, end."""
    gaps: list[float] = []
    app = CoachApp(edges(), start_with="being-watched", seed=5)
    async with app.run_test() as pilot:
        watcher = asyncio.create_task(watch(gaps))
        await until(pilot, lambda: isinstance(app.screen, BriefScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ConversationScreen) and app.screen.query(Composer))
        assert isinstance(app.screen, ConversationScreen)
        practice = app.screen.practice
        app.screen.query_one(Composer).put("What did you notice about the children?")
        await pilot.press("enter")
        await until(pilot, lambda: practice.session.turns)
        await leave(pilot, "f4", ConversationScreen)
        await until(pilot, lambda: isinstance(app.screen, OwnViewScreen))
        await leave(pilot, "escape", OwnViewScreen)
        await until(pilot, lambda: isinstance(app.screen, DebriefScreen))
        watcher.cancel()
    print(1000 * max(gaps))


asyncio.run(main())

"""The app over real scenarios and a real record, with a listener that needs no model."""

from dataclasses import replace

import pytest
from textual.widgets import OptionList, Static

from simulator.cli import wiring
from simulator.core.desk import Desk
from simulator.core.edges import Edges
from simulator.core.record import Wording
from simulator.files.scenario import Source, build_scenario, read_source
from simulator.places import shipped
from simulator.store.notebook import SqliteNotebook
from simulator.store.record import SqliteRecord
from simulator.ui.app import CoachApp
from simulator.ui.screens import watch
from simulator.ui.screens.debrief import DebriefScreen
from simulator.ui.screens.own_view import OwnViewScreen
from simulator.ui.widgets.honeycomb import Honeycomb
from tests.talk import Always

CARD = """# Model card

## How good it is

- family macro-F1 0.5

## By family

| | precision | recall | F1 | cases |
|---|--:|--:|--:|--:|
| questioning | 0.95 | 0.94 | 0.95 | 1630 |
| directive | 0.88 | 0.90 | 0.89 | 999 |

## How honest its confidence is

```
0.45 confident  0.50 right |##########          | 40
0.95 confident  0.96 right |################### | 900
```
"""


@pytest.fixture
def edges(tmp_path, scenario, rubric, shelves):
    """Everything a front end needs; only the ear is a stand-in."""
    source = read_source(shipped("scenarios") / "being-watched.yaml")
    record = SqliteRecord(tmp_path / "record.sqlite", lambda: "2026-01-02T03:04:05+00:00")
    listener = Always()
    notebook = SqliteNotebook(tmp_path / "record.sqlite", lambda: "2026-01-02T03:04:05+00:00")
    clips = tuple(clip for clip in shelves.clips if clip.slug == "three-targets")
    desk = Desk(replace(shelves, clips=clips), notebook, record)
    return Edges(
        scenarios=lambda: [scenario],
        wording=lambda one: Wording(one.slug, one.hash, source.text),
        rebuild=lambda wording: build_scenario(Source(wording.slug, wording.slug, wording.text)),
        listener=lambda: listener,
        record=lambda: record,
        rubric=lambda: rubric,
        seed=lambda: 7,
        desk=lambda: desk,
        week=wiring.week,
        card=lambda: CARD,
        write=wiring.write,
        example=wiring.example,
        report=wiring.report,
    )


@pytest.fixture
def app(edges):
    """The app, not started."""
    return CoachApp(edges)


@pytest.fixture
def still(monkeypatch):
    """No line of a clip comes by itself, however slow the machine is."""
    monkeypatch.setattr(watch, "seconds", lambda line, speed: 1e6)


async def settle(pilot):
    """Wait until no worker runs and everything is painted."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def begin(pilot):
    """From the list through the brief into the conversation."""
    await settle(pilot)
    await pilot.press("enter")
    await pilot.pause()
    await pilot.press("enter")
    await settle(pilot)


async def say(pilot, words):
    """Type and send a response."""
    await pilot.press(*words, "enter")
    await settle(pilot)


async def finish(pilot, *words):
    """A whole conversation of these words, the own view skipped: the debrief."""
    await begin(pilot)
    for one in words:
        await say(pilot, one)
    await pilot.press("f4")
    await settle(pilot)
    if isinstance(pilot.app.screen, OwnViewScreen):
        await pilot.press("escape")
    return await until(pilot, DebriefScreen)


async def until(pilot, kind):
    """Wait for a screen of this kind."""
    for _ in range(100):
        await settle(pilot)
        if isinstance(pilot.app.screen, kind):
            await settle(pilot)  # the screen is there; now its widgets are, too
            return pilot.app.screen
        await pilot.pause(0.05)
    raise AssertionError(f"still on {pilot.app.screen}")


def shown(screen):
    """All the words on a screen."""
    words = [str(one.content) for one in screen.query(Static)]
    for listed in screen.query(OptionList):
        words += [str(option.prompt) for option in listed.options]
    for comb in screen.query(Honeycomb):
        words.append(comb.render().plain)
    return "\n".join(words)

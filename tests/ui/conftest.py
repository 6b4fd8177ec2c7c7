"""The app over real scenarios and a real record, with a listener that needs no model."""

import pytest

from simulator.core.edges import Edges
from simulator.core.record import Wording
from simulator.files.scenario import Source, build_scenario, read_source
from simulator.places import shipped
from simulator.store.record import SqliteRecord
from simulator.ui.app import CoachApp
from tests.talk import Always


@pytest.fixture
def edges(tmp_path, scenario, rubric):
    """Everything a front end needs; only the ear is a stand-in."""
    source = read_source(shipped("scenarios") / "being-watched.yaml")
    record = SqliteRecord(tmp_path / "record.sqlite", lambda: "2026-01-02T03:04:05+00:00")
    listener = Always()
    return Edges(
        scenarios=lambda: [scenario],
        wording=lambda one: Wording(one.slug, one.hash, source.text),
        rebuild=lambda wording: build_scenario(Source(wording.slug, wording.slug, wording.text)),
        listener=lambda: listener,
        record=lambda: record,
        rubric=lambda: rubric,
        seed=lambda: 7,
    )


@pytest.fixture
def app(edges):
    """The app, not started."""
    return CoachApp(edges)


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

"""What tests share: one shipped scenario, one listener that needs no model, and an empty home."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("OMP_NUM_THREADS", "1")

from simulator.core.rubric import Rubric
from simulator.core.scenario import Scenario
from simulator.files.rubric import load_rubric
from simulator.files.scenario import load_scenario
from simulator.places import shipped

# How long an example takes says how busy the machine is, not whether it is right.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")


@pytest.fixture(autouse=True)
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nobody's own records or scenarios leak into a test, and a test leaks into nobody's."""
    home = tmp_path / "home"
    monkeypatch.setenv("COACH_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """The shipped scenario "Being watched"."""
    return load_scenario(shipped("scenarios") / "being-watched.yaml")


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    """The shipped rubric."""
    return load_rubric(shipped("rubric") / "good_coaching.yaml")

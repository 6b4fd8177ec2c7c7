"""The ten acceptance tests of docs/COACHEE.md, over the whole library."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.cli.acceptance import table
from simulator.core.playtest.acceptance import Figure, after_judgement, by_move, by_rubric, by_script
from simulator.core.playtest.library import Library
from simulator.core.state import Profile
from simulator.files.scenario import load_scenario, scenario_paths

ALL = 15
"""Figures in the table."""
BY_REPLY = 5
"""Tests up to this one count replies; the later ones look at extremes, which few seeds may miss."""


@pytest.fixture(scope="module")
def library(rubric):
    """The shipped scenarios, for as many seeds as a test can wait for."""
    return Library(scenarios=[load_scenario(path) for path in scenario_paths().values()], rubric=rubric, seeds=600)


@pytest.fixture(scope="module")
def measured(library):
    """All figures; those that need scores with fewer seeds."""
    scored = replace(library, seeds=75)
    return [*by_move(library), *by_script(library), *after_judgement(scored), *by_rubric(scored)]


@pytest.mark.slow
def test_the_coachee_reacts_as_people_do(measured):
    """All ten hold."""
    assert [figure for figure in measured if not figure.holds] == []
    assert {figure.test for figure in measured} == set(range(1, 11))
    assert len(measured) == ALL


@pytest.mark.slow
def test_the_table_in_the_docs_is_not_stale(measured, library):
    """It has these rows, wants these values, and found about these figures; `make acceptance` writes it anew."""
    text = Path("docs/COACHEE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+ \| .+) \| (-?[\d.]+) \| (\S+) \|$", text, re.MULTILINE)
    fresh = re.findall(r"^\| (\d+ \| .+) \| (-?[\d.]+) \| (\S+) \|$", table(library, measured), re.MULTILINE)

    assert len(rows) == ALL
    assert [(row, holds) for row, _, holds in rows] == [(row, holds) for row, _, holds in fresh]
    pairs = [(row, float(old), float(new)) for (row, old, _), (_, new, _) in zip(rows, fresh, strict=True)]
    assert all(old == pytest.approx(new, rel=0.25) for row, old, new in pairs if int(row.split()[0]) <= BY_REPLY)


def test_every_persona_plays_every_scenario(library):
    """With equal weight, whatever the number of seeds divided by five."""
    profiles = [scenario.persona.profile for scenario in library.cast]

    assert len(library.cast) == len(library.scenarios) * len(Profile)
    assert {profiles.count(profile) for profile in Profile} == {len(library.scenarios)}


def test_a_figure_outside_its_range_does_not_hold():
    """Both ends belong to it."""
    assert not Figure(1, "", "", 1.6, 2.8, 1.59).holds
    assert Figure(1, "", "", 1.6, 2.8, 2.8).holds
    assert not Figure(4, "", "", None, 0.35, 0.36).holds

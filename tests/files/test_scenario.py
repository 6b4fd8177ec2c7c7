"""The shipped scenario and the rehearsals beside it."""

import json
from collections import Counter
from pathlib import Path

import pytest

from simulator.core.moves import Move
from simulator.core.scenario import Ending, Layer
from simulator.core.words import Kind, Mark, Occasion
from simulator.files.checks.rehearsal import drifts
from simulator.files.rehearsal import load_rehearsal, rehearsal_path
from simulator.files.scenario import load_scenario, scenario_paths

SCENARIOS = list(scenario_paths().values())


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_a_scenario_has_enough_to_say(path):
    """Twelve topics in two layers, 150 different lines, lines for every kind, occasion and ending."""
    scenario = load_scenario(path)
    lines = list(scenario.every_line())

    assert len(scenario.topics) >= 12
    assert len({line.text for line in lines}) == len(lines) >= 150
    assert all(len(scenario.lines[kind]) >= 8 for kind in Kind)
    assert all(len(scenario.occasions[occasion]) >= 3 for occasion in Occasion)
    assert all(scenario.endings[ending] for ending in Ending)
    assert all(topic.layers[layer] for topic in scenario.topics for layer in Layer)


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_line_ids_are_unique(path):
    """No two lines share an id."""
    ids = Counter(line.id for line in load_scenario(path).every_line())

    assert not [name for name, times in ids.items() if times > 1]


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_surface_yes_has_a_thought(path):
    """A compliant line shows in the debrief what was not said."""
    lines = load_scenario(path).every_line()

    assert all(line.thought for line in lines if line.kind is Kind.COMPLIANCE)


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_rehearsal_plays_as_expected(path):
    """Two or more plays, each answered by the lines its author saw."""
    rehearsal = load_rehearsal(rehearsal_path(path))

    assert len(rehearsal.plays) >= 2
    assert list(drifts(load_scenario(path), rehearsal)) == []


def test_schema_and_code_name_the_same_things():
    """The lists in the schema are the lists in the code."""
    schema = json.loads(Path("scenarios/scenario.schema.json").read_text(encoding="utf-8"))["properties"]

    assert set(schema["lines"]["required"]) == set(Kind)
    assert set(schema["occasions"]["required"]) == set(Occasion)
    assert set(schema["endings"]["required"]) == {*Ending, "offer"}
    heard = json.loads(Path("scenarios/rehearsal.schema.json").read_text(encoding="utf-8"))
    turn = heard["properties"]["plays"]["items"]["properties"]["turns"]["items"]["properties"]
    assert set(turn["heard"]["items"]["oneOf"][0]["enum"]) == set(Move)
    assert set(turn["heard"]["items"]["oneOf"][1]["properties"]["marks"]["items"]["enum"]) == set(Mark)

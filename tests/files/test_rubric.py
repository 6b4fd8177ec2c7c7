"""The rubric file."""

import json
from pathlib import Path

import pytest

from simulator.core.moves import Move
from simulator.errors import InputError
from simulator.files.rubric import load_rubric
from simulator.places import shipped

TEXT = (shipped("rubric") / "good_coaching.yaml").read_text(encoding="utf-8")


def test_the_eight_dimensions_are_there(rubric):
    """In the order of the contract, each with four levels and a source."""
    keys = ["trust", "listening", "questioning", "ownership", "focus", "action", "contracting", "expertise"]

    assert [dimension.key for dimension in rubric.dimensions] == keys
    assert all(set(dimension.levels) == {1, 2, 3, 4} and dimension.grounded_in for dimension in rubric.dimensions)


def test_indicators_have_sources_and_edges(rubric):
    """A number without a source is a guess."""
    assert all(indicator.source and indicator.green != indicator.red for indicator in rubric.indicators)


def test_the_users_own_rubric_overrides_ours(empty_home):
    """By name, in the user's folder."""
    own = empty_home / "rubric"
    own.mkdir(parents=True)
    (own / "good_coaching.yaml").write_text(TEXT.replace("title: Good coaching", "title: Our way", 1), encoding="utf-8")

    assert load_rubric().title == "Our way"


def test_a_measure_that_does_not_exist_is_named(tmp_path):
    """A slip in the rubric is a finding with its line."""
    path = tmp_path / "mine.yaml"
    path.write_text(TEXT.replace("measure: summaries", "measure: summarys", 1), encoding="utf-8")

    with pytest.raises(InputError, match=r"mine\.yaml:\d+:\d+: R003 there is no measure 'summarys'"):
        load_rubric(path)


def test_example_lines_are_for_known_moves():
    """Schema and code agree on the moves that can be a model."""
    schema = json.loads(Path("rubric/rubric.schema.json").read_text(encoding="utf-8"))

    assert set(schema["properties"]["examples"]["propertyNames"]["enum"]) <= set(Move)

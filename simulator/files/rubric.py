"""Rubric files, checked and built."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from simulator.core.measures import MEASURES
from simulator.core.moves import Move
from simulator.core.rubric import Condition, Dimension, Gate, Indicator, Level, Moment, Rubric
from simulator.errors import Finding, InputError
from simulator.files.document import Document, read_document
from simulator.files.schema import slips
from simulator.places import shelves


def load_rubric(path: Path | None = None) -> Rubric:
    """Read, check and build a rubric: the user's own if there is one, else the shipped one.

    Raises:
        InputError: If the file cannot be read or anything in it is wrong.
    """
    document = read_document(path or _default("good_coaching.yaml"), "R001")
    findings = list(slips(document, "rubric", "rubric", "R002")) or list(_unknown_measures(document))
    if findings:
        raise InputError(*findings)
    return _build(document.value)


def _default(name: str) -> Path:
    places = [shelf / name for shelf in shelves("rubric")]
    return next((place for place in places if place.is_file()), places[-1])


def _unknown_measures(document: Document) -> Iterator[Finding]:
    for path in document.places:
        if path[-1:] == ("measure",):
            value: Any = document.value
            for step in path:
                value = value[_key(value, step)]
            if value not in MEASURES:
                yield document.finding(path, "R003", f"there is no measure '{value}'", "see docs/MEASURES.md for all")


def _key(value: Any, step: str | int) -> Any:
    """A mapping's key as it was read: YAML makes numbers of the levels' names."""
    return step if isinstance(value, list) or step in value else int(step)


def _build(raw: Mapping[str, Any]) -> Rubric:
    return Rubric(
        title=raw["title"],
        version=raw["version"],
        standard=raw["standard"],
        least_turns=raw["least_turns"],
        gate=Gate(**raw["gate"]),
        dimensions=tuple(_dimension(dimension) for dimension in raw["dimensions"]),
        indicators=tuple(Indicator(**indicator) for indicator in raw["indicators"]),
        examples={Move(move): tuple(lines) for move, lines in raw["examples"].items()},
    )


def _dimension(raw: Mapping[str, Any]) -> Dimension:
    built = {
        "moment": Moment(raw["moment"]),
        "practise": tuple(Move(move) for move in raw["practise"]),
        "levels": {int(number): _level(int(number), level) for number, level in raw["levels"].items()},
        "observed": tuple(_condition(one) for one in raw.get("observed", ())),
    }
    return Dimension(**dict(raw) | built)


def _level(number: int, raw: Mapping[str, Any]) -> Level:
    conditions = tuple(_condition(one) for one in raw.get("conditions", ()))
    return Level(number=number, descriptor=raw["descriptor"], conditions=conditions)


def _condition(raw: Mapping[str, Any]) -> Condition:
    nested = {name: tuple(_condition(one) for one in raw[name]) for name in ("any_of", "all_of") if name in raw}
    return Condition(**dict(raw) | nested)

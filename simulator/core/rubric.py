"""The rubric as values: dimensions, levels, conditions and indicators. Its numbers are data in ``rubric/``."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from simulator.core.moves import Move


class Moment(StrEnum):
    """A place in a conversation."""

    OPENING = "opening"
    MIDDLE = "middle"
    CLOSING = "closing"
    HARD = "hard"


Values = Mapping[str, float | None]
"""Measure values by name; None where there was nothing to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One named yes or no about a conversation."""

    name: str
    """As a reader would say it: "at least one summary"."""
    measure: str = ""
    """The measure that decides, or empty where other conditions do."""
    at_least: float | None = None
    at_most: float | None = None
    when_unknown: bool = False
    """The answer when the measure has nothing to go on."""
    any_of: tuple["Condition", ...] = ()
    all_of: tuple["Condition", ...] = ()

    def is_met(self, values: Values) -> bool:
        """Does the conversation meet it?"""
        if self.any_of:
            return any(condition.is_met(values) for condition in self.any_of)
        if self.all_of:
            return all(condition.is_met(values) for condition in self.all_of)
        value = values[self.measure]
        if value is None:
            return self.when_unknown
        above = self.at_least is None or value >= self.at_least
        return above and (self.at_most is None or value <= self.at_most)

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures it looks at."""
        parts = self.any_of or self.all_of
        return tuple(name for one in parts for name in one.measures) if parts else (self.measure,)

    @property
    def edges(self) -> tuple[tuple[str, float], ...]:
        """The measures it looks at with the numbers it compares them to."""
        parts = self.any_of or self.all_of
        numbers = (number for number in (self.at_least, self.at_most) if number is not None)
        return tuple(edge for one in parts for edge in one.edges) or tuple((self.measure, one) for one in numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of one dimension."""

    number: int
    descriptor: str
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dimension:
    """One of the eight things good coaching is made of."""

    key: str
    title: str
    grounded_in: str
    strength: str
    """What to say when this went well, about the move."""
    change: str
    """What to say when this is the most useful thing to change, about the move."""
    moment: Moment
    """Where a better line would have helped most."""
    practise: tuple[Move, ...]
    """The moves that would do it better, best first."""
    levels: Mapping[int, Level]
    """Levels 1 to 4."""
    observed: tuple[Condition, ...] = ()
    """All must be met, or the dimension is not observed."""

    def level(self, values: Values) -> int | None:
        """The highest level fully met; 2 below that; None when not observed.

        Level 1 is met when any of its conditions is, levels 3 and 4 when all of theirs are.
        """
        if not all(condition.is_met(values) for condition in self.observed):
            return None
        for number in (4, 3):
            if all(condition.is_met(values) for condition in self.levels[number].conditions):
                return number
        return 1 if any(condition.is_met(values) for condition in self.levels[1].conditions) else 2

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """All conditions of all levels."""
        return tuple(condition for level in self.levels.values() for condition in level.conditions)

    @cached_property
    def edges(self) -> Mapping[str, tuple[float, ...]]:
        """The measures that decide its level, and the numbers between which no condition changes its answer."""
        found: dict[str, set[float]] = {}
        for condition in (*self.observed, *self.conditions):
            for measure, number in condition.edges:
                found.setdefault(measure, set()).add(number)
        return {measure: tuple(sorted(numbers)) for measure, numbers in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A measure with a green and a red edge, and its weight in the overall score."""

    measure: str
    title: str
    green: float
    red: float
    weight: int
    """Heavy 3, medium 2, light 1; 0 is shown as feedback only."""
    source: str

    def score(self, value: float) -> float:
        """1 at the green edge and beyond, 0 at the red, linear between."""
        return min(1.0, max(0.0, (value - self.red) / (self.green - self.red)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One indicator that caps the overall score while it is red."""

    measure: str
    red: float
    cap: float

    def is_red(self, values: Values) -> bool:
        """Is the gate shut?"""
        value = values[self.measure]
        return value is not None and value >= self.red


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """The standard a conversation is held against."""

    title: str
    standard: str
    version: int
    least_turns: int
    """With fewer scored coach turns nothing is observed."""
    gate: Gate
    dimensions: tuple[Dimension, ...]
    indicators: tuple[Indicator, ...]
    examples: Mapping[Move, tuple[str, ...]]
    """The codebook's own lines, by move, for the debrief."""

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that decide the overall score, each once."""
        return tuple(dict.fromkeys((self.gate.measure, *(one.measure for one in self.indicators if one.weight))))

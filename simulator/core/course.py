"""How the coachee stood towards the coach and the work, from the first line to the last."""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import pairwise
from string import ascii_lowercase
from typing import NamedTuple

from simulator.core.session import Session
from simulator.core.state import State

_LEAST = 1.0
"""Points of 100 below which a value has not moved."""


class Course(NamedTuple):
    """One value of the coachee's state over a session."""

    name: str
    values: tuple[float, ...]
    """At the start, then after each coach turn; each from 0 to 100."""

    @property
    def lowest(self) -> int:
        """The place of the lowest value, the first if there are several."""
        return self.values.index(min(self.values))

    @property
    def highest(self) -> int:
        """The place of the highest value, the first if there are several."""
        return self.values.index(max(self.values))


class Change(NamedTuple):
    """One value before a coach turn and after it."""

    name: str
    before: float
    after: float

    @property
    def size(self) -> float:
        """How far it moved, up or down."""
        return abs(self.after - self.before)


class Swing(NamedTuple):
    """A coach turn that moved the coachee."""

    mark: str
    """A letter for it, "a" for the first told."""
    number: int
    """The coach's turns, counted from 0."""
    changes: tuple[Change, ...]
    """The largest first."""

    @property
    def turn(self) -> int:
        """Its place over all turns, counted from 0."""
        return 2 * self.number + 1


def courses(session: Session) -> Sequence[Course]:
    """Every value of the state over a session."""
    states = (session.rewound(0).state, *(turn.mind.state for turn in session.turns))
    return [Course(name, values) for name, values in zip(State._fields, zip(*states, strict=True), strict=True)]


def swings(session: Session, most: int = 3) -> Sequence[Swing]:
    """The coach turns that moved the coachee most, all five values together, in order of time."""
    largest = nlargest(most, _steps(session), key=lambda step: sum(change.size for change in step[1]))
    return [Swing(mark, *step) for mark, step in zip(ascii_lowercase, sorted(largest), strict=False)]


def _steps(session: Session) -> Iterator[tuple[int, tuple[Change, ...]]]:
    """The coach turns that moved the coachee at all, each with what moved."""
    steps = zip(*(pairwise(course.values) for course in courses(session)), strict=True)
    for number, step in enumerate(steps):
        both = (Change(name, *values) for name, values in zip(State._fields, step, strict=True))
        moved = (change for change in both if change.size >= _LEAST)
        if changes := tuple(sorted(moved, key=lambda change: change.size, reverse=True)):
            yield number, changes

"""The five values of the coachee's hidden state."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from simulator.core.effects import Effect

_DRIFT = 0.04
"""The share of the way back to the baseline that each turn takes."""
_HEADROOM = 50
"""Within this many points of an end a change shrinks in proportion."""


class Profile(StrEnum):
    """Where a coachee starts."""

    WILLING = "willing"
    WARY = "wary"
    TOLD_TO_COME = "told-to-come"
    OVERLOADED = "overloaded"
    EXPERT_SCEPTIC = "expert-sceptic"


class State(NamedTuple):
    """How the coachee stands towards the coach and the work, each value from 0 to 100."""

    trust: float
    openness: float
    defensiveness: float
    ownership: float
    clarity: float

    def moved(self, effect: Effect) -> "State":
        """Apply a change; it shrinks towards the ends, which it never passes."""
        return State(*[value + _with_headroom(value, change) for value, change in zip(self, effect, strict=True)])

    def drifted(self, baseline: "State") -> "State":
        """Go a small way back to the baseline."""
        return State(*[value + _DRIFT * (base - value) for value, base in zip(self, baseline, strict=True)])

    def settled(self) -> "State":
        """Keep within 0 to 100 and round, so that a record reads the same everywhere."""
        return State(*[round(min(100.0, max(0.0, value)), 2) for value in self])


def _with_headroom(value: float, change: float) -> float:
    room = 100 - value if change > 0 else value
    return change * min(1.0, room / _HEADROOM)


BASELINES: Mapping[Profile, State] = {
    Profile.WILLING: State(55, 55, 25, 45, 35),
    Profile.WARY: State(35, 30, 55, 35, 35),
    Profile.TOLD_TO_COME: State(25, 20, 65, 20, 25),
    Profile.OVERLOADED: State(45, 45, 35, 30, 20),
    Profile.EXPERT_SCEPTIC: State(40, 40, 45, 60, 50),
}
"""The starting states of COACHEE.md."""

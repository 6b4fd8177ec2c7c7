"""How the coachee stood towards the coach and the work, from the first line to the last."""

from collections.abc import Sequence
from typing import NamedTuple

from simulator.core.session import Session
from simulator.core.state import State


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


def courses(session: Session) -> Sequence[Course]:
    """Every value of the state over a session."""
    states = (session.rewound(0).state, *(turn.mind.state for turn in session.turns))
    return [Course(name, values) for name, values in zip(State._fields, zip(*states, strict=True), strict=True)]

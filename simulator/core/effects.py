"""What each move does to the coachee's state: the table of COACHEE.md, as data."""

from collections.abc import Mapping
from typing import NamedTuple

from simulator.core.moves import Move


class Effect(NamedTuple):
    """A change of the five state values, in points of 100."""

    trust: float
    openness: float
    defensiveness: float
    ownership: float
    clarity: float

    def plus(self, other: "Effect", share: float = 1.0) -> "Effect":
        """Add a share of another effect."""
        return Effect(*[a + share * b for a, b in zip(self, other, strict=True)])

    def scaled(self, good: float = 1.0, bad: float = 1.0) -> "Effect":
        """Multiply good changes by one factor and bad changes by another."""
        if good == bad == 1.0:
            return self
        pairs = zip(self, GOOD_DIRECTION, strict=True)
        return Effect(*[change * (good if change * direction > 0 else bad) for change, direction in pairs])


GOOD_DIRECTION = (1, 1, -1, 1, 1)
"""Trust, openness, ownership and clarity are good when they rise; defensiveness when it falls."""

NOTHING = Effect(0, 0, 0, 0, 0)

EFFECTS: Mapping[Move, Effect] = {
    Move.OPEN: Effect(1, 4, -1, 3, 2),
    Move.PROBE: Effect(1, 3, 0, 2, 4),
    Move.FUTURE: Effect(1, 4, -2, 5, 3),
    Move.COMMIT: Effect(0, 1, 0, 4, 5),
    Move.CLOSED: Effect(0, -1, 0, 0, 1),
    Move.REFLECT_SIMPLE: Effect(2, 3, -2, 1, 1),
    Move.REFLECT_COMPLEX: Effect(4, 5, -4, 3, 3),
    Move.SUMMARISE: Effect(2, 2, -2, 2, 5),
    Move.CHECK: Effect(2, 2, -2, 2, 5),
    Move.AFFIRM: Effect(4, 3, -4, 3, 0),
    Move.EMPATHISE: Effect(4, 3, -4, 0, 0),
    Move.AUTONOMY: Effect(3, 3, -5, 5, 0),
    Move.REPAIR: Effect(5, 2, -5, 1, 0),
    Move.ASK_PERMISSION: Effect(2, 1, -1, 1, 0),
    Move.SUGGEST: Effect(1, 1, 0, 0, 4),
    Move.INFORM: Effect(0, -1, 1, 0, 3),
    Move.CONTRACT: Effect(4, 2, -3, 1, 2),
    Move.FOCUS: Effect(2, 2, -1, 4, 5),
    Move.STRUCTURE: Effect(0, 0, 0, 0, 2),
    Move.BOUNDARY: Effect(0, 0, 0, 0, 2),
    Move.LEADING: Effect(-2, -3, 4, -4, 1),
    Move.ADVISE: Effect(-2, -3, 5, -5, 2),
    Move.INSTRUCT: Effect(-4, -5, 7, -7, 1),
    Move.SOLVE: Effect(-4, -5, 7, -7, 1),
    Move.GRADE: Effect(0, -1, 1, -2, 0),
    Move.ACCUSE: Effect(-7, -7, 10, -3, -1),
    Move.CRITICISE: Effect(-8, -8, 12, -4, -2),
    Move.COMPARE: Effect(-8, -8, 12, -4, -2),
    Move.DISMISS: Effect(-8, -7, 8, -3, -1),
    Move.WARN: Effect(-10, -9, 14, -8, 0),
    Move.BACKCHANNEL: Effect(1, 1, 0, 0, 0),
    Move.SOCIAL: Effect(1, 1, 0, 0, 0),
    Move.OTHER: NOTHING,
}
"""Sources by row: Apodaca 2016, Klonek 2014, Patterson & Forgatch 1985, AnnoMI, CUREE; see docs/COACHEE.md."""

STACKED = Effect(-1, -1, 1, -1, -2)
"""Two questions at once: neither is answered well."""

IMPOSED_COMMITMENT = Effect(0, 1, 3, 0, 5)
"""``commit`` before the coachee owns anything."""

MISREAD = Effect(-1, 0, 2, 0, -1)
"""A complex reflection of something the coachee neither said nor feels."""

MISSED_FEELING = Effect(-3, -3, 0, 0, 0)
"""A feeling was shown and the response passed it by."""

ADVICE_WANTED = Effect(2, 0, 0, 0, 4)
"""Advice for someone who is stuck and asked for it."""

MONOTONY = Effect(-1, -2, 1, -1, 0)
"""The same good thing four times in five: a technique, no longer a conversation."""

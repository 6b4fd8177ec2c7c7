"""What a coach says about their own conversation: how they saw it, and which labels they dispute."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from simulator.core.moves import Move
from simulator.core.passage import Passage

NEVER_SCORED = "A dispute never changes the score. It is kept beside the label, for you and for whoever reads this."
"""What has to be said wherever a label can be disputed."""


CANT_SAY = 0
"""In place of a level: looked at, and left open on purpose."""


class OwnView(NamedTuple):
    """How a coach saw a conversation before reading its debrief."""

    levels: Mapping[str, int] = {}
    """By a dimension's key, 1 to 4 or ``CANT_SAY``. A dimension that is missing was not looked at."""
    change: str = ""
    """One thing they would change, or empty."""
    is_done: bool = False
    """Was it finished or skipped? Until then it is asked for again, with what was said so far."""

    @property
    def has_levels(self) -> bool:
        """Is any dimension given a level?"""
        return any(self.levels.values())

    @property
    def is_given(self) -> bool:
        """Does it say anything?"""
        return self.has_levels or bool(self.change)


class Dispute(NamedTuple):
    """A label that the coach sees otherwise."""

    turn: int
    """The coach's turns, counted from 0."""
    segment: int
    """The segment's place in the response, counted from 0."""
    move: Move
    """What it was, as they see it."""
    reason: str = ""


class Origin(NamedTuple):
    """Where a session goes on from."""

    key: int
    """The earlier session's."""
    turns: int
    """How many of its coach turns were taken over."""


class Remarks(NamedTuple):
    """All that is added to what was found in a conversation."""

    view: OwnView = OwnView()
    disputes: Sequence[Dispute] = ()
    origin: Origin | None = None
    agreed: Sequence[Passage] = ()
    """Whether the learning agreement was kept to: a heading and what stands below it, or nothing."""

    def on(self, turn: int, segment: int) -> Dispute | None:
        """The dispute of one label, if there is one."""
        return next((one for one in self.disputes if (one.turn, one.segment) == (turn, segment)), None)

    def disputing(self, dispute: Dispute) -> "Remarks":
        """With this dispute in place of an earlier one of the same label."""
        return self._replace(disputes=(*self.without(dispute.turn, dispute.segment).disputes, dispute))

    def without(self, turn: int, segment: int) -> "Remarks":
        """With the label undisputed."""
        return self._replace(disputes=tuple(one for one in self.disputes if (one.turn, one.segment) != (turn, segment)))

    def before(self, turn: int) -> "Remarks":
        """What still holds once the coach's turns from this one on are taken back."""
        origin = self.origin and self.origin._replace(turns=min(self.origin.turns, turn))
        return self._replace(disputes=tuple(one for one in self.disputes if one.turn < turn), origin=origin)


NOTHING_ADDED = Remarks()

"""Which occasion a response is, once its moves and what came before are known."""

from collections.abc import Sequence

from simulator.core.hearing import Hearing, Segment
from simulator.core.moves import Family, Move
from simulator.core.words import Mark, Occasion

_WORKING = frozenset({Family.QUESTIONING, Family.LISTENING, Family.SUPPORTING, Family.OFFERING})


def occasion_of(heard: Occasion | None, segments: Sequence[Segment], earlier: Sequence[Hearing]) -> Occasion | None:
    """The occasion that a response is, or None.

    A conversation does not end by mistake: "nice to see you" is no goodbye, nor is "I can see you care about it".

    Args:
        heard: The occasion its words name.
        segments: What it does.
        earlier: The coach's responses before it.
    """
    if heard is None:
        greets = not earlier and all(segment.move is Move.SOCIAL for segment in segments)
        return Occasion.GREETING if greets else None
    if heard is not Occasion.FAREWELL:
        return heard
    if not earlier:
        return Occasion.GREETING
    return None if _goes_on(segments) else heard


def _goes_on(segments: Sequence[Segment]) -> bool:
    """Does it do coaching work, and close nothing?"""
    if any(Mark.CLOSE in segment.marks for segment in segments):
        return False
    return any(segment.family in _WORKING for segment in segments if not segment.unsure)

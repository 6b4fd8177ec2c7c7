"""Which occasion a response is, once its moves and what came before are known."""

from collections.abc import Sequence

from simulator.core.hearing import Hearing, Segment
from simulator.core.moves import Family, Move
from simulator.core.words import Mark, Occasion

_ANSWERING = frozenset({Family.LISTENING, Family.SUPPORTING, Family.OFFERING})
_PARTING = frozenset({Family.MINIMAL, Family.FRAMING})
"""A goodbye is one of these; whoever does anything else goes on talking."""
_SEEING = ("can", "could", "do", "to", "i")
"""Before "see you": somebody is looked at, and nobody leaves."""
_THINKING = frozenset({Move.OPEN, Move.FUTURE, Move.COMMIT, Move.CONTRACT, Move.FOCUS, Move.BOUNDARY})
"""Whoever does one of these is on the subject, whatever words they use."""


def occasion_of(heard: Occasion | None, segments: Sequence[Segment], earlier: Sequence[Hearing]) -> Occasion | None:
    """The occasion that a response is, or None.

    A few words name an occasion wherever they stand; what the response does says whether they were meant. "Nice to
    see you" is no goodbye, nor is "I can see you care about it"; "what are you taking away?" is not off the topic.

    Args:
        heard: The occasion its words name.
        segments: What it does.
        earlier: The coach's responses before it.
    """
    if heard is None:
        greets = not earlier and all(segment.move is Move.SOCIAL for segment in segments)
        return Occasion.GREETING if greets else None
    if heard is Occasion.FAREWELL:
        return Occasion.GREETING if not earlier and _meets(segments) else _farewell(segments)
    if heard is Occasion.OFF_TOPIC and any(_is_on_topic(segment) for segment in segments):
        return None
    return heard


def _meets(segments: Sequence[Segment]) -> bool:
    return any("to see you" in segment.text.lower() for segment in segments)


def _sees(segments: Sequence[Segment]) -> bool:
    return any(f"{word} see you" in segment.text.lower() for segment in segments for word in _SEEING)


def _farewell(segments: Sequence[Segment]) -> Occasion | None:
    closes = any(Mark.CLOSE in segment.marks for segment in segments)
    goes_on = _sees(segments) or any(segment.family not in _PARTING and not segment.unsure for segment in segments)
    return Occasion.FAREWELL if closes or not goes_on else None


def _is_on_topic(segment: Segment) -> bool:
    return not segment.unsure and (segment.family in _ANSWERING or segment.move in _THINKING)

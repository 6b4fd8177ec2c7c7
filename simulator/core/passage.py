"""The pieces of which a debrief is told, and the signs for what a response does."""

from enum import StrEnum
from typing import NamedTuple

from simulator.core.hearing import Hearing
from simulator.core.moves import Family, Move
from simulator.core.score import Estimate


class Style(StrEnum):
    """What a passage is, which decides how it looks."""

    TITLE = "title"
    HEADING = "heading"
    ASPECT = "aspect"
    TEXT = "text"
    QUOTE = "quote"
    BETTER = "better"
    NOTE = "note"
    COACH = "coach"
    COACHEE = "coachee"
    THOUGHT = "thought"
    WARNING = "warning"
    DISPUTE = "dispute"


class Passage(NamedTuple):
    """One piece of a debrief."""

    style: Style
    text: str
    """All of its words."""
    lead: str = ""
    """The part of the text, at its beginning, that names what the rest is about."""
    turn: int | None = None
    """The turn it shows or points to, counted from 0, or None."""
    hearing: Hearing | None = None
    """The response it shows, for a front end that can mark words."""


class Part(StrEnum):
    """What a section of a debrief is about."""

    OWN_VIEW = "own-view"
    POINTS = "points"
    DIMENSIONS = "dimensions"
    PUSH_BACK = "push-back"
    NUMBERS = "numbers"
    FLOW = "flow"
    COURSE = "course"
    AGREEMENT = "agreement"
    CONVERSATION = "conversation"
    DISPUTES = "disputes"


class Section(NamedTuple):
    """Passages under one heading."""

    part: Part
    title: str
    passages: tuple[Passage, ...]


MARKS = {
    Family.QUESTIONING: "?",
    Family.LISTENING: "~",
    Family.SUPPORTING: "+",
    Family.OFFERING: ">",
    Family.FRAMING: "#",
    Family.DIRECTIVE: "!",
    Family.JUDGEMENTAL: "x",
    Family.MINIMAL: ".",
}
"""A sign for every family, so that no meaning hangs on colour."""
_SUREST = 0.99
"""The highest confidence that is shown: nothing that is heard is certain."""


def label(hearing: Hearing) -> str:
    """A response's labels in one line: mark, family and move of each segment."""
    return "  ".join(segment_label(hearing, place) for place in range(len(hearing.segments)))


def segment_label(hearing: Hearing, place: int) -> str:
    """One segment's label; a label that is not sure says so."""
    segment = hearing.segments[place]
    name = move_label(segment.move)
    return f"({name}, not sure)" if segment.unsure else f"{name} {min(segment.confidence, _SUREST):.0%}"


def move_label(move: Move) -> str:
    """A move with its family and the family's mark."""
    return f"{MARKS[move.family]} {move.family}: {move.replace('_', ' ')}"


def number(estimate: Estimate) -> str:
    """A value, with its interval where it has one."""
    value, low, high = (0.0 if part is None else round(part, 2) for part in estimate)
    return f"{value:g}" if low == high else f"{value:g} (between {low:g} and {high:g})"


def shortened(text: str, most: int = 160) -> str:
    """Words on one line, cut where they run long; silence is named."""
    flat = spoken(" ".join(text.split()))
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def spoken(text: str) -> str:
    """The words, or the name of silence."""
    return text if text.strip() else "(silence)"

"""The pieces of which a debrief is told, and the signs for what a response does."""

from enum import StrEnum
from typing import NamedTuple

from simulator.core.hearing import Hearing
from simulator.core.moves import Family


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

    POINTS = "points"
    DIMENSIONS = "dimensions"
    PUSH_BACK = "push-back"
    NUMBERS = "numbers"
    FLOW = "flow"
    COURSE = "course"
    CONVERSATION = "conversation"


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


def label(hearing: Hearing) -> str:
    """A response's labels in one line: mark, family and move of each segment."""
    return "  ".join(segment_label(hearing, place) for place in range(len(hearing.segments)))


def segment_label(hearing: Hearing, place: int) -> str:
    """One segment's label; a label that is not sure says so."""
    segment = hearing.segments[place]
    name = f"{MARKS[segment.family]} {segment.family}: {segment.move.replace('_', ' ')}"
    return f"({name}, not sure)" if segment.unsure else f"{name} {segment.confidence:.0%}"

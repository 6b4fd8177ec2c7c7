"""Labelled examples: what the listener learns from and is measured on."""

from dataclasses import dataclass
from typing import NamedTuple

from simulator.core.moves import Move
from simulator.core.scenario import Topic
from simulator.core.words import Kind, Sign, Speaker


class Labelled(NamedTuple):
    """One segment with its label."""

    start: int
    """Code points of the response."""
    end: int
    move: Move
    rules: tuple[int, ...] = ()
    """Boundary rules that decided the label; empty where it is clear."""


class ContextLine(NamedTuple):
    """An earlier line of either speaker; the coachee's are labelled too."""

    speaker: Speaker
    text: str
    kind: Kind | None = None
    signs: frozenset[Sign] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One labelled coach response with what was said before it."""

    id: str
    author: str
    """The voice that wrote it: what held-out evaluation is grouped by."""
    register: str
    setting: str
    context: tuple[ContextLine, ...]
    response: str
    segments: tuple[Labelled, ...]

    def text_of(self, segment: Labelled) -> str:
        """The segment's words."""
        return self.response[segment.start : segment.end]


Corpus = tuple[Example, ...]


class Asked(NamedTuple):
    """What a coach said in a scenario, and which of its topics that was about."""

    line: str
    topics: tuple[Topic, ...]
    """All topics of the scenario."""
    topic: str
    """The id of the one, or empty for none of them."""


class Mentioning(NamedTuple):
    """A line of either speaker with the names of all that it mentions."""

    author: str
    """The voice that wrote it."""
    speaker: Speaker
    before: str
    """The other speaker's line before it; empty at the start."""
    text: str
    names: frozenset[str]

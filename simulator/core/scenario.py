"""A scenario: one coachee, what they know about, and every line they can say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from simulator.core.moves import Move
from simulator.core.state import BASELINES, Profile, State
from simulator.core.words import Kind, Occasion, Sign


class Theme(StrEnum):
    """The six issues a school meets with coaching."""

    SKILLS = "skills"
    UNDERSTANDING = "understanding"
    TIME = "time"
    CULTURE = "culture"
    FOCUS = "focus"
    TRUST = "trust"


class Wall(StrEnum):
    """What makes a coachee hard to reach."""

    RESISTANT = "resistant"
    DISTRESSED = "distressed"
    OVER_AGREEABLE = "over-agreeable"
    NONE = "none"


class Layer(StrEnum):
    """How deep a topic's line lies."""

    OUTER = "outer"
    INNER = "inner"


class Ending(StrEnum):
    """How a session stops."""

    AGREED = "agreed"
    TIME = "time"
    CLOSED = "closed"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Something the coachee can say."""

    id: str
    """Unique in the scenario, and unchanged when other lines are added."""
    text: str
    kind: Kind = Kind.NEUTRAL
    thought: str = ""
    """What the coachee does not say. Empty where the words are all there is."""
    signs: frozenset[Sign] = frozenset()
    """The author's tags: a feeling shown, advice asked for, being stuck."""
    reserves: bool = False
    """Is it push-back, whatever its kind?"""
    topic: str = ""
    """The topic it belongs to, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Better:
    """A model line on a topic, for the debrief."""

    move: Move
    say: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something the coachee knows about and will or will not open up about."""

    id: str
    title: str
    cues: tuple[str, ...]
    """Words and phrases by which a coach names it."""
    matters: int
    """0 to 3: how much it matters to the coachee."""
    layers: Mapping[Layer, tuple[Line, ...]]
    deflection: tuple[Line, ...]
    """What is said when asked deeper than the coachee will go yet."""
    needs: Mapping[str, float] = field(default_factory=dict)
    """The inner layer's own thresholds, by state value; empty for the usual ones."""
    better: tuple[Better, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """Who the coachee is."""

    name: str
    pronouns: str
    role: str
    phase: str
    profile: Profile
    wall: Wall
    feels: frozenset[str]
    """Feeling words that are true of this person, spoken or not."""
    about: str

    @property
    def baseline(self) -> State:
        """The state the coachee begins in and drifts back to."""
        return BASELINES[self.profile]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What the coach is told beforehand."""

    situation: str
    role: str
    aim: str
    know: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """Everything one coachee can be asked and can say."""

    slug: str
    title: str
    version: int
    hash: str
    """Of the file's content, so that a record knows which wording it was played with."""
    theme: Theme
    level: int
    """1, kind to beginners, to 3, hard."""
    persona: Persona
    brief: Brief
    opening: tuple[Line, ...]
    topics: tuple[Topic, ...]
    lines: Mapping[Kind, tuple[Line, ...]]
    """About no topic in particular, by kind."""
    occasions: Mapping[Occasion, tuple[Line, ...]]
    silences: tuple[Line, ...]
    offers: tuple[Line, ...]
    """Said once, after the coachee has committed to something: an offer to finish."""
    endings: Mapping[Ending, tuple[Line, ...]]

    @cached_property
    def topic(self) -> Mapping[str, Topic]:
        """The topics by id."""
        return {topic.id: topic for topic in self.topics}

    def every_line(self) -> Iterator[Line]:
        """All lines, in the order of the file."""
        yield from self.opening
        for topic in self.topics:
            for layer in Layer:
                yield from topic.layers[layer]
            yield from topic.deflection
        for group in (self.lines, self.occasions, self.endings):
            for lines in group.values():
                yield from lines
        yield from self.silences
        yield from self.offers

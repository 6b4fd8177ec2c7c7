"""What is heard: the plain values that language supplies, and the settled hearing of a coach's response."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeAlias

from simulator.core.moves import PRECEDENCE, SEVERITY, Family, Move
from simulator.core.words import Kind, Mark, Occasion, Sign


class Cue(NamedTuple):
    """Words that point to a label. Offsets are code points of the response."""

    start: int
    end: int
    why: str


class TopicMatch(NamedTuple):
    """A topic of the scenario that the words are about."""

    topic: str
    """The topic's id, or empty for the one talked of last ("tell me more about that")."""
    score: float
    """From 0 to 1, for ranking only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardSegment:
    """One segment of a coach's words, before the codebook's context rules are applied."""

    start: int
    end: int
    text: str
    probabilities: Mapping[Move, float]
    """Calibrated, over all moves; they sum to 1."""
    lemmas: frozenset[str] = frozenset()
    """Content words in their base form."""
    evaluative: frozenset[str] = frozenset()
    """Base forms of words that judge a person or practice."""
    feelings: frozenset[str] = frozenset()
    """Base forms of words that name a feeling."""
    marks: frozenset[Mark] = frozenset()
    cues: tuple[Cue, ...] = ()


class Calibration(NamedTuple):
    """How far the listener's labels can be trusted, measured on authors it was not trained on."""

    threshold: float = 0.0
    """Below this confidence a label is unsure."""
    rules: Mapping[int, float] = {}
    """By rule number, the share of its labels that were right."""
    harsh_threshold: float = 0.0
    """The same threshold for a harsh judgement: it is rare in life, and a false one weighs most."""


UNCALIBRATED = Calibration()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardResponse:
    """A coach's response as language supplies it, not yet settled."""

    text: str
    segments: tuple[HeardSegment, ...]
    topics: tuple[TopicMatch, ...] = ()
    """Best first."""
    occasion: Occasion | None = None
    calibration: Calibration = UNCALIBRATED


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardLine:
    """A coachee's line as heard."""

    text: str
    kinds: frozenset[Kind] = frozenset({Kind.NEUTRAL})
    signs: frozenset[Sign] = frozenset()
    lemmas: frozenset[str] = frozenset()
    feelings: frozenset[str] = frozenset()
    evaluative: frozenset[str] = frozenset()
    marks: frozenset[Mark] = frozenset()
    words: int = 0
    """How many words were spoken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One settled segment: what a stretch of the coach's words does, how sure that is, and why."""

    start: int
    end: int
    text: str
    move: Move
    confidence: float
    """The chance that the label is right, as measured on authors the listener has not met."""
    unsure: bool = False
    rule: int | None = None
    """The codebook's boundary rule that decided, or None where the listener alone did."""
    why: str = ""
    cues: tuple[Cue, ...] = ()
    marks: frozenset[Mark] = frozenset()
    shared: bool = False
    """Does it take up a content word of the coachee's?"""
    repeats: float = 0.0
    """Share of its content words that stand in the coachee's line just before, 0 to 1."""
    unfounded: tuple[str, ...] = ()
    """Feeling or evaluative words that no coachee line has used."""

    @property
    def family(self) -> Family:
        """The family of the move."""
        return self.move.family


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """A coach's response as settled: what the coachee reacts to and what is scored."""

    text: str
    segments: tuple[Segment, ...]
    """In order, not overlapping. At least one."""
    topics: tuple[TopicMatch, ...] = ()
    occasion: Occasion | None = None
    stacked: bool = False
    """Were two or more distinct questions asked at once?"""
    words: int = field(default=0)
    """How many words were typed."""

    @cached_property
    def deciding(self) -> Segment:
        """The segment that decides the primary family: the most severe if harmful, otherwise the last of it."""
        first = min(PRECEDENCE[segment.family] for segment in self._ranked)
        candidates = [segment for segment in self._ranked if PRECEDENCE[segment.family] == first]
        worst = max(SEVERITY.get(segment.move, -1) for segment in candidates)
        return [segment for segment in candidates if SEVERITY.get(segment.move, -1) == worst][-1]

    @cached_property
    def primary(self) -> Family:
        """The family that colours the whole response."""
        return self.deciding.family

    @property
    def unsure(self) -> bool:
        """Is the deciding segment too uncertain to be scored?"""
        return self.deciding.unsure

    @cached_property
    def sure(self) -> tuple[Segment, ...]:
        """The segments that may be scored."""
        return tuple(segment for segment in self.segments if not segment.unsure)

    @cached_property
    def families(self) -> frozenset[Family]:
        """The families of the segments that may be scored."""
        return frozenset(segment.family for segment in self.sure)

    @cached_property
    def moves(self) -> frozenset[Move]:
        """The moves of the segments that may be scored."""
        return frozenset(segment.move for segment in self.sure)

    def has(self, *moves: Move) -> bool:
        """Is any of these moves among the segments that may be scored?"""
        return not self.moves.isdisjoint(moves)

    @cached_property
    def _ranked(self) -> Sequence[Segment]:
        """Without a trailing check, which never outranks what it checks."""
        before, last = self.segments[:-1], self.segments[-1]
        others = [segment for segment in before if segment.family is not Family.MINIMAL]
        return before if last.move is Move.CHECK and others else self.segments


Heard: TypeAlias = Hearing | HeardLine
"""One turn of a conversation, of either speaker, in order."""

"""A clip: a scripted scene to watch line by line, and what its author marked in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from simulator.core.moves import Family, Move
from simulator.core.scenario import Theme

_WORDS_A_SECOND = 3.0
_LEAST_SECONDS = 1.5


class ClipKind(StrEnum):
    """What there is to do with a clip."""

    WEAK = "weak"
    TALK = "talk"


class Part(StrEnum):
    """What a person does in the scene."""

    COACH = "coach"
    COACHEE = "coachee"
    COLLEAGUE = "colleague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the scene."""

    name: str
    role: str
    part: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """Where the coaching goes wrong, as the author marked it."""

    moves: tuple[Move, ...]
    """The move, and other names for it that a fair watcher may give."""
    dimension: str
    """The rubric's key of what it damages."""
    did: str
    """What it did to the teacher."""
    why: str
    """How to tell, so that the watcher spots it next time."""

    @property
    def families(self) -> frozenset[Family]:
        """The families a fair watcher may name."""
        return frozenset(move.family for move in self.moves)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipLine:
    """One line of a scene."""

    who: str
    """The speaker's name."""
    text: str
    thought: str = ""
    """What the teacher being coached thinks and does not say."""
    move: Move | None = None
    """What a coach's line in a strong scene does; None elsewhere."""
    slip: Slip | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question that asks the watcher for a response."""

    id: str
    """Unchanged when the question is reworded: answers are kept under it."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The same scene coached well, and the one rule that makes the difference."""

    about: str
    rule: str
    scene: tuple[ClipLine, ...]


@dataclass(frozen=True, kw_only=True)
class Clip:
    """A scene, its people, its questions, and for a weak one its key."""

    slug: str
    title: str
    version: int
    hash: str
    """Of the file's content, so that a viewing knows which wording it was of."""
    number: int
    theme: Theme
    kind: ClipKind
    about: str
    people: tuple[Person, ...]
    scene: tuple[ClipLine, ...]
    questions: tuple[Prompt, ...]
    scenario: str = ""
    """The scenario whose coachee answers the watcher; empty for a talk."""
    twin: Twin | None = None

    @property
    def is_weak(self) -> bool:
        """Is there something to spot?"""
        return self.kind is ClipKind.WEAK

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """The people by name."""
        return {person.name: person for person in self.people}

    @cached_property
    def slips(self) -> Sequence[int]:
        """The places of the lines that are slips, counted from 0."""
        return [place for place, line in enumerate(self.scene) if line.slip]

    def part(self, line: ClipLine) -> Part:
        """What the speaker of a line does in the scene."""
        return self.person[line.who].part


def seconds(line: ClipLine, speed: float) -> float:
    """How long a line stays before the next one comes, at a readable pace.

    Args:
        line: The line just shown.
        speed: 1 is about three words a second; 2 is twice as fast.
    """
    return max(_LEAST_SECONDS, len(line.text.split()) / _WORDS_A_SECOND) / speed

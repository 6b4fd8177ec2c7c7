"""What every format gives: words and the name they stand under."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from simulator.files.transcripts.people import is_person

_SPEAKERS = 2


class Said(NamedTuple):
    """Words and who said them, before anybody knows which speaker is the coach."""

    name: str
    """As the file writes it, without stamps."""
    words: str


@dataclass(frozen=True, kw_only=True)
class Transcript:
    """A whole conversation as its file has it."""

    file: str
    """The file as the person named it."""
    said: tuple[Said, ...]
    """In order. At least one."""
    is_cut: bool
    """Did a machine cut the talk into pieces, so that neighbours of one speaker are one turn?"""

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """The names, in the order in which they first speak; spelt as they are first spelt."""
        first = {name.casefold(): name for name, _ in reversed(self.said)}
        order = dict.fromkeys(name.casefold() for name, _ in self.said)
        return tuple(first[name] for name in order)


def speakers_among(names: Iterable[str]) -> frozenset[str]:
    """Which candidates are speakers: "Well: no" in the middle of a turn is nobody's name.

    Args:
        names: What stands where a name could stand, once for every time it does.

    Returns:
        The names that stand there more than once, and those that can be nothing else than a person's; the first two
        where fewer do. All in lower case.
    """
    spelt = list(names)
    times = Counter(name.casefold() for name in spelt)
    again = [name for name, count in times.items() if count > 1]
    people = [name.casefold() for name in spelt if times[name.casefold()] == 1 and is_person(name)]
    return frozenset({*again, *people, *(() if len(again) >= _SPEAKERS else list(times)[:_SPEAKERS])})


def joined(pieces: Sequence[str], between: str = " ") -> str:
    """Pieces of one turn as one text, empty pieces left out."""
    return between.join(piece for piece in pieces if piece)

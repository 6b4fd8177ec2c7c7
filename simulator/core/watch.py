"""Watching a clip: where it was stopped, what was said instead, and how that stands against the key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from simulator.core.clip import Clip, Part, Slip
from simulator.core.moves import Family, Move


class Said(NamedTuple):
    """What the watcher said to the teacher, and what came back."""

    words: str
    label: str
    """As the listener heard it."""
    reply: str
    thought: str = ""
    """What the teacher did not say with the reply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where a watcher stopped the scene, and what they made of it."""

    line: int
    """The place in the scene, counted from 0."""
    family: Family | None = None
    """The name given to the slip, if one was."""
    move: Move | None = None
    dimension: str = ""
    """What it is said to damage; empty where nothing was said."""
    did: str = ""
    """What it did to the teacher, in the watcher's words."""
    said: tuple[Said, ...] = ()
    """What the watcher would have said, and how the teacher took it."""


class Outcome(StrEnum):
    """How a stop, or a slip nobody stopped at, stands against the key."""

    FOUND = "found"
    MISSED = "missed"
    ALARM = "false alarm"


class Verdict(NamedTuple):
    """One line of the scene held against the key."""

    line: int
    outcome: Outcome
    stop: Stop | None
    """The watcher's, or None where the slip was missed."""
    slip: Slip | None
    """The key's, or None where there was nothing to find."""

    @property
    def names_family(self) -> bool:
        """Was the slip's family named right?"""
        return bool(self.slip and self.stop and self.stop.family in self.slip.families)

    @property
    def names_move(self) -> bool:
        """Was the very move named?"""
        return bool(self.slip and self.stop and self.stop.move in self.slip.moves)

    @property
    def names_dimension(self) -> bool:
        """Was what it damages named right?"""
        return bool(self.slip and self.stop and self.stop.dimension == self.slip.dimension)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotting:
    """All stops of one viewing against the key."""

    verdicts: tuple[Verdict, ...]
    """In the order of the scene."""

    def count(self, outcome: Outcome) -> int:
        """How many came out like this."""
        return sum(verdict.outcome is outcome for verdict in self.verdicts)

    @property
    def precision(self) -> float | None:
        """The share of the stops that were slips; None where nothing was stopped."""
        return _share(self.count(Outcome.FOUND), self.count(Outcome.ALARM))

    @property
    def recall(self) -> float | None:
        """The share of the slips that were found; None where there are none."""
        return _share(self.count(Outcome.FOUND), self.count(Outcome.MISSED))


def _share(right: int, wrong: int) -> float | None:
    return right / (right + wrong) if right + wrong else None


def spotting(clip: Clip, stops: Sequence[Stop]) -> Spotting:
    """Hold stops against the key. Stopping at a line again replaces what was said of it before."""
    stopped = {stop.line: stop for stop in stops if stop.line < len(clip.scene)}
    places = sorted({*clip.slips, *stopped})
    return Spotting(verdicts=tuple(_verdict(clip, place, stopped.get(place)) for place in places))


def _verdict(clip: Clip, place: int, stop: Stop | None) -> Verdict:
    slip = clip.scene[place].slip
    if stop is None:
        return Verdict(place, Outcome.MISSED, stop, slip)
    return Verdict(place, Outcome.FOUND if slip else Outcome.ALARM, stop, slip)


def stopping_at(clip: Clip, shown: int) -> int | None:
    """The coach's last line among the first ``shown`` ones, which is the one meant by stopping there.

    None where the coach has not spoken yet.
    """
    places = range(min(shown, len(clip.scene)))
    return next((place for place in reversed(places) if clip.part(clip.scene[place]) is Part.COACH), None)


def with_stop(stops: Sequence[Stop], stop: Stop) -> tuple[Stop, ...]:
    """The stops with this one in its place, in the order of the scene."""
    others = [one for one in stops if one.line != stop.line]
    return tuple(sorted((*others, stop), key=lambda one: one.line))


def stop_to_plain(stop: Stop) -> Mapping[str, Any]:
    """A stop as plain values, ready for JSON."""
    return {
        "line": stop.line,
        "family": stop.family,
        "move": stop.move,
        "dimension": stop.dimension,
        "did": stop.did,
        "said": [list(said) for said in stop.said],
    }


def stop_from_plain(plain: Mapping[str, Any]) -> Stop:
    """The stop that ``stop_to_plain`` was given."""
    built = {
        "family": Family(plain["family"]) if plain["family"] else None,
        "move": Move(plain["move"]) if plain["move"] else None,
        "said": tuple(Said(*said) for said in plain["said"]),
    }
    return Stop(**{**plain, **built})

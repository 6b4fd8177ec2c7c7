"""Counting with evidence: sums over turns, from which a value and its interval both come."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from simulator.core.exchange import Exchange

Sums = tuple[float, ...]


class Count(NamedTuple):
    """What one exchange adds to a measure."""

    turn: int
    parts: Sums


class Measured(NamedTuple):
    """A number, and where in the conversation it came from."""

    value: float | None
    """In the measure's own unit. None when there was nothing to go on."""
    turns: tuple[int, ...]
    """The turns that decided it, oldest first, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing that can be counted in any conversation."""

    name: str
    unit: str
    source: str
    """Where the measure, or the wish for it, comes from. "proposal" where nobody has shown its worth."""
    count: Callable[[Exchange], Sums]
    """What one exchange adds; all exchanges give tuples of one length."""
    combine: Callable[[Sums], float | None]
    """From the sums over all exchanges to the value."""

    def counts(self, talk: Sequence[Exchange]) -> tuple[Count, ...]:
        """What each exchange adds, in order."""
        return tuple(Count(exchange.turn, self.count(exchange)) for exchange in talk)

    def measured(self, counts: Sequence[Count]) -> Measured:
        """The value and the turns whose first part counted."""
        turns = tuple(count.turn for count in counts if count.parts[0])
        return Measured(self.value(counts, (1,) * len(counts)), turns)

    def value(self, counts: Sequence[Count], weights: Sequence[int]) -> float | None:
        """The value when each exchange counts ``weights`` times, which is how intervals are drawn."""
        if not counts:
            return None
        pairs = [(count.parts, weight) for count, weight in zip(counts, weights, strict=True) if weight]
        width = range(len(counts[0].parts))
        return self.combine(tuple(sum(parts[place] * weight for parts, weight in pairs) for place in width))


def ratio(sums: Sums) -> float | None:
    """The first sum for each one of the second; None when the second is nothing."""
    part, whole = sums
    return part / whole if whole else None


def total(sums: Sums) -> float | None:
    """The sum itself."""
    return sums[0]


def present(sums: Sums) -> float | None:
    """How many of the sums are there at all."""
    return float(sum(bool(part) for part in sums))


def by_name(measures: Sequence[Measure]) -> Mapping[str, Measure]:
    """Measures by their names."""
    return {measure.name: measure for measure in measures}

"""The values of every measure in every draw of a resample, with each sum done once for all that share it."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache
from operator import itemgetter, mul
from typing import TypeAlias, TypeVar

from simulator.core.measures import MEASURES
from simulator.core.rubric import Values
from simulator.core.tally import Count, Sums

Weights: TypeAlias = tuple[int, ...]
"""How often each exchange counts in one draw; they add up to the number of exchanges."""
Draws: TypeAlias = Mapping[str, Sequence[float | None]]
"""Each measure's values, one a draw."""
_Column: TypeAlias = tuple[float, ...]
"""One part of a measure's counts, exchange by exchange."""
T = TypeVar("T")


def resampled(counts: Mapping[str, Sequence[Count]], weights: Sequence[Weights]) -> Draws:
    """All measures' values in every draw.

    Args:
        counts: What each exchange adds to each measure.
        weights: One row a draw; none where there is no exchange.
    """
    summed = cache(lambda column: _summed(column, weights))
    return {name: _values(MEASURES[name].combine, tallied, summed) for name, tallied in counts.items()}


def in_each(draws: Draws, edges: Mapping[str, Sequence[float]], rule: Callable[[Values], T]) -> list[T]:
    """What a rule says of every draw; draws between the same edges are asked about once.

    Args:
        draws: All measures' values.
        edges: The measures that the rule looks at, with the numbers, in order, between which its answer is the same.
            With none, every value counts as itself.
        rule: From values to an answer.
    """
    values = list(zip(*(draws[name] for name in edges), strict=True))
    keys = list(zip(*(_between(draws[name], numbers) for name, numbers in edges.items()), strict=True))
    known = {key: rule(dict(zip(edges, one, strict=True))) for key, one in dict(zip(keys, values, strict=True)).items()}
    return [known[key] for key in keys]


def _between(values: Sequence[float | None], edges: Sequence[float]) -> Sequence[Hashable]:
    """For each value, which edges it lies between or on."""
    if not edges:
        return values
    places = {one: None if one is None else (bisect_left(edges, one), bisect_right(edges, one)) for one in set(values)}
    return [places[one] for one in values]


def _values(
    combine: Callable[[Sums], float | None], tallied: Sequence[Count], summed: Callable[[_Column], Sequence[float]]
) -> list[float | None]:
    """One measure's value in every draw; equal sums are combined once."""
    columns = zip(*(count.parts for count in tallied), strict=True)
    return list(map(cache(combine), zip(*map(summed, columns), strict=True)))


def _summed(column: _Column, weights: Sequence[Weights]) -> Sequence[float]:
    """The column's weighted sum in every draw. Most parts of most counts are 0: only the others are looked at."""
    places = [place for place, part in enumerate(column) if part]
    if not places:
        return [0.0] * len(weights)
    if len(places) == 1:
        return [column[places[0]] * row[places[0]] for row in weights]
    parts, picked = itemgetter(*places)(column), map(itemgetter(*places), weights)
    if set(parts) == {1.0}:
        return [float(sum(row)) for row in picked]
    return [sum(map(mul, parts, row)) for row in picked]

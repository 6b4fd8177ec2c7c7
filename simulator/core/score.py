"""From a conversation and a rubric to levels, an overall score and their intervals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from simulator.core.chance import uniform
from simulator.core.exchange import exchanges
from simulator.core.hearing import Heard
from simulator.core.measures import MEASURES
from simulator.core.resample import Draws, Weights, in_each, resampled
from simulator.core.rubric import Condition, Dimension, Rubric, Values
from simulator.core.tally import Measured

DRAWS = 200
"""Bootstrap samples of exchanges; intervals run from the 2.5th to the 97.5th percentile of their results."""
_TAIL = 0.025


class Estimate(NamedTuple):
    """A number with its interval; all three None together where there is nothing to go on."""

    value: float | None
    low: float | None
    high: float | None


NOTHING_TO_GO_ON = Estimate(None, None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionScore:
    """One dimension of one conversation."""

    dimension: Dimension
    level: Estimate
    """1 to 4, in whole numbers."""
    evidence: tuple[int, ...]
    """The turns that decided it."""
    met: tuple[Condition, ...]
    unmet: tuple[Condition, ...]
    """What the next level would need."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorScore:
    """One measure of one conversation."""

    name: str
    unit: str
    estimate: Estimate
    turns: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A whole conversation scored."""

    overall: Estimate
    """0 to 100."""
    dimensions: Mapping[str, DimensionScore]
    indicators: Mapping[str, IndicatorScore]
    gate_shut: bool
    turns: int
    """Coach turns that could be scored."""


def score(conversation: Sequence[Heard], rubric: Rubric) -> Scored:
    """Score a conversation.

    Args:
        conversation: All turns of both speakers, as heard, oldest first.
        rubric: The standard.
    """
    talk = exchanges(conversation)
    counts = {name: measure.counts(talk) for name, measure in MEASURES.items()}
    measured = {name: MEASURES[name].measured(tallied) for name, tallied in counts.items()}
    values: Values = {name: one.value for name, one in measured.items()}
    draws = resampled(counts, _weights(len(talk)))
    enough = len(talk) >= rubric.least_turns
    return Scored(
        overall=_overall(values, draws, rubric) if enough else NOTHING_TO_GO_ON,
        dimensions={
            dimension.key: _dimension(dimension, values, draws, measured, enough) for dimension in rubric.dimensions
        },
        indicators={name: _indicator(name, one, draws) for name, one in measured.items()},
        gate_shut=rubric.gate.is_red(values),
        turns=len(talk),
    )


def values_of(conversation: Sequence[Heard]) -> Values:
    """Every measure's value, without intervals: what simulation asks for thousands of times."""
    talk = exchanges(conversation)
    return {name: measure.measured(measure.counts(talk)).value for name, measure in MEASURES.items()}


@lru_cache(maxsize=64)
def _weights(size: int) -> tuple[Weights, ...]:
    """How often each exchange counts in each bootstrap draw. Array of shape (DRAWS, size)."""
    if not size:
        return ()
    rows = []
    for draw in range(DRAWS):
        row = [0] * size
        for place in range(size):
            row[int(uniform(draw, place, "bootstrap") * size)] += 1
        rows.append(tuple(row))
    return tuple(rows)


def overall(values: Values, rubric: Rubric) -> float | None:
    """100 times the weighted mean of the indicators' scores, capped while the gate is shut.

    Indicators without a value are left out; None when none has one.
    """
    rated = [
        (indicator.weight, indicator.score(value))
        for indicator in rubric.indicators
        if indicator.weight and (value := values[indicator.measure]) is not None
    ]
    if not rated:
        return None
    mean = 100 * sum(weight * rating for weight, rating in rated) / sum(weight for weight, _ in rated)
    return round(min(mean, rubric.gate.cap) if rubric.gate.is_red(values) else mean, 1)


def _overall(values: Values, draws: Draws, rubric: Rubric) -> Estimate:
    rule = partial(overall, rubric=rubric)
    return _estimate(rule(values), in_each(draws, dict.fromkeys(rubric.measures, ()), rule))


def _indicator(name: str, one: Measured, draws: Draws) -> IndicatorScore:
    estimate = _estimate(one.value, draws[name])
    rounded = Estimate(*(None if number is None else round(number, 3) for number in estimate))
    return IndicatorScore(name=name, unit=MEASURES[name].unit, estimate=rounded, turns=one.turns)


def _dimension(
    dimension: Dimension, values: Values, draws: Draws, measured: Mapping[str, Measured], enough: bool
) -> DimensionScore:
    level = dimension.level(values) if enough else None
    if level is None:
        note = "not observed" if enough else "too few coach turns to say"
        return DimensionScore(dimension=dimension, level=NOTHING_TO_GO_ON, evidence=(), met=(), unmet=(), note=note)
    reached = dimension.levels[level].conditions
    met = tuple(condition for condition in reached if condition.is_met(values))
    wanted = dimension.levels[min(4, max(3, level + 1))].conditions
    unmet = tuple(condition for condition in wanted if not condition.is_met(values))
    return DimensionScore(
        dimension=dimension,
        level=_estimate(level, in_each(draws, dimension.edges, dimension.level)),
        evidence=_evidence(met or unmet, measured),
        met=met,
        unmet=unmet,
        note=_note(unmet),
    )


def _evidence(conditions: Sequence[Condition], measured: Mapping[str, Measured]) -> tuple[int, ...]:
    turns = {turn for condition in conditions for name in condition.measures for turn in measured[name].turns}
    return tuple(sorted(turns))


def _note(unmet: Sequence[Condition]) -> str:
    return "next: " + "; ".join(condition.name for condition in unmet) if unmet else "every condition is met"


def _estimate(value: float | None, draws: Sequence[float | None]) -> Estimate:
    """A value with the middle 95 % of its draws; the interval always holds the value."""
    if value is None:
        return NOTHING_TO_GO_ON
    known = sorted([draw for draw in draws if draw is not None]) or [value]
    low, high = (known[min(len(known) - 1, int(share * len(known)))] for share in (_TAIL, 1 - _TAIL))
    return Estimate(value, min(low, value), max(high, value))

"""What a scenario gives occasion for: levels of the rubric that no play of it can earn."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.core.hearing import Heard, HeardLine, Hearing
from simulator.core.moves import Move
from simulator.core.playtest.given import given
from simulator.core.rubric import Condition, Dimension, Rubric, Values
from simulator.core.scenario import Line, Scenario
from simulator.core.score import values_of
from simulator.core.words import PRODUCTIVE, Mark, Sign

_RESPONSES = (
    given(
        *(Move.REFLECT_COMPLEX, Move.SUMMARISE, Move.AFFIRM, Move.AUTONOMY, Move.REPAIR),
        *(Move.CONTRACT, Move.FOCUS, Move.STRUCTURE, Move.OPEN, Move.FUTURE, Move.COMMIT),
        marks=Mark,
    ),
    given(Move.SUGGEST, Move.AUTONOMY),
)
"""All a coach can do well at once; and an offer, which is brief and comes without listening."""


class OutOfReach(NamedTuple):
    """A level that nobody can earn here."""

    dimension: Dimension
    level: int
    condition: Condition
    """What the scenario never gives occasion for."""


def out_of_reach(scenario: Scenario, rubric: Rubric) -> Iterator[OutOfReach]:
    """For each dimension the lowest level that asks for something no line of the scenario gives occasion for.

    It is looked for in conversations that no session could be: every kind of line is said, and after each
    the coach does all there is to do. What cannot be counted even there can be counted nowhere.
    """
    best = [values_of(tuple(_conversation(scenario, response))) for response in _RESPONSES]
    for dimension in rubric.dimensions:
        yield from _lowest(dimension, best)


def _lowest(dimension: Dimension, best: Sequence[Values]) -> Iterator[OutOfReach]:
    for level in (3, 4):
        conditions = dimension.levels[level].conditions
        hopeless = [one for one in conditions if all(_is_hopeless(one, values) for values in best)]
        if hopeless:
            yield OutOfReach(dimension, level, hopeless[0])
            return


def _is_hopeless(condition: Condition, values: Values) -> bool:
    if condition.any_of:
        return all(_is_hopeless(one, values) for one in condition.any_of)
    if condition.all_of:
        return any(_is_hopeless(one, values) for one in condition.all_of)
    asks_for_some = (condition.at_least or 0) > 0 and not condition.when_unknown
    return asks_for_some and not values[condition.measure]


def _conversation(scenario: Scenario, response: Hearing) -> Iterator[Heard]:
    """Of lines that are heard alike one will do: what counts is what there is occasion for, not how often."""
    yield response
    alike = {(line.kind, line.signs): line for line in scenario.every_line()}
    for line in alike.values():
        yield _as_tagged(line)
        yield response


def _as_tagged(line: Line) -> HeardLine:
    """Every productive line may state a goal: the response before it asks for one."""
    signs = line.signs | ({Sign.GOAL} if line.kind in PRODUCTIVE else frozenset())
    return HeardLine(text="", kinds=frozenset({line.kind}), signs=signs, words=len(line.text.split()))

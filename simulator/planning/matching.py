"""Pairs into slots as an integer programme, solved exactly by SciPy's HiGHS."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from simulator.core.pairs import Pair
from simulator.core.week import Meetings, Slot, Week


class _Option(NamedTuple):
    """One pair meeting in one slot."""

    pair: int
    slot: int


def fit(week: Week) -> Meetings:
    """Give as many pairs as possible a slot, in the best kinds of period.

    Nobody is in two places at once, so a coach of two people needs two slots. Among equally good weeks the earlier
    slots win, so the same file gives the same week.
    """
    options = list(_options(week))
    if not options:
        return {}
    solved = milp(_costs(week, options), constraints=_once(week, options), integrality=1, bounds=Bounds(0, 1))
    taken = [option for option, chosen in zip(options, solved.x, strict=True) if chosen > 0.5]
    return {week.pairs[one.pair]: week.slots[one.slot] for one in taken}


def _options(week: Week) -> Iterator[_Option]:
    place = {slot: number for number, slot in enumerate(week.slots)}
    for number, pair in enumerate(week.pairs):
        yield from (_Option(number, place[slot]) for slot in week.common(pair))


def _costs(week: Week, options: Sequence[_Option]) -> NDArray[np.float64]:
    """One more pair outweighs every better kind, and a better kind outweighs every earlier slot.

    Returns:
        Array of shape (len(options),), all negative.
    """
    dearest = 2 * len(week.used)
    a_pair = (dearest + 1) * (len(week.pairs) + 1)
    early = 1 / (len(week.slots) + 1) / (len(week.pairs) + 1)
    kinds = [week.cost(week.pairs[one.pair], week.slots[one.slot]) + one.slot * early for one in options]
    return np.array(kinds) - a_pair


def _once(week: Week, options: Sequence[_Option]) -> LinearConstraint:
    """At most one slot a pair, and at most one meeting a person and slot."""
    rows: dict[Any, int] = {}
    cells = [
        (rows.setdefault(key, len(rows)), column)
        for column, option in enumerate(options)
        for key in _keys(week.pairs[option.pair], week.slots[option.slot], option.pair)
    ]
    row, column = zip(*cells, strict=True)
    matrix = csr_array((np.ones(len(cells)), (row, column)), shape=(len(rows), len(options)))
    return LinearConstraint(matrix, ub=1)


def _keys(pair: Pair, slot: Slot, number: int) -> Iterator[Any]:
    yield number
    for name in {pair.coach, pair.coachee}:
        yield name, slot

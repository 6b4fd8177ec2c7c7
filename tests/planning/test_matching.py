"""The solver: nobody in two places, only in periods that are used, and no better week exists."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.core.pairs import Pair
from simulator.core.week import LASTING, PeriodKind, Slot, Week, why_not
from simulator.planning.matching import fit

SLOTS = [Slot(day, period) for day in ("Mon", "Tue") for period in ("1", "2")]
NAMES = "ABCD"

WEEKS = st.builds(
    lambda kinds, pairs: Week(kinds=kinds, pairs=tuple(dict.fromkeys(Pair(*pair) for pair in pairs))),
    st.fixed_dictionaries(
        {name: st.dictionaries(st.sampled_from(SLOTS), st.sampled_from(PeriodKind)) for name in NAMES}
    ),
    st.lists(st.tuples(*[st.sampled_from(NAMES)] * 2).filter(lambda pair: pair[0] != pair[1]), max_size=4),
)


@given(week=WEEKS)
@settings(max_examples=60, deadline=None)
def test_a_planned_week_is_possible(week):
    """Each meeting is in a period that both may use, and nobody is in two places at once."""
    meetings = fit(week)
    places = [(name, slot) for pair, slot in meetings.items() for name in pair[:2]]

    assert len(places) == len(set(places))
    assert all(week.kind(name, slot) in LASTING for name, slot in places)


@given(week=WEEKS)
@settings(max_examples=60, deadline=None)
def test_no_other_week_lets_more_pairs_meet(week):
    """Compared with every possible week."""
    best = max(sum(slot is not None for slot in tried) for tried in _possible(week))

    assert len(fit(week)) == best


@given(week=WEEKS)
@settings(max_examples=60, deadline=None)
def test_whoever_cannot_meet_is_told_why(week):
    """There is a reason for every pair left out."""
    meetings = fit(week)

    assert all(list(why_not(week, meetings, pair)) for pair in week.pairs if pair not in meetings)


def _possible(week):
    """Every way of giving each pair a slot or none, without clashes."""
    for tried in product(*[[None, *week.common(pair)] for pair in week.pairs]):
        places = [(name, slot) for pair, slot in zip(week.pairs, tried, strict=True) if slot for name in pair[:2]]
        if len(places) == len(set(places)):
            yield tried


def test_a_protected_period_is_taken_before_a_covered_one():
    """Cover costs money."""
    one, two = SLOTS[:2]
    kinds = {one: PeriodKind.COVERED, two: PeriodKind.PROTECTED}
    pair = Pair("A", "B")

    assert fit(Week(kinds={"A": kinds, "B": kinds}, pairs=(pair,))) == {pair: two}


def test_nobody_to_fit_is_no_error():
    """An empty week stays empty."""
    assert fit(Week(kinds={}, pairs=())) == {}


def test_the_same_file_gives_the_same_week():
    """Among equally good weeks the earlier periods win."""
    free = dict.fromkeys(SLOTS, PeriodKind.PROTECTED)
    week = Week(kinds={name: free for name in NAMES}, pairs=(Pair("A", "B"), Pair("A", "C")))

    assert fit(week) == fit(week)
    assert set(fit(week).values()) == set(SLOTS[:2])

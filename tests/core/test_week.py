"""The week: who can't meet is told why."""

from simulator.core.pairs import Pair
from simulator.core.telling import Style
from simulator.core.week import LASTING, NOT_LASTING, PeriodKind, Slot, Week, why_not
from simulator.core.week_told import tell_week

TUE, WED = Slot("Tue", "3"), Slot("Wed", "1")


def week(*pairs, used=LASTING, **kinds):
    """A small week."""
    return Week(kinds=kinds, pairs=tuple(Pair(*pair) for pair in pairs), used=tuple(used))


def test_somebody_who_is_not_in_the_file_is_named():
    """A misspelt name is the commonest reason."""
    one = week(("Ann", "Bpb"), Ann={TUE: PeriodKind.PROTECTED})

    assert "Bpb: not in the file" in " ".join(why_not(one, {}, one.pairs[0]))


def test_a_period_that_is_taken_says_by_whom():
    """The coach is elsewhere, and with whom is said."""
    free = {TUE: PeriodKind.PROTECTED}
    one = week(("Ann", "Bob"), ("Ann", "Cy"), Ann=free, Bob=free, Cy=free)

    assert list(why_not(one, {one.pairs[0]: TUE}, one.pairs[1])) == ["Tue 3 would do, but then Ann meets Bob."]


def test_the_nearest_period_is_named_with_what_is_in_the_way():
    """Lunch is shown and not used."""
    one = week(("Ann", "Bob"), Ann={TUE: PeriodKind.LUNCH, WED: PeriodKind.PROTECTED}, Bob={TUE: PeriodKind.PROTECTED})
    reasons = " ".join(why_not(one, {}, one.pairs[0]))

    assert "no protected or covered period in common" in reasons
    assert "Nearest is Tue 3 (Ann: lunch, Bob: protected), which isn't used." in reasons


def test_what_is_left_out_says_why_and_what_is_ticked_is_warned_of():
    """Non-contact, lunch and after school each have their reason."""
    free = {TUE: PeriodKind.LUNCH}
    one = week(("Ann", "Bob"), used=(*LASTING, PeriodKind.LUNCH), Ann=free, Bob=free)
    passages = list(tell_week(one, {one.pairs[0]: TUE}))
    warned = [passage.text for passage in passages if passage.style is Style.WARNING]
    noted = [passage.text for passage in passages if passage.style is Style.NOTE]

    assert any(NOT_LASTING[PeriodKind.LUNCH] in text for text in warned)
    assert any("Not used: after school" in text for text in noted)
    assert passages[0].text == "1 of 1 pairs can meet"


def test_a_coach_who_manages_is_warned_of():
    """The planner sees it, if the file says who manages whom."""
    free = {TUE: PeriodKind.PROTECTED}
    one = week(("Ann", "Bob", "Ann"), Ann=free, Bob=free)

    assert "Ann coaches Bob and manages Bob too." in [passage.text for passage in tell_week(one, {one.pairs[0]: TUE})]

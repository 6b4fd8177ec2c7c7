"""A planned week told in passages."""

from collections.abc import Iterator, Sequence

from simulator.core.pairs import Pair, trouble
from simulator.core.telling import Passage, Style
from simulator.core.week import NOT_LASTING, Meetings, PeriodKind, Slot, Week, why_not


def tell_week(week: Week, meetings: Meetings) -> Iterator[Passage]:
    """Who meets when, who can't and why, and what was left out."""
    yield Passage(Style.TITLE, f"{len(meetings)} of {len(week.pairs)} pairs can meet")
    for slot in week.slots:
        yield from (_meeting(week, pair, slot) for pair in week.pairs if meetings.get(pair) == slot)
    unmet = [pair for pair in week.pairs if pair not in meetings]
    if unmet:
        yield Passage(Style.HEADING, "Can't meet")
    for pair in unmet:
        yield Passage(Style.ASPECT, f"{pair.coach} and {pair.coachee}")
        yield from (Passage(Style.TEXT, reason) for reason in why_not(week, meetings, pair))
    yield from _management(week)
    yield from tell_kinds(week.used)


def _meeting(week: Week, pair: Pair, slot: Slot) -> Passage:
    kinds = ", ".join(f"{name} {week.kind(name, slot)}" for name in pair[:2])
    return Passage(Style.TEXT, f"{slot}: {pair.coach} and {pair.coachee} ({kinds})")


def _management(week: Week) -> Iterator[Passage]:
    managed = [pair for pair in week.pairs if pair.manager]
    for problem, reason in trouble(managed):
        yield Passage(Style.WARNING, problem)
        yield Passage(Style.NOTE, f"Why: {reason}")


def tell_kinds(used: Sequence[PeriodKind]) -> Iterator[Passage]:
    """Which kinds of period are used, which aren't, and why."""
    for kind, why in NOT_LASTING.items():
        if kind in used:
            yield Passage(Style.WARNING, f"{kind} is used because you ticked it. {why}")
        else:
            yield Passage(Style.NOTE, f"Not used: {kind}. {why}")

"""Fitting coaching pairs into a school's week."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from simulator.cli import asking
from simulator.core.telling import Passage
from simulator.core.week import PeriodKind
from simulator.core.week_told import tell_week
from simulator.errors import wrong
from simulator.files.week import kind_named, load_week


def plan_week(file: str | None, use: Sequence[str]) -> None:
    """Print who can meet when, who can't, and why."""
    if file is None:
        raise wrong("<input>", "I001", "no file was named", "use: coach timetable FILE.csv")
    asking.show(planned(file, [_kind(name) for name in use]))


def planned(file: str, use: Sequence[PeriodKind]) -> Iterator[Passage]:
    """The planned week of a file, told.

    Raises:
        InputError: If the file cannot be read or any row is wrong.
    """
    week = load_week(Path(file).expanduser(), use)
    from simulator.planning.matching import fit

    yield from tell_week(week, fit(week))


def _kind(named: str) -> PeriodKind:
    try:
        return kind_named(named)
    except ValueError as error:
        known = ", ".join(PeriodKind)
        raise wrong(named, "I001", f"'{named}' is no kind of period", f"use one of: {known}") from error

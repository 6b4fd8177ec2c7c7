"""Fitting coaching pairs into a school's week."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from simulator.cli import asking
from simulator.cli.opening import MISUSE
from simulator.core.telling import Passage
from simulator.core.week import PeriodKind
from simulator.core.week_told import tell_week
from simulator.errors import InputError, wrong
from simulator.files.unused import typed_path, unused
from simulator.files.week import kind_named, load_week
from simulator.places import shipped


def plan_week(file: str | None, use: Sequence[str], out: str | None = None) -> None:
    """Print who can meet when, who can't, and why; or write it to a file."""
    if file is None:
        remedy = "use: coach timetable FILE.csv; coach timetable --example FILE.csv writes one to begin with"
        raise wrong("<input>", "I001", "no file was named", remedy)
    told = _told(file, [_kind(name) for name in use])
    if not out:
        asking.show(told)
        return
    from simulator.files.printing import write

    write(told, Path(out))
    print(f"written to {out}")


def _told(file: str, use: Sequence[PeriodKind]) -> Sequence[Passage]:
    """The planned week; a spreadsheet with several mistakes is told all of them, so that it is mended once."""
    try:
        return list(planned(file, use))
    except InputError as error:
        if len(error.findings) == 1:
            raise
        for finding in error.findings:
            print(finding, file=sys.stderr)
        raise typer.Exit(MISUSE) from error


def write_example(file: str) -> str:
    """Write an example to begin with, beside whatever is there already; returns where it is.

    Raises:
        InputError: If it cannot be written.
    """
    path = unused(typed_path(file))
    try:
        path.write_bytes((shipped("scenarios") / "template" / "week.csv").read_bytes())
    except OSError as error:
        raise wrong(str(path), "P002", f"cannot be written: {error.strerror}", "check the folder") from error
    return str(path)


def planned(file: str, use: Sequence[PeriodKind]) -> Iterator[Passage]:
    """The planned week of a file, told.

    Raises:
        InputError: If the file cannot be read or any row is wrong.
    """
    week = load_week(typed_path(file), use)
    from simulator.planning.matching import fit

    yield from tell_week(week, fit(week))


def _kind(named: str) -> PeriodKind:
    try:
        return kind_named(named)
    except ValueError as error:
        known = ", ".join(PeriodKind)
        raise wrong(named, "I001", f"'{named}' is no kind of period", f"use one of: {known}") from error

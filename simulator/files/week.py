"""A school's week from a CSV: ``person, day, period, kind`` and, where there is one, ``coach``; a row a period."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from simulator.core.pairs import Pair
from simulator.core.week import LASTING, PeriodKind, Slot, Week
from simulator.errors import Finding, InputError, wrong
from simulator.files.text import read_text

_NEEDED = ("person", "day", "period", "kind")
_OPTIONAL = ("coach", "manager")
_EXAMPLE = "begin the file with: person,day,period,kind,coach"


class _Row(NamedTuple):
    """One row with its place in the file."""

    line: int
    cells: Mapping[str, str]
    """By column, trimmed."""


def load_week(path: Path, extra: Sequence[PeriodKind] = ()) -> Week:
    """Read a week.

    Args:
        path: The CSV.
        extra: Kinds of period the school wants to use besides protected and covered.

    Raises:
        InputError: If it cannot be read or any row is wrong; all findings are kept.
    """
    text = read_text(path, "W001")
    columns, rows = _rows(str(path), text)
    if findings := list(_findings(str(path), columns, rows)):
        raise InputError(*findings)
    pairs = tuple(_pairs(rows))
    if not pairs:
        raise wrong(str(path), "W006", "names no coach", "add a column 'coach' with the name of each person's coach")
    kinds: dict[str, dict[Slot, PeriodKind]] = {}
    for _, cells in rows:
        kinds.setdefault(cells["person"], {})[_slot(cells)] = kind_named(cells["kind"])
    return Week(kinds=kinds, pairs=pairs, used=(*LASTING, *(kind for kind in extra if kind not in LASTING)))


def kind_named(typed: str) -> PeriodKind:
    """The kind of period, however it is spelt.

    Raises:
        ValueError: If there is no such kind.
    """
    flat = " ".join(typed.lower().replace("-", " ").replace("_", " ").split())
    return next((kind for kind in PeriodKind if kind.replace("-", " ") == flat), None) or PeriodKind(typed)


def _rows(name: str, text: str) -> tuple[Mapping[str, int], Sequence[_Row]]:
    """The columns by name, counted from 0, and the rows that are not blank."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    try:
        lines = [(row, number) for row, number in _numbered(text, delimiter) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise wrong(name, "W001", f"is not CSV: {error}", "save it as CSV from your spreadsheet") from error
    if not lines:
        raise InputError(Finding(name, 1, 1, "W002", "is empty", _EXAMPLE))
    header = [cell.strip().lower() for cell in lines[0][0]]
    columns = {column: header.index(column) for column in (*_NEEDED, *_OPTIONAL) if column in header}
    for column in _NEEDED:
        if column not in columns:
            raise InputError(Finding(name, lines[0][1], 1, "W002", f"has no column '{column}'", _EXAMPLE))
    return columns, [_row(columns, row, number) for row, number in lines[1:]]


def _numbered(text: str, delimiter: str) -> Iterator[tuple[list[str], int]]:
    reader = csv.reader(StringIO(text), delimiter=delimiter)
    for row in reader:
        yield row, reader.line_num


def _row(columns: Mapping[str, int], row: Sequence[str], number: int) -> _Row:
    return _Row(number, {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()})


def _findings(name: str, columns: Mapping[str, int], rows: Sequence[_Row]) -> Iterator[Finding]:
    seen: dict[tuple[str, Slot], int] = {}
    for line, cells in rows:
        for column in _NEEDED:
            if not cells[column]:
                yield Finding(name, line, columns[column] + 1, "W003", f"has no {column} in row {line}", "fill it in")
        if cells["kind"] and not _is_kind(cells["kind"]):
            problem = f"kind is '{cells['kind']}' in row {line}"
            yield Finding(name, line, columns["kind"] + 1, "W004", problem, f"use one of: {', '.join(PeriodKind)}")
        key = cells["person"], _slot(cells)
        if key in seen and all(cells[column] for column in _NEEDED):
            problem = f"{key[0]} has {key[1]} in row {line} and in row {seen[key]}"
            yield Finding(name, line, columns["period"] + 1, "W005", problem, "keep one of the two rows")
        seen.setdefault(key, line)


def _is_kind(typed: str) -> bool:
    try:
        kind_named(typed)
    except ValueError:
        return False
    return True


def _slot(cells: Mapping[str, str]) -> Slot:
    return Slot(cells["day"], cells["period"])


def _pairs(rows: Sequence[_Row]) -> Iterator[Pair]:
    """Each pair once, wherever its coach is named."""
    managers = {cells["person"]: cells["manager"] for _, cells in rows if cells.get("manager")}
    named = ((cells["coach"], cells["person"]) for _, cells in rows if cells.get("coach"))
    for coach, coachee in dict.fromkeys(named):
        yield Pair(coach, coachee, managers.get(coachee, ""))

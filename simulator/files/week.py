"""A school's week from a CSV: ``person, day, period, kind`` and, where there is one, ``coach``; a row a period."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from simulator.core.pairs import Pair
from simulator.core.week import LASTING, PeriodKind, Slot, Week
from simulator.errors import Finding, InputError, wrong
from simulator.files.transcripts.decoding import decoded

_NEEDED = ("person", "day", "period", "kind")
_OPTIONAL = ("coach", "manager")
_EXAMPLE = "begin the file with: person,day,period,kind,coach"
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LEAST_OF_A_DAY = 2
"""Letters that tell a day from the others."""


class _Row(NamedTuple):
    """One row with its place in the file."""

    line: int
    cells: Mapping[str, str]
    """By column, trimmed."""
    spare: int
    """Cells with something in them beyond the last column."""


def load_week(path: Path, extra: Sequence[PeriodKind] = ()) -> Week:
    """Read a week, as a spreadsheet of any country or age saves it.

    Names and days that differ in capitals or spaces only are the same.

    Args:
        path: The CSV.
        extra: Kinds of period the school wants to use besides protected and covered.

    Raises:
        InputError: If it cannot be read or any row is wrong; all findings are kept.
    """
    columns, rows = _rows(str(path), decoded(path, "W001"))
    if findings := sorted(_findings(str(path), columns, rows), key=lambda one: (one.line, one.column)):
        raise InputError(*findings)
    pairs = tuple(_pairs(rows))
    if not pairs:
        raise wrong(str(path), "W006", "names no coach", "add a column 'coach' with the name of each person's coach")
    kinds: dict[str, dict[Slot, PeriodKind]] = {}
    for row in rows:
        kinds.setdefault(row.cells["person"], {})[_slot(row.cells)] = kind_named(row.cells["kind"])
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
    lines = [(row, number) for row, number in _numbered(name, text) if any(cell.strip() for cell in row)]
    if lines and lines[0][0][0].strip().lower().startswith("sep="):
        lines = lines[1:]
    if not lines:
        raise InputError(Finding(name, 1, 1, "W002", "is empty", _EXAMPLE))
    header = [cell.strip().lower() for cell in lines[0][0]]
    columns = {column: header.index(column) for column in (*_NEEDED, *_OPTIONAL) if column in header}
    if missing := [column for column in _NEEDED if column not in columns]:
        raise InputError(
            *(Finding(name, lines[0][1], 1, "W002", f"has no column '{one}'", _EXAMPLE) for one in missing)
        )
    spell = _speller()
    return columns, [_row(columns, row, number, len(header), spell) for row, number in lines[1:]]


def _numbered(name: str, text: str) -> Iterator[tuple[list[str], int]]:
    """Every row with its number, cut at whatever the first line is cut at."""
    head = text.lstrip("\n").split("\n", 1)[0]
    delimiter = head[-1] if head.lower().startswith("sep=") else max(",;\t", key=head.count)
    reader = csv.reader(StringIO(text), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            yield row, reader.line_num
    except (csv.Error, TypeError) as error:
        problem, remedy = f"is not CSV in row {reader.line_num}: {error}", "look for a quote that is not closed"
        raise InputError(Finding(name, reader.line_num, 1, "W001", problem, remedy)) from error


def _speller() -> Callable[[str, str], str]:
    """Spells what stands in a column as it was spelt first, whatever its capitals and spaces."""
    spelt: dict[tuple[str, str], str] = {}

    def spell(column: str, typed: str) -> str:
        flat = " ".join(typed.split())
        kind = column if column in {"day", "period", "kind"} else "person"
        same = _day(flat.casefold()) if kind == "day" else flat.casefold()
        return spelt.setdefault((kind, same), flat)

    return spell


def _day(word: str) -> str:
    """A day's whole name where the word is one, however short."""
    is_short = len(word.rstrip(".")) >= _LEAST_OF_A_DAY
    return next((day for day in _DAYS if is_short and day.startswith(word.rstrip("."))), word)


def _row(
    columns: Mapping[str, int], row: Sequence[str], number: int, wide: int, spell: Callable[[str, str], str]
) -> _Row:
    cells = {name: spell(name, row[at]) if at < len(row) else "" for name, at in columns.items()}
    return _Row(number, cells, sum(bool(cell.strip()) for cell in row[wide:]))


def _findings(name: str, columns: Mapping[str, int], rows: Sequence[_Row]) -> Iterator[Finding]:
    seen: dict[tuple[str, Slot], int] = {}
    for row in rows:
        yield from _row_findings(name, columns, row)
        key = row.cells["person"], _slot(row.cells)
        if key in seen and all(row.cells[column] for column in _NEEDED):
            problem = f"{key[0]} has {key[1]} in row {row.line} and in row {seen[key]}"
            yield Finding(name, row.line, columns["period"] + 1, "W005", problem, "keep one of the two rows")
        seen.setdefault(key, row.line)


def _row_findings(name: str, columns: Mapping[str, int], row: _Row) -> Iterator[Finding]:
    """What is wrong with a row by itself."""
    line, cells, spare = row
    for column in _NEEDED:
        if not cells[column]:
            yield Finding(name, line, columns[column] + 1, "W003", f"has no {column} in row {line}", "fill it in")
    if cells["kind"] and not _is_kind(cells["kind"]):
        problem = f"kind is '{cells['kind']}' in row {line}"
        yield Finding(name, line, columns["kind"] + 1, "W004", problem, f"use one of: {', '.join(PeriodKind)}")
    if cells["person"] and cells.get("coach") == cells["person"]:
        problem = f"{cells['person']} is down to coach themselves in row {line}"
        yield Finding(name, line, columns["coach"] + 1, "W007", problem, "name somebody else, or leave it empty")
    if spare:
        problem = f"row {line} has more cells than the first row"
        yield Finding(name, line, len(columns) + 1, "W008", problem, "put a name that has a comma in quotes")


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
    managers = {row.cells["person"]: row.cells["manager"] for row in rows if row.cells.get("manager")}
    named = ((row.cells["coach"], row.cells["person"]) for row in rows if row.cells.get("coach"))
    for coach, coachee in dict.fromkeys(named):
        yield Pair(coach, coachee, managers.get(coachee, ""))

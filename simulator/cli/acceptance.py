"""``coach scenario playtest --acceptance``: the ten tests of docs/COACHEE.md as a table."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from simulator.cli import wiring
from simulator.core.playtest.acceptance import BARELY, Figure, figures
from simulator.core.playtest.library import Library
from simulator.errors import wrong
from simulator.files.text import read_text

_BEGIN, _END = "<!-- acceptance -->", "<!-- /acceptance -->"
"""What stands between these in a document is written by the command."""
_CODE = "I010"
_FAILED = 1
"""The exit code where a test does not hold."""


def accept(named: str | None, seeds: int, into: str | None) -> int:
    """Measure the ten tests and print them, or write them into a document; the exit code says whether they hold."""
    frame = _frame(Path(into)) if into else None
    scenarios = [wiring.scenario(named)] if named else wiring.all_scenarios()
    library = Library(scenarios=scenarios, rubric=wiring.rubric(), seeds=seeds)
    found = list(figures(library))
    told = table(library, found)
    if into and frame:
        Path(into).write_text(f"{frame.before}{_BEGIN}\n{told}\n{_END}{frame.after}", encoding="utf-8")
    else:
        print(told)
    return 0 if all(figure.holds for figure in found) else _FAILED


def table(library: Library, found: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    size = len(library.scenarios)
    head = (
        f"{library.seeds:,} seeds over {size} scenario{'' if size == 1 else 's'}, the five personas weighted equally."
    )
    rows = [_row(figure) for figure in found]
    return "\n".join(
        [head, "", "| test | figure | AnnoMI | wanted | found | holds |", "|---|---|---|---|---|---|", *rows]
    )


def _row(figure: Figure) -> str:
    cells = (figure.test, figure.says, figure.annomi or "–", _wanted(figure), f"{figure.found:.2f}", _yes(figure.holds))
    return f"| {' | '.join(map(str, cells))} |"


def _wanted(figure: Figure) -> str:
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        return f"{low:g} to {high:g}"
    if low is None:
        return f"at most {high:g}"
    return "above 0" if low == BARELY else f"at least {low:g}"


def _yes(holds: bool) -> str:
    return "yes" if holds else "**no**"


class _Frame(NamedTuple):
    """A document without its table."""

    before: str
    after: str


def _frame(path: Path) -> _Frame:
    """What stands around the table, looked at before anything is measured."""
    before, begin, rest = read_text(path, _CODE).partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not (begin and end):
        raise wrong(str(path), _CODE, f"has no place for the table ({_BEGIN} and {_END})", "write both lines into it")
    return _Frame(before, after)

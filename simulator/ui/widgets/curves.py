"""How the coachee stood, as rows of bars: one row a value, one bar a turn."""

from collections.abc import Sequence

from rich.text import Text

from simulator.core.course import Course, Swing

_BLOCKS = " ▁▂▃▄▅▆▇█"
_TALL = 3
"""Lines a row takes; each shows eight steps."""
_NAMES = 15
_MANY = 24
"""Bars from which each is one column wide instead of two."""
_TICK = 5


def curves(courses: Sequence[Course], swings: Sequence[Swing] = ()) -> Text:
    """Every value from the start to the end, between 0 and 100, with its first and last number; swings by letters."""
    if not courses:
        return Text()
    wide = 2 if len(courses[0].values) <= _MANY else 1
    rows = [line for course in courses for line in _row(course, wide)]
    marks = [_marks(swings, wide)] if swings else []
    return Text("\n".join([*rows, *marks, _turns(len(courses[0].values), wide)]))


def _row(course: Course, wide: int) -> list[str]:
    start, end = f"{course.values[0]:.0f}", f"{course.values[-1]:.0f}"
    bars = [_line(course.values, height, wide) for height in reversed(range(_TALL))]
    heads = ["", f"{course.name.capitalize():<{_NAMES}}{start:>3} ", ""]
    tails = ["", f" {end}", ""]
    return [f"{head:<{_NAMES + 4}}{bar}{tail}" for head, bar, tail in zip(heads, bars, tails, strict=True)]


def _line(values: Sequence[float], height: int, wide: int) -> str:
    """One line of the bars: how far each reaches into it."""
    steps = len(_BLOCKS) - 1
    reach = (round(value / 100 * steps * _TALL) - height * steps for value in values)
    return "".join(_BLOCKS[max(0, min(steps, part))] + " " * (wide - 1) for part in reach)


def _marks(swings: Sequence[Swing], wide: int) -> str:
    """The letters of the swings, each below its bar."""
    marks = {(swing.number + 1) * wide: swing.mark for swing in swings}
    return " " * (_NAMES + 4) + "".join(marks.get(place, " ") for place in range(max(marks) + 1))


def _turns(count: int, wide: int) -> str:
    """The turns below the bars, by the numbers of the coach's lines."""
    marks = [" "] * (count * wide + 4)
    for place in range(0, count, _TICK):
        for at, letter in enumerate("start" if place == 0 else f"[{2 * place - 1}]"):
            marks[min(place * wide + at, len(marks) - 1)] = letter
    return " " * (_NAMES + 4) + "".join(marks).rstrip()

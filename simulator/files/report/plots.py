"""The pictures of a report."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from simulator.core.course import Course, Swing
from simulator.core.debrief import Aspect
from simulator.core.hearing import Heard, Hearing
from simulator.core.passage import MARKS
from simulator.files.report.ink import INKS
from simulator.files.report.svg import Plot, Point, bar, dot, path, picture, rule, words

_WIDTH = 400.0
_LEVELS = (
    ("harmful or absent", 8, ""),
    ("emerging", 138, "middle"),
    ("secure", 250, "middle"),
    ("skilled", 392, "right"),
)
"""Names of the levels, where they stand, and what of them stands there."""
_ROW = 36
_CAPTION = 18
NO_VIEW: Mapping[str, int] = {}
_STEP = 122
"""From one level to the next."""
_TALL = 56
"""The longest turn."""
_MIDDLE = _TALL + 30
"""The line between the two speakers."""
_TICK = 10
_LEAST_STEP = 6.0
_LEFT, _RIGHT = 30.0, 300.0
"""Where a course begins and ends."""
_DASHES = ("none", "7 3", "2 3", "9 3 2 3", "4 4")
_APART = 13
"""Between the names of two lines that end close together."""


def levels_plot(aspects: Sequence[Aspect], own: Mapping[str, int] = NO_VIEW) -> Plot:
    """Each dimension's level and its range on the scale from 1 to 4, and a ring where its coach saw it."""
    alt = "Levels by dimension; the text gives the same numbers."
    below = _ROW * len(aspects) + 26
    is_own = any(own.values())
    plot = picture(_WIDTH, below + (_CAPTION if is_own else 0), alt)
    for number, (name, x, place) in enumerate(_LEVELS, start=1):
        words(plot, Point(x, 12), f"{number} {name}", f"small {place}")
    for row, aspect in enumerate(aspects):
        _level(plot, aspect, 38 + row * _ROW)
        if level := own.get(aspect.dimension.key):
            dot(plot, _on_scale(level, 38 + row * _ROW), 7.5, "own")
    if is_own:
        dot(plot, Point(17, below + 4), 6, "own")
        words(plot, Point(30, below + 8), "how you saw it", "small")
    return Plot(plot, alt)


def _level(plot: Element, aspect: Aspect, y: float) -> None:
    words(plot, Point(8, y), aspect.dimension.title, "strong")
    value, low, high = aspect.score.level
    is_observed = value is not None and low is not None and high is not None
    rule(plot, _on_scale(1, y), _on_scale(4, y), "axis" if is_observed else "none")
    words(plot, Point(_WIDTH - 8, y), _reading(aspect), "right small")
    if value is not None and low is not None and high is not None:
        rule(plot, _on_scale(low, y), _on_scale(high, y), "range")
        dot(plot, _on_scale(value, y), 5.5, "point")


def _on_scale(level: float, y: float) -> Point:
    return Point(14 + (level - 1) * _STEP, y + 12)


def _reading(aspect: Aspect) -> str:
    value, low, high = aspect.score.level
    if value is None:
        return aspect.score.note
    return f"level {value:g}" if low == high else f"level {value:g}, range {low:g} to {high:g}"


def talk_plot(conversation: Sequence[Heard]) -> Plot:
    """How long each turn was: the coach's upwards with the mark of its family, the coachee's downwards."""
    alt = "Words in each turn: the coach's above the line with the mark of what it does, the coachee's below."
    step = max(_LEAST_STEP, (_WIDTH - 16) / max(1, len(conversation)))
    width = 16 + step * len(conversation)
    plot = picture(max(_WIDTH, width), 2 * _TALL + 62, alt)
    most = max((heard.words for heard in conversation), default=0) or 1
    words(plot, Point(8, 12), "coach", "small")
    words(plot, Point(_WIDTH - 8, 12), f"the longest bar: {most} words", "small right")
    words(plot, Point(8, _MIDDLE + _TALL + 28), "coachee", "small")
    for turn, heard in enumerate(conversation):
        _turn(plot, heard, 8 + turn * step, step * 0.8, _TALL * heard.words / most)
    for turn in range(0, len(conversation), _TICK):
        words(plot, Point(8 + (turn + 0.4) * step, _MIDDLE + _TALL + 14), str(turn), "small middle")
    rule(plot, Point(8, _MIDDLE), Point(width - 8, _MIDDLE), "axis")
    return Plot(plot, alt)


def _turn(plot: Element, heard: Heard, x: float, width: float, height: float) -> None:
    if isinstance(heard, Hearing):
        bar(plot, Point(x, _MIDDLE - height), width, height, heard.primary)
        words(plot, Point(x + width / 2, _MIDDLE - height - 4), MARKS[heard.primary], "middle")
    else:
        bar(plot, Point(x, _MIDDLE), width, height, "coachee")


def course_plot(courses: Sequence[Course], swings: Sequence[Swing] = ()) -> Plot:
    """The coachee's state over a session, a line for each value, named where it ends; swings by their letters."""
    alt = "The coachee's state after each coach turn, from 0 to 100; the text below gives the turning points."
    plot = picture(_WIDTH, 190, alt)
    for value in (0, 50, 100):
        rule(plot, Point(_LEFT, _height(value)), Point(_RIGHT, _height(value)), "axis")
        words(plot, Point(_LEFT - 6, _height(value) + 4), str(value), "small right")
    for course, ink, dashes in zip(courses, INKS, _DASHES, strict=True):
        path(plot, _line(course.values), f"course ink-{ink}", dashes)
    ends = _spread([_height(course.values[-1]) for course in courses])
    for course, y, ink in zip(courses, ends, INKS, strict=True):
        words(plot, Point(_RIGHT + 6, y + 4), f"{course.name} {course.values[-1]:.0f}", f"ink-{ink}")
    places = _line(courses[0].values)
    for place in range(_TICK // 2, len(places) - 2, _TICK // 2):
        words(plot, Point(places[place].x, 186), f"[{2 * place - 1}]", "small middle")
    for swing in swings:
        x = places[swing.number + 1].x
        rule(plot, Point(x, _height(100)), Point(x, _height(0)), "none")
        words(plot, Point(x, 8), swing.mark, "strong middle")
    words(plot, Point(_LEFT, 186), "start", "small")
    words(plot, Point(_RIGHT, 186), "end", "small right")
    return Plot(plot, alt)


def _line(values: Sequence[float]) -> list[Point]:
    step = (_RIGHT - _LEFT) / max(1, len(values) - 1)
    return [Point(_LEFT + step * place, _height(value)) for place, value in enumerate(values)]


def _height(value: float) -> float:
    return 168 - 1.58 * value


def _spread(heights: Sequence[float]) -> list[float]:
    """The same heights, moved apart until none covers another: down from the top, then up from the line of 0."""
    order = sorted(range(len(heights)), key=heights.__getitem__)
    moved = list(heights)
    for above, place in pairwise(order):
        moved[place] = max(moved[place], moved[above] + _APART)
    most = _height(0)
    for place in reversed(order):
        moved[place] = min(moved[place], most)
        most = moved[place] - _APART
    return moved

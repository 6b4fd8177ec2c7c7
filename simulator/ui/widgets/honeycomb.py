"""Six hexagons that share their edges, with a keyboard and a mouse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

_TOP = 20
"""Columns of a hexagon's upper edge."""
_ACROSS, _DOWN, _DROP = _TOP + 2, 4, 2
"""From one hexagon to the next to its right, to the one below, and how far the middle column hangs lower."""
_COLUMNS = 3
_WIDE, _HIGH = 2 * _ACROSS + _TOP + 4, 2 * _DOWN + _DROP + 1
_EDGES = ((0, 2, "_" * _TOP), (1, 1, "/"), (1, _TOP + 2, "\\"), (2, 0, "/"), (2, _TOP + 3, "\\"))
_LOWER = ((3, 0, "\\"), (3, _TOP + 3, "/"), (4, 1, "\\" + "_" * _TOP + "/"))


class Cell(NamedTuple):
    """What one hexagon shows."""

    name: str
    """Whatever it leads to."""
    title: str
    done: int
    of: int


class _Place(NamedTuple):
    """The upper left corner of a hexagon."""

    row: int
    column: int


class Honeycomb(Widget, can_focus=True):
    """Hexagons to move through with the arrow keys, to click, and to open with Enter."""

    HELP = "Move with the arrow keys, open with Enter, or click. The dots say how much of a theme you have done."
    COMPONENT_CLASSES = {"honeycomb--edge", "honeycomb--chosen"}
    BINDINGS = [
        Binding("left", "move(-1)", "Left", show=False),
        Binding("right", "move(1)", "Right", show=False),
        Binding("up", f"move(-{_COLUMNS})", "Up", show=False),
        Binding("down", f"move({_COLUMNS})", "Down", show=False),
        Binding("enter,space", "open", "Open"),
    ]

    chosen: reactive[int] = reactive(0)
    """The hexagon the keys are at."""
    cells: reactive[Sequence[Cell]] = reactive((), layout=True)
    """At most six, in reading order."""

    @dataclass
    class Moved(Message):
        """The keys went to another hexagon."""

        cell: Cell

    @dataclass
    class Opened(Message):
        """A hexagon was opened."""

        cell: Cell

    def get_content_width(self, *_: object) -> int:
        """The whole comb."""
        return _WIDE

    def get_content_height(self, *_: object) -> int:
        """The whole comb."""
        return _HIGH

    def render(self) -> Text:
        """Draw the edges, then write into the hexagons; the chosen one last."""
        canvas = [[" "] * _WIDE for _ in range(_HIGH)]
        for number in range(len(self.cells)):
            for row, column, mark in (*_EDGES, *_LOWER):
                _write(canvas, _place(number), row, column, mark)
        text = Text("\n").join(Text("".join(line), self.get_component_rich_style("honeycomb--edge")) for line in canvas)
        for number, cell in enumerate(self.cells):
            self._fill(text, number, cell)
        return text

    def _fill(self, text: Text, number: int, cell: Cell) -> None:
        """Write a hexagon's three lines into the drawn comb."""
        at, is_chosen = _place(number), number == self.chosen
        title = f"▸ {cell.title} ◂" if is_chosen else cell.title
        dots = "●" * cell.done + "○" * (cell.of - cell.done)
        lines = ((1, _TOP, title), (2, _TOP + 2, dots[: _TOP + 2]), (3, _TOP + 2, f"{cell.done} of {cell.of}"))
        style = self.get_component_rich_style("honeycomb--chosen") if is_chosen else self.rich_style
        plain = text.plain
        for row, wide, words in lines:
            start = (at.row + row) * (_WIDE + 1) + at.column + (2 if row == 1 else 1)
            plain = plain[:start] + words.center(wide)[:wide] + plain[start + wide :]
            text.stylize(style, start, start + wide)
        text.plain = plain

    def action_move(self, by: int) -> None:
        """Go to the hexagon this far on, if there is one."""
        if 0 <= self.chosen + by < len(self.cells):
            self.chosen += by
            self.post_message(self.Moved(self.cells[self.chosen]))

    def action_open(self) -> None:
        """Open the chosen hexagon."""
        if self.cells:
            self.post_message(self.Opened(self.cells[self.chosen]))

    def on_click(self, event: events.Click) -> None:
        """Open what was clicked."""
        number = hexagon_at(event.x, event.y)
        if number is not None and number < len(self.cells):
            self.chosen = number
            self.action_open()


def hexagon_at(column: int, row: int) -> int | None:
    """The hexagon a point lies in, counted from 0, or None on the edges and outside."""
    for number in range(2 * _COLUMNS):
        at = _place(number)
        inside = 1 <= row - at.row <= 3 and 1 <= column - at.column <= _TOP + 2
        if inside:
            return number
    return None


def _place(number: int) -> _Place:
    row, column = divmod(number, _COLUMNS)
    return _Place(row * _DOWN + (_DROP if column == 1 else 0), column * _ACROSS)


def _write(canvas: list[list[str]], at: _Place, row: int, column: int, marks: str) -> None:
    for offset, mark in enumerate(marks):
        canvas[at.row + row][at.column + column + offset] = mark

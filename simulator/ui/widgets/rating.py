"""One dimension, to be rated by its coach: a line of four levels, and one for what can't be said."""

from dataclasses import dataclass

from rich.text import Text
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static

from simulator.core.remarks import CANT_SAY
from simulator.core.rubric import Dimension

_NAMES = 34
_CHOICES = {level: str(level) for level in range(1, 5)} | {CANT_SAY: "can't say"}


class Rating(Static, can_focus=True):
    """A dimension with four levels to choose from; until one is chosen, or that it can't be said, none stands out."""

    HELP = "Press 1, 2, 3 or 4 for a level, 0 where you can't say. The words below say what a level means."
    BINDINGS = [
        *(Binding(str(level), f"rate({level})", f"Level {level}", show=False) for level in range(1, 5)),
        Binding("0,minus", "rate(0)", "Can't say", show=False),
        Binding("left", "step(-1)", "Lower", show=False),
        Binding("right", "step(1)", "Higher", show=False),
        Binding("up", "app.focus_previous", "Before", show=False),
        Binding("down,enter", "app.focus_next", "Next", show=False),
    ]

    @dataclass
    class Rated(Message):
        """A level was chosen."""

        rating: "Rating"
        is_final: bool
        """Is it time for the next one?"""

    @dataclass
    class Looked(Message):
        """The keys are here."""

        rating: "Rating"

    def __init__(self, dimension: Dimension, level: int | None) -> None:
        """Rate this dimension."""
        super().__init__()
        self.dimension = dimension
        self.level = level
        self._write()

    @property
    def descriptor(self) -> str:
        """What the chosen level means, or what there is to choose from."""
        if not self.level:
            ends = self.dimension.levels
            return f"1: {ends[1].descriptor}  4: {ends[4].descriptor}"
        return f"{self.level}: {self.dimension.levels[self.level].descriptor}"

    def on_focus(self) -> None:
        """Say that the keys are here."""
        self.post_message(self.Looked(self))

    def action_rate(self, level: int) -> None:
        """Choose a level, and go on."""
        self._choose(level, is_final=True)

    def action_step(self, by: int) -> None:
        """Choose the next level; below 1 is that it can't be said."""
        self._choose(min(4, max(CANT_SAY, (self.level or CANT_SAY) + by)), is_final=False)

    def _choose(self, level: int, is_final: bool) -> None:
        self.level = level
        self._write()
        self.post_message(self.Rated(self, is_final))

    def _write(self) -> None:
        text = Text(f"{self.dimension.title:<{_NAMES}}")
        for level, name in _CHOICES.items():
            text.append(f"({name})" if level == self.level else f" {name} ", "bold" if level == self.level else "dim")
            text.append(" ")
        self.update(text)

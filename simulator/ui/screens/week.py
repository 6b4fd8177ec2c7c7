"""A school's week: which pairs can meet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Checkbox, Footer, Input, Static

from simulator.core.telling import Passage
from simulator.core.week import LASTING, NOT_LASTING, PeriodKind
from simulator.core.week_told import tell_kinds
from simulator.errors import SimulatorError
from simulator.ui.screens.dialogs import NoticeScreen
from simulator.ui.screens.page import told

_HOW = "A CSV with the columns person, day, period, kind and coach. Type where it is, then Enter."


class WeekScreen(Screen[None]):
    """Asks for a file and says who can meet when, who can't, and why."""

    HELP = f"{_HOW} Tick a further kind of period with Space if your school wants to use it all the same."
    BINDINGS = [Binding("escape", "dismiss", "Back")]

    @dataclass
    class Planned(Message):
        """A week was planned."""

        passages: Sequence[Passage]

    @dataclass
    class Refused(Message):
        """The file could not be used."""

        error: SimulatorError

    def __init__(self, plan: Callable[[str, Sequence[PeriodKind]], Sequence[Passage]]) -> None:
        """Plan weeks by this."""
        super().__init__()
        self._plan = plan

    def compose(self) -> ComposeResult:
        """Where the file is, what else to use, and the result."""
        yield Static("Fitting pairs into the week", classes="title")
        yield Static(_HOW, classes="note")
        yield Input(placeholder="week.csv", id="csv")
        with Horizontal(id="kinds"):
            for kind in NOT_LASTING:
                yield Checkbox(f"use {kind} too", name=kind, compact=True)
        with VerticalScroll(id="planned", can_focus=True):
            yield from told(list(tell_kinds(LASTING)))
        yield Footer()

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    @on(Checkbox.Changed)
    def plan(self) -> None:
        """Plan the week that was named."""
        file = self.query_one(Input).value.strip()
        if file:
            self._work_out(file, [PeriodKind(box.name or "") for box in self.query(Checkbox) if box.value])

    @work(thread=True, exclusive=True, group="plan")
    def _work_out(self, file: str, use: Sequence[PeriodKind]) -> None:
        """Read and solve off the app's own thread."""
        try:
            self.post_message(self.Planned(self._plan(file, use)))
        except SimulatorError as error:
            self.post_message(self.Refused(error))

    @on(Planned)
    async def tell(self, event: Planned) -> None:
        """Show a planned week."""
        room = self.query_one("#planned")
        await room.remove_children()
        await room.mount(*told(event.passages))

    @on(Refused)
    def show_trouble(self, event: Refused) -> None:
        """Say what is wrong with the file."""
        self.app.push_screen(NoticeScreen("That did not work", str(event.error)))

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
from simulator.errors import InputError, SimulatorError
from simulator.ui.screens.dialogs import NoticeScreen
from simulator.ui.screens.page import FileScreen, told
from simulator.ui.widgets.tick_box import TickBox
from simulator.ui.wishes import Exported

_HOW = (
    "A CSV with the columns person, day, period, kind and coach; F2 writes you one to begin with. Type where yours is, "
    "then Enter."
)


class WeekScreen(Screen[None]):
    """Asks for a file and says who can meet when, who can't, and why."""

    HELP = f"{_HOW} Tick a further kind of period with Space if your school wants to use it all the same."
    BINDINGS = [
        Binding("f2", "example", "An example to begin with"),
        Binding("f3", "export", "Write to a file"),
        Binding("escape", "dismiss", "Back"),
    ]

    @dataclass
    class Planned(Message):
        """A week was planned."""

        passages: Sequence[Passage]

    @dataclass
    class Refused(Message):
        """The file could not be used."""

        error: SimulatorError

    def __init__(
        self, plan: Callable[[str, Sequence[PeriodKind]], Sequence[Passage]], example: Callable[[], str]
    ) -> None:
        """Plan weeks.

        Args:
            plan: Plans the week of a file with these further kinds of period.
            example: Writes an example to begin with, and says where it is.
        """
        super().__init__()
        self._plan = plan
        self._example = example
        self._planned: Sequence[Passage] = ()

    def compose(self) -> ComposeResult:
        """Where the file is, what else to use, and the result."""
        yield Static("Fitting pairs into the week", classes="title")
        yield Static(_HOW, classes="note")
        yield Input(placeholder="week.csv", id="csv")
        with Horizontal(id="kinds"):
            for kind in NOT_LASTING:
                yield TickBox(f"use {kind} too", name=kind, compact=True)
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
        self._planned = event.passages
        self.refresh_bindings()
        room = self.query_one("#planned")
        await room.remove_children()
        await room.mount(*told(event.passages))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a planned week can be written to a file."""
        return bool(self._planned) if action == "export" else True

    def action_export(self) -> None:
        """Ask for a file's name."""

        def write(file: str | None) -> None:
            if file:
                self.post_message(Exported(self._planned, file))

        self.app.push_screen(FileScreen("coaching-week.docx"), write)

    def action_example(self) -> None:
        """Write an example, and plan it."""
        try:
            self.query_one(Input).value = self._example()
            self.plan()
        except SimulatorError as error:
            self.show_trouble(self.Refused(error))

    @on(Refused)
    def show_trouble(self, event: Refused) -> None:
        """Say everything that is wrong with the file."""
        findings = event.error.findings if isinstance(event.error, InputError) else (event.error,)
        self.app.push_screen(NoticeScreen("That did not work", "\n".join(map(str, findings))))

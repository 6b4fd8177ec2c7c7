"""The brief: what the coach knows before the first word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from simulator.core.agreement import carried_place
from simulator.core.desk import Desk
from simulator.core.scenario import Scenario
from simulator.core.telling import Passage
from simulator.errors import SimulatorError


class BriefScreen(Screen[bool]):
    """Read, then begin. Dismissed with whether to begin."""

    HELP = "Read the brief while the ear warms up. Enter begins the conversation, Esc goes back."
    BINDINGS = [
        Binding("enter", "begin", "Begin"),
        Binding("g", "carry", "With your agreement"),
        Binding("escape", "back", "Back"),
    ]

    @dataclass
    class Found(Message):
        """The desk is open: there is an agreement, carried into this scenario or not."""

        desk: Desk
        carried: Sequence[Passage]

    def __init__(self, scenario: Scenario, desk: Callable[[], Desk]) -> None:
        """Show this scenario's brief.

        Args:
            scenario: The scenario.
            desk: Opens the desk with the learning agreement; slow the first time.
        """
        super().__init__()
        self._scenario = scenario
        self._open_desk = desk
        self._desk: Desk | None = None

    def compose(self) -> ComposeResult:
        """Situation, role, aim, and what is known."""
        scenario = self._scenario
        yield Static(scenario.title, classes="title")
        with VerticalScroll(id="brief", can_focus=True):
            for name, text in (
                (f"{scenario.persona.name}, {scenario.persona.role}", scenario.brief.situation),
                ("You", scenario.brief.role),
                ("What this practises", scenario.brief.aim),
            ):
                yield Static(name, classes="heading")
                yield Static(text, classes="text")
            yield Static("What you know", classes="heading")
            for fact in scenario.brief.know:
                yield Static(f"• {fact}", classes="text")
            yield Vertical(id="agreed")
        yield Footer()

    def on_mount(self) -> None:
        """Let the keys work at once, and look for an agreement meanwhile."""
        self.query_one("#brief").focus()
        self._look()

    @work(thread=True, exclusive=True, group="agreement")
    def _look(self) -> None:
        """Open the desk off the app's own thread. Without one there is no agreement to show."""
        try:
            desk = self._open_desk()
            if desk.has_agreement():
                self.post_message(self.Found(desk, desk.carried(self._scenario.slug)))
        except SimulatorError:
            return

    @on(Found)
    async def show_agreement(self, event: Found) -> None:
        """Show the agreement if it was carried here, and offer to."""
        self._desk = event.desk
        room = self.query_one("#agreed")
        await room.remove_children()
        await room.mount(*(Static(passage.text, classes=passage.style, markup=False) for passage in event.carried))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what exists can be carried."""
        return self._desk is not None if action == "carry" else True

    def action_carry(self) -> None:
        """Carry the learning agreement into this scenario, or leave it behind again."""
        if self._desk:
            self._desk.toggle(carried_place(self._scenario.slug))
            self._look()

    def action_begin(self) -> None:
        """Begin the conversation."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Choose something else."""
        self.dismiss(False)

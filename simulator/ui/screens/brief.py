"""The brief: what the coach knows before the first word."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static

from simulator.core.scenario import Scenario


class BriefScreen(Screen[bool]):
    """Read, then begin. Dismissed with whether to begin."""

    HELP = "Read the brief while the ear warms up. Enter begins the conversation, Esc goes back."
    BINDINGS = [
        Binding("enter", "begin", "Begin"),
        Binding("escape", "back", "Back"),
    ]

    def __init__(self, scenario: Scenario) -> None:
        """Show this scenario's brief."""
        super().__init__()
        self._scenario = scenario

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
        yield Footer()

    def on_mount(self) -> None:
        """Let the keys work at once."""
        self.query_one("#brief").focus()

    def action_begin(self) -> None:
        """Begin the conversation."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Choose something else."""
        self.dismiss(False)

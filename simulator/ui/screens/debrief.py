"""The debrief."""

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static

from simulator.core.telling import Passage, Style

_SIGNS = {Style.QUOTE: "“{}”", Style.BETTER: "→ {}", Style.THOUGHT: "({})"}


class DebriefScreen(Screen[None]):
    """A debrief to scroll through."""

    HELP = "Scroll with the arrow keys, Page Up and Page Down. Esc goes back to the list."
    BINDINGS = [Binding("escape,q", "dismiss", "Back to the list")]

    def __init__(self, passages: Sequence[Passage]) -> None:
        """Show these passages."""
        super().__init__()
        self._passages = passages

    def compose(self) -> ComposeResult:
        """One block a passage."""
        with VerticalScroll(id="debrief", can_focus=True):
            for passage in self._passages:
                text = _SIGNS.get(passage.style, "{}").format(passage.text)
                yield Static(Text(text), classes=passage.style)
        yield Footer()

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        self.query_one("#debrief").focus()

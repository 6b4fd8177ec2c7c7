"""A line that leads somewhere else in the app."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.widgets import Static

from simulator.ui.wishes import Kind, Wanted


class Link(Static, can_focus=True):
    """A command that stands in a text, to be opened where it stands."""

    HELP = "Enter opens it, or click it. Tab goes to the next one."
    BINDINGS = [Binding("enter", "open", "Open it")]

    def __init__(self, text: str, kind: Kind, name: str, classes: str) -> None:
        """Lead there.

        Args:
            text: What is shown.
            kind: What is wished for.
            name: Its own name, or empty.
            classes: For the style sheet.
        """
        super().__init__(Text(text), classes=f"link {classes}")
        self._wanted = kind, name

    def action_open(self) -> None:
        """Go there."""
        self.post_message(Wanted(*self._wanted))

    def on_click(self, event: events.Click) -> None:
        """Go there."""
        event.stop()
        self.action_open()

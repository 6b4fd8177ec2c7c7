"""Small questions and notices over a screen."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static


class ConfirmScreen(ModalScreen[bool]):
    """Yes or no. Dismissed with the answer."""

    BINDINGS = [Binding("y", "answer(True)", "Yes"), Binding("n,escape", "answer(False)", "No")]

    def __init__(self, question: str) -> None:
        """Ask this question."""
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and the keys that answer it."""
        with Vertical(classes="dialog"):
            yield Static(self._question, markup=False)
            yield Static("y  yes     n  no", classes="note")

    def action_answer(self, yes: bool) -> None:
        """Give the answer."""
        self.dismiss(yes)


class NoticeScreen(ModalScreen[None]):
    """Something to read: help, or what went wrong and what to do."""

    BINDINGS = [Binding("escape,enter,f1,q", "dismiss", "Close")]

    def __init__(self, title: str, text: str) -> None:
        """Show this text."""
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """The text, however long, and how to close it."""
        with VerticalScroll(classes="dialog"):
            yield Static(self._title, classes="heading")
            yield Static(self._text, markup=False)
            yield Static("Esc  close", classes="note")

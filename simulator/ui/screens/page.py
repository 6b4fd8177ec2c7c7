"""A page to read, and to take away as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Input, Static

from simulator.core.telling import Passage
from simulator.ui.widgets.talk import SIGNS
from simulator.ui.wishes import Exported

_WHERE = "Write it to which file? It may end in .docx, .pdf or .md."


class PageScreen(Screen[None]):
    """Passages to scroll through."""

    HELP = "Scroll with the arrow keys, Page Up and Page Down. X writes it to a file: .md, .docx or .pdf."
    BINDINGS = [Binding("x", "export", "Write to a file"), Binding("escape,q", "dismiss", "Back")]

    def __init__(self, tell: Callable[[], Sequence[Passage]], file: str) -> None:
        """Show these passages.

        Args:
            tell: Gives the passages, again whenever the screen comes back.
            file: A name to offer for the file.
        """
        super().__init__()
        self._tell = tell
        self._file = file

    def compose(self) -> ComposeResult:
        """One block a passage."""
        with VerticalScroll(id="page", can_focus=True):
            yield from told(self._tell())
        yield Footer()

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        self.query_one("#page").focus()

    def action_export(self) -> None:
        """Ask for a file's name."""

        def write(file: str | None) -> None:
            if file:
                self.post_message(Exported(self._tell(), file))

        self.app.push_screen(FileScreen(self._file), write)


def told(passages: Sequence[Passage]) -> ComposeResult:
    """One block a passage."""
    for passage in passages:
        yield Static(Text(SIGNS.get(passage.style, "{}").format(passage.text)), classes=passage.style)


class FileScreen(ModalScreen[str]):
    """Asks for a file's name. Dismissed with it, or with nothing."""

    BINDINGS = [Binding("escape", "dismiss('')", "Leave it")]

    def __init__(self, file: str, question: str = _WHERE) -> None:
        """Offer this name."""
        super().__init__()
        self._file = file
        self._question = question

    def compose(self) -> ComposeResult:
        """Where to type."""
        with Vertical(classes="dialog"):
            yield Static(self._question, markup=False)
            yield Input(self._file, id="file")
            yield Static("Enter  write     Esc  leave it", classes="note")

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Give the name."""
        self.dismiss(event.value.strip())

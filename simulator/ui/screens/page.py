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

from simulator.core.telling import Passage, Style
from simulator.ui.widgets.link import Link
from simulator.ui.widgets.talk import SIGNS
from simulator.ui.wishes import Exported, wish_in

_WHERE = "Write it to which file? It may end in .docx, .pdf or .md."


class PageScreen(Screen[None]):
    """Passages to scroll through."""

    HELP = (
        "Scroll with the arrow keys, Page Up and Page Down. Tab goes to the next command in the text, and Enter opens "
        "it. X writes the page to a file: .md, .docx or .pdf."
    )
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

    async def tell(self) -> None:
        """Show the passages as they are now."""
        page = self.query_one("#page")
        await page.remove_children()
        await page.mount(*told(self._tell()))

    def action_export(self) -> None:
        """Ask for a file's name."""

        def write(file: str | None) -> None:
            if file:
                self.post_message(Exported(self._tell(), file))

        self.app.push_screen(FileScreen(self._file), write)


def told(passages: Sequence[Passage]) -> ComposeResult:
    """One block a passage; a command in advice, or behind a colon, can be opened where it stands."""
    for passage in passages:
        text = SIGNS.get(passage.style, "{}").format(passage.text)
        leads_on = passage.style is Style.BETTER or ": coach " in passage.text
        wanted = wish_in(passage.text) if leads_on else None
        if wanted:
            yield Link(text, wanted.kind, wanted.name, classes=passage.style)
        else:
            yield Static(Text(text), classes=passage.style)


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

"""A question to answer in one's own words."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static, TextArea

from simulator.core.notebook import Notebook, before, last, latest


class AnswerScreen(Screen[str]):
    """Type, with what was answered last time in view. Dismissed with the answer as it stands."""

    HELP = (
        "Type your answer; Enter begins a new line. Every letter is kept as you type. Esc goes back. Ctrl+N clears the "
        "page to answer afresh: your last answer stays, for comparison."
    )
    BINDINGS = [
        Binding("escape,ctrl+s", "keep", "Keep it and go back", priority=True),
        Binding("ctrl+n", "afresh", "Answer afresh", priority=True),
    ]

    def __init__(self, notebook: Notebook, place: str, title: str, prompt: str, hint: str = "") -> None:
        """Ask this question.

        Args:
            notebook: Where the answer and its draft are kept.
            place: Under which they are kept there.
            title: What it belongs to.
            prompt: The question.
            hint: An example, or a reason.
        """
        super().__init__()
        self._notebook = notebook
        self._place = place
        self._title, self._prompt, self._hint = title, prompt, hint
        self._is_afresh = False

    def compose(self) -> ComposeResult:
        """The question, the earlier answers, and where to type."""
        notes = self._notebook.notes()
        yield Static(self._title, classes="title", markup=False)
        with VerticalScroll(id="asked", can_focus=False):
            yield Static(self._prompt, classes="text", markup=False)
            if self._hint:
                yield Static(self._hint, classes="note", markup=False)
            for name, note in (("Last time", last(notes, self._place)), ("Before", before(notes, self._place))):
                if note:
                    yield Static(f"{name}, {note.kept[:10]}: {note.text}", classes="earlier", markup=False)
        begun = self._notebook.drafts().get(self._place) or latest(notes, self._place)
        yield TextArea(begun, id="answer", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        """Ready to type, at the end of what stands there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    @on(TextArea.Changed)
    def keep_draft(self, event: TextArea.Changed) -> None:
        """Keep every letter."""
        event.stop()
        self._notebook.keep_draft(self._place, event.text_area.text)

    def action_afresh(self) -> None:
        """Begin again on an empty page, with the last answer in view."""
        self._is_afresh = True
        self.query_one(TextArea).clear()

    def action_keep(self) -> None:
        """Keep the answer beside the earlier ones, and go back. A fresh page that stayed empty changes nothing."""
        text = self.query_one(TextArea).text.strip()
        if not text and self._is_afresh:
            text = latest(self._notebook.notes(), self._place)
        self._notebook.keep(self._place, text)
        self.dismiss(text)

"""The coach's own view, before anything is said about the conversation."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Footer, Input, Static

from simulator.core.practice import Practice
from simulator.core.rubric import Rubric
from simulator.ui.widgets.rating import Rating

_ASK = "Before the debrief: how do you see it yourself? 1 harmful or absent, 2 emerging, 3 secure, 4 skilled."


class OwnViewScreen(Screen[None]):
    """Takes a level for each dimension and one thing to change. Dismissed when that is kept or skipped."""

    HELP = (
        "Type a level from 1 to 4 for each line, or 0 where you can't say; the arrow keys go up and down. Last comes "
        "one thing you would change: Enter there shows the debrief. Esc skips what is left."
    )
    BINDINGS = [
        Binding("escape", "finish", "Skip to the debrief"),
        Binding("f4,ctrl+s", "finish", "Show the debrief", show=False),
    ]

    def __init__(self, practice: Practice, rubric: Rubric) -> None:
        """Ask about this session."""
        super().__init__()
        self._practice = practice
        self._rubric = rubric

    def compose(self) -> ComposeResult:
        """A line for each dimension, what its level means, and one question."""
        view = self._practice.remarks.view
        yield Static("Your own view first", classes="title")
        yield Static(_ASK, classes="note")
        with Vertical(id="views"):
            for dimension in self._rubric.dimensions:
                yield Rating(dimension, view.levels.get(dimension.key))
        yield Static("", id="descriptor", markup=False)
        yield Static("One thing you would change", classes="text")
        yield Input(view.change, placeholder="about what you said, not about who you are", id="change", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        """Begin at the first line."""
        self.query(Rating).first().focus()

    @on(Rating.Looked)
    def explain(self, event: Rating.Looked) -> None:
        """Say what the level means."""
        self.query_one("#descriptor", Static).update(event.rating.descriptor)

    @on(Rating.Rated)
    def rate(self, event: Rating.Rated) -> None:
        """Keep it, and go on to the next line."""
        self._keep(is_done=False)
        self.query_one("#descriptor", Static).update(event.rating.descriptor)
        if event.is_final:
            self.focus_next()

    @on(Input.Changed)
    def change(self) -> None:
        """Keep every letter."""
        self._keep(is_done=False)

    @on(Input.Submitted)
    def submit(self) -> None:
        """That was the last."""
        self.action_finish()

    def action_finish(self) -> None:
        """Keep it and go on to the debrief."""
        self._keep(is_done=True)
        self.dismiss()

    def _keep(self, is_done: bool) -> None:
        levels = {one.dimension.key: one.level for one in self.query(Rating) if one.level is not None}
        change = self.query_one("#change", Input).value.strip()
        self._practice.keep_view(self._practice.remarks.view._replace(levels=levels, change=change, is_done=is_done))

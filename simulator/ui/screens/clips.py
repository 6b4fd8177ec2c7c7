"""All clips in one list."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from simulator.core.desk import Desk
from simulator.core.library import clip_name
from simulator.ui.widgets.choices import Choices
from simulator.ui.wishes import Kind, Wanted


class ClipsScreen(Screen[None]):
    """Every scene there is to watch."""

    HELP = "Choose a scene with the arrow keys and Enter. Each also stands under its theme."
    BINDINGS = [Binding("escape", "dismiss", "Back")]

    def __init__(self, desk: Desk) -> None:
        """List what is on this desk."""
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """The list."""
        yield Static("Scenes to watch", classes="title")
        yield Choices(id="clips")
        yield Footer()

    def on_mount(self) -> None:
        """Ready for the arrow keys."""
        self.refill()
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """One may have been watched meanwhile."""
        self.refill()

    def refill(self) -> None:
        """List every clip by number."""
        work = self._desk.work()
        self.query_one(Choices).refill(
            Option(Text(clip_name(clip, work)), id=clip.slug) for clip in self._desk.library.clips
        )

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Watch it."""
        self.post_message(Wanted(Kind.CLIP, event.option.id or ""))

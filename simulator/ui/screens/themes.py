"""The six themes as a honeycomb."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Center, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Static

from simulator.core.desk import Desk
from simulator.core.library import left_out, progress
from simulator.core.reading import DEFINITION
from simulator.ui.widgets.honeycomb import Cell, Honeycomb
from simulator.ui.wishes import Kind, Wanted

_WHERE_TO_BEGIN = "Ten minutes? C checks your school's plan. Half an hour? V, then clip 8. Longer? Take a theme."


class ThemesScreen(Screen[None]):
    """Six hexagons, and the way to everything that belongs to all of them."""

    HELP = (
        "Choose a theme with the arrow keys and Enter, or click it. P is the action plan that gathers everything. "
        "A is the learning agreement, C a check of your school's plan. W fits pairs into the week. V lists all clips."
    )
    BINDINGS = [
        Binding("p", "want('plan')", "Plan"),
        Binding("a", "want('agreement')", "Agreement"),
        Binding("c", "want('resource','four-ways')", "Check"),
        Binding("w", "want('timetable')", "Timetable"),
        Binding("v", "want('clips')", "Clips"),
        Binding("escape", "dismiss", "Back"),
    ]

    def __init__(self, desk: Desk) -> None:
        """Show what is on this desk."""
        super().__init__()
        self._desk = desk

    def compose(self) -> ComposeResult:
        """What coaching is, the comb, and what the chosen hexagon is about."""
        yield Static("Six things a school meets when it takes up coaching", classes="title")
        with VerticalScroll(id="comb", can_focus=False):
            yield Static(DEFINITION, classes="definition")
            yield Center(Honeycomb())
            yield Static("", id="about", markup=False)
            yield Static(_WHERE_TO_BEGIN, classes="definition")
            if trouble := left_out(self._desk.library):
                yield Static(f"! {trouble}", classes="warning", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Ready for the arrow keys."""
        self.query_one(Honeycomb).focus()
        self.refill()

    def on_screen_resume(self) -> None:
        """Something may have been done meanwhile."""
        self.refill()

    def refill(self) -> None:
        """Show how far each theme has come."""
        comb, work = self.query_one(Honeycomb), self._desk.work()
        library = self._desk.library
        comb.cells = [Cell(guide.theme, guide.short, *progress(library, guide, work)) for guide in library.guides]
        if comb.cells:
            self.tell(Honeycomb.Moved(comb.cells[comb.chosen]))

    @on(Honeycomb.Moved)
    def tell(self, event: Honeycomb.Moved) -> None:
        """Say what the chosen hexagon is about."""
        guide = self._desk.library.guide(event.cell.name)
        if guide:
            self.query_one("#about", Static).update(f"{guide.title}. {guide.questions[0].text}")

    @on(Honeycomb.Opened)
    def open(self, event: Honeycomb.Opened) -> None:
        """Open a theme."""
        self.post_message(Wanted(Kind.THEME, event.cell.name))

    def action_want(self, kind: str, name: str = "") -> None:
        """Go somewhere else."""
        self.post_message(Wanted(Kind(kind), name))

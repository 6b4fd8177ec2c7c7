"""The learning agreement, clause by clause."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from simulator.core.agreement import LEFT_OUT, tell_agreement
from simulator.core.desk import Desk
from simulator.core.resource import Clause, Resource
from simulator.core.telling import Passage
from simulator.ui.screens.answer import AnswerScreen
from simulator.ui.screens.page import PageScreen
from simulator.ui.widgets.choices import Choices


class AgreementScreen(Screen[None]):
    """Lists the clauses with what was agreed."""

    HELP = (
        "Enter words a clause; a dash (-) leaves it out. V shows the agreement as a page, which X writes to a file. "
        "In a scenario's brief, G carries it into the conversation."
    )
    BINDINGS = [Binding("v", "view", "View and write to a file"), Binding("escape", "dismiss", "Back")]

    def __init__(self, desk: Desk, template: Resource) -> None:
        """Word this template."""
        super().__init__()
        self._desk = desk
        self._template = template

    def compose(self) -> ComposeResult:
        """What it is, and the clauses."""
        yield Static(self._template.title, classes="title", markup=False)
        yield Static(self._template.about, classes="note", markup=False)
        yield Choices(id="clauses")
        yield Footer()

    def on_mount(self) -> None:
        """Ready for the arrow keys."""
        self.refill()
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """A clause may have been worded."""
        self.refill()

    def refill(self) -> None:
        """Show every clause with its wording."""
        work = self._desk.work()
        self.query_one(Choices).refill(
            _option(clause, work.answer(self._template.clause_place(clause))) for clause in self._template.clauses
        )

    @on(OptionList.OptionSelected)
    def word(self, event: OptionList.OptionSelected) -> None:
        """Word a clause."""
        clause = next(one for one in self._template.clauses if one.id == event.option.id)
        hint = f"{clause.why} For example: {clause.example}"
        place = self._template.clause_place(clause)
        self.app.push_screen(AnswerScreen(self._desk.notebook, place, clause.title, clause.ask, hint))

    def action_view(self) -> None:
        """Show it as a page."""
        self.app.push_screen(PageScreen(self._page, "learning-agreement.docx"))

    def _page(self) -> list[Passage]:
        return list(tell_agreement(self._template, self._desk.work()))


def _option(clause: Clause, wording: str) -> Option:
    told = "(left out)" if wording == LEFT_OUT else wording or clause.ask
    lines = Text.assemble((f"{'✓' if wording else '·'} {clause.title}", "bold"), f"\n{told}")
    return Option(lines, id=clause.id)

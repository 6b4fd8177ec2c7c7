"""A review: one question after the other, each answered back at once."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from simulator.core.desk import Desk
from simulator.core.reading import PAIRS, tell_choice, tell_pairs, tell_review
from simulator.core.resource import Resource, chosen
from simulator.ui.screens.answer import AnswerScreen
from simulator.ui.screens.page import PageScreen, told
from simulator.ui.widgets.choices import Choices


class ReviewScreen(Screen[None]):
    """Shows one question of a review at a time."""

    HELP = "Choose an answer with the arrow keys and Enter; what it means comes below. N and B turn the pages."
    BINDINGS = [
        Binding("n", "turn(1)", "Next"),
        Binding("b", "turn(-1)", "Before"),
        Binding("w", "pairs", "Who coaches whom"),
        Binding("r", "result", "All of it"),
        Binding("escape", "dismiss", "Back"),
    ]

    def __init__(self, desk: Desk, resource: Resource) -> None:
        """Ask these questions."""
        super().__init__()
        self._desk = desk
        self._resource = resource
        self._at = 0

    def compose(self) -> ComposeResult:
        """The question, the answers, and what is said to them."""
        yield Static(self._resource.title, classes="title", markup=False)
        yield Static("", id="query", markup=False)
        yield Choices(id="answers")
        yield VerticalScroll(id="told", can_focus=True)
        yield Footer()

    async def on_mount(self) -> None:
        """The first question."""
        self.query_one(OptionList).focus()
        await self.ask()

    async def ask(self) -> None:
        """Show the question the keys are at."""
        query = self._resource.queries[self._at]
        place = f"question {self._at + 1} of {len(self._resource.queries)}"
        head = f"{query.heading} ({place})\n{query.why}\n\n{query.ask}"
        if self._at == 0:
            head = f"{self._resource.about}\n\n{head}"
        self.query_one("#query", Static).update(head)
        answers = self.query_one(OptionList)
        last = self._desk.work().answer(self._resource.query_place(query))
        answers.clear_options()
        answers.add_options(
            Option(f"{'(•)' if choice.id == last else '( )'} {choice.text}", id=choice.id) for choice in query.choices
        )
        answers.highlighted = next((n for n, choice in enumerate(query.choices) if choice.id == last), 0)
        self.refresh_bindings()
        await self._tell()

    async def _tell(self) -> None:
        """Say what the answer means."""
        query = self._resource.queries[self._at]
        work = self._desk.work()
        choice = chosen(query, work.answer(self._resource.query_place(query)))
        passages = list(tell_choice(choice)) if choice else []
        if query.pairs:
            passages += tell_pairs(work.answer(self._resource.pairs_place(query)))
        room = self.query_one("#told")
        await room.remove_children()
        await room.mount(*told(passages))

    @on(OptionList.OptionSelected)
    async def answer(self, event: OptionList.OptionSelected) -> None:
        """Keep an answer and say what it means."""
        query = self._resource.queries[self._at]
        self._desk.keep(self._resource.query_place(query), event.option.id or "")
        await self.ask()

    async def action_turn(self, by: int) -> None:
        """Go to the next question or to the one before; after the last comes all of it."""
        if self._at + by == len(self._resource.queries):
            self.action_result()
        elif self._at + by >= 0:
            self._at += by
            await self.ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Names of pairs are asked for at some questions only."""
        return self._resource.queries[self._at].pairs if action == "pairs" else True

    def action_pairs(self) -> None:
        """Ask who coaches whom."""
        place = self._resource.pairs_place(self._resource.queries[self._at])
        self.app.push_screen(AnswerScreen(self._desk.notebook, place, self._resource.title, PAIRS), self._told_pairs)

    async def _told_pairs(self, _: str | None) -> None:
        await self._tell()

    def action_result(self) -> None:
        """Show everything that was found."""
        file = f"{self._resource.slug}.docx"
        self.app.push_screen(PageScreen(lambda: list(tell_review(self._resource, self._desk.work())), file))

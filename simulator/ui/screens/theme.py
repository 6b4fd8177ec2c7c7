"""One theme: a reading, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from simulator.core.desk import Desk
from simulator.core.entries import Entry, EntryKind, entries
from simulator.core.reading import STEP, tell_guide
from simulator.core.theme import Guide
from simulator.ui.screens.answer import AnswerScreen
from simulator.ui.widgets.choices import Choices
from simulator.ui.wishes import Kind, Wanted

_WISHES = {EntryKind.CLIP: Kind.CLIP, EntryKind.SCENARIO: Kind.SCENARIO, EntryKind.RESOURCE: Kind.RESOURCE}


class ThemeScreen(Screen[None]):
    """The reading on one side, everything to do on the other."""

    HELP = (
        "Read, then choose something to do with the arrow keys and Enter. Tab goes to the reading and back. "
        "A way forward is ticked with Enter, and stands in the action plan."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [Binding("p", "plan", "Action plan"), Binding("escape", "dismiss", "Back")]

    def __init__(self, desk: Desk, guide: Guide) -> None:
        """Show this theme."""
        super().__init__()
        self._desk = desk
        self._guide = guide
        self._entries: list[Entry] = []

    def compose(self) -> ComposeResult:
        """Reading and list, beside or below each other."""
        yield Static(self._guide.title, classes="title")
        with Container(id="theme"):
            with VerticalScroll(id="reading", can_focus=True):
                for passage in tell_guide(self._guide):
                    yield Static(Text(passage.text), classes=passage.style)
            yield Choices(id="entries")
        yield Footer()

    def on_mount(self) -> None:
        """Keep that it was opened; ready for the arrow keys."""
        self._desk.open(self._guide)
        self.refill()
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """Something may have been done meanwhile."""
        self.refill()

    def refill(self) -> None:
        """List everything there is to do, with what is done."""
        self._entries = entries(self._desk.library, self._guide, self._desk.work())
        self.query_one(Choices).refill(_options(self._entries))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        kind, _, name = (event.option.id or "").partition("/")
        entry = next(one for one in self._entries if (one.kind.name, one.name) == (kind, name))
        if entry.kind is EntryKind.QUESTION:
            self._reflect(name)
        elif entry.kind is EntryKind.WAY:
            self._tick(name)
        else:
            self.post_message(Wanted(_WISHES[entry.kind], name))

    def _reflect(self, name: str) -> None:
        prompt = self._guide.question(name)
        place = self._guide.question_place(prompt)
        self.app.push_screen(AnswerScreen(self._desk.notebook, place, self._guide.title, prompt.text))

    def _tick(self, name: str) -> None:
        way = self._guide.way(name)
        self._desk.toggle(self._guide.way_place(way))
        if self._desk.work().is_ticked(self._guide.way_place(way)):
            place = self._guide.step_place(way)
            self.app.push_screen(AnswerScreen(self._desk.notebook, place, way.text, STEP, way.why))
        else:
            self.refill()

    def action_plan(self) -> None:
        """Show the plan in which the ticked ways stand."""
        self.post_message(Wanted(Kind.PLAN))


def _label(entry: Entry) -> str:
    if entry.kind is EntryKind.WAY:
        return f"{'[x]' if entry.done else '[ ]'} {entry.text}"
    return f"{'✓' if entry.done else '·'} {entry.text}"


def _options(listed: Sequence[Entry]) -> Iterator[Option]:
    """The entries under the names of their kinds."""
    for kind, group in groupby(listed, key=lambda entry: entry.kind):
        yield Option(Text(kind), disabled=True)
        yield from (Option(Text(_label(entry)), id=f"{kind.name}/{entry.name}") for entry in group)

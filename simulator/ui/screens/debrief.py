"""The debrief: read, follow a quote to its line, dispute a label, try other words, go on from there, save."""

from collections.abc import Callable, Iterator, Sequence

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, Static

from simulator.core.branch import Branch
from simulator.core.course import courses, swings
from simulator.core.debrief import Debrief
from simulator.core.passage import Part, Passage, Section, Style
from simulator.core.practice import Practice
from simulator.core.remarks_told import tell_disputes
from simulator.core.rubric import Rubric
from simulator.core.talk_told import tell_labels
from simulator.core.telling import sections, summary
from simulator.errors import SimulatorError
from simulator.ui.screens.dialogs import NoticeScreen
from simulator.ui.screens.dispute import DisputeScreen
from simulator.ui.screens.page import FileScreen
from simulator.ui.screens.what_if import WhatIfScreen
from simulator.ui.widgets.curves import curves
from simulator.ui.widgets.talk import SIGNS, OwnLine, Quote, legend

_WHERE = "Write the debrief where? Ends in .html or .pdf; without an ending both are written."
_SCALE = "One bar a turn, from 0 to 100; the numbers are the start and the end, the letters what moved them most."
_ON_A_LINE = frozenset({"dispute", "what_if", "again"})


class DebriefScreen(Screen[None]):
    """A debrief to read and to work with."""

    HELP = (
        "Scroll with the arrow keys; N goes to the next part, C to your lines. Tab goes from quote to quote and from "
        "line to line: Enter on a quote shows its line, Backspace goes back to the quote. On a line of yours D "
        "disputes a label, W tries other words, G begins again from there. X writes it to files."
    )
    BINDINGS = [
        Binding("escape,q", "dismiss", "Back"),
        Binding("n", "part(1)", "Next"),
        Binding("b", "part(-1)", "Part before", show=False),
        Binding("c", "lines", "Your lines"),
        Binding("d", "dispute", "Dispute"),
        Binding("w", "what_if", "What if"),
        Binding("g", "again", "Again"),
        Binding("x", "save", "Save"),
        Binding("backspace", "back", "The quote"),
    ]

    def __init__(
        self,
        practice: Practice,
        debrief: Debrief,
        rubric: Rubric,
        *,
        go_on: Callable[[Callable[[], Practice]], None],
        save: Callable[[str], Sequence[str]],
    ) -> None:
        """Show a debrief.

        Args:
            practice: The session.
            debrief: What was found in it.
            rubric: The standard.
            go_on: Plays a new session that is made from this one.
            save: Writes the debrief; returns the files.
        """
        super().__init__()
        self._practice, self._debrief, self._rubric = practice, debrief, rubric
        self._go_on, self._save = go_on, save
        self._came_from: Quote | None = None

    def compose(self) -> ComposeResult:
        """Part by part."""
        practice = self._practice
        with VerticalScroll(id="debrief", can_focus=True):
            yield Static(f"Debrief: {practice.session.scenario.title}", classes="title", markup=False)
            for passage in summary(self._debrief, self._rubric, practice.remarks):
                yield _shown(passage)
            for section in sections(self._debrief, self._rubric, practice.session, practice.remarks):
                if section.part is not Part.DISPUTES:
                    yield Static(section.title, classes="heading part", markup=False)
                    yield from self._section(section)
            yield Vertical(*self._disputes(), id="disputes")
            yield Static(self._rubric.standard, classes="note", markup=False)
        yield Footer()

    def _section(self, section: Section) -> ComposeResult:
        if section.part is Part.COURSE:
            yield Static(_SCALE, classes="note")
            session = self._practice.session
            yield Static(curves(courses(session), swings(session)), id="curves")
        if section.part is Part.CONVERSATION:
            yield Static(legend(), id="legend")
            yield from self._talk(section)
        else:
            yield from map(_shown, section.passages)

    def _talk(self, section: Section) -> Iterator[Widget]:
        """A coach's line takes its labels with it."""
        number = 0
        labels = {Style.NOTE, Style.DISPUTE}
        for passage in section.passages:
            if passage.hearing:
                yield OwnLine(passage, list(tell_labels(passage.hearing, number, self._practice.remarks)), number)
                number += 1
            elif passage.style not in labels:
                yield _shown(passage._replace(turn=None), f"turn-{passage.turn}" if passage.turn is not None else None)

    def _disputes(self) -> Iterator[Widget]:
        told = list(tell_disputes(self._debrief, self._practice.remarks))
        if told:
            yield Static("Labels you dispute", classes="heading part")
        yield from map(_shown, told)

    def on_mount(self) -> None:
        """Let the keys scroll at once."""
        self.query_one("#debrief").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done with a line is offered on a line."""
        if action in _ON_A_LINE:
            return isinstance(self.focused, OwnLine)
        if action == "back":
            return self._came_from is not None
        return True

    def on_descendant_focus(self) -> None:
        """Offer what can be done here."""
        self.refresh_bindings()

    @on(Quote.Followed)
    def follow(self, event: Quote.Followed) -> None:
        """Show a quote's line in the conversation."""
        turn = event.quote.turn
        line = next((one for one in self.query(OwnLine) if one.turn == turn), None)
        self._came_from = event.quote
        if line:
            line.focus()
        else:
            self.query_one(f"#turn-{turn}").scroll_visible(animate=False)

    def action_back(self) -> None:
        """Go back to the quote that led here."""
        if self._came_from:
            self._came_from.focus()
            self._came_from.scroll_visible(animate=False)

    def action_lines(self) -> None:
        """Go to the first own line."""
        if lines := list(self.query(OwnLine)):
            lines[0].focus()

    def action_part(self, by: int) -> None:
        """Scroll to the next heading or to the one before."""
        room = self.query_one("#debrief", VerticalScroll)
        at = round(room.scroll_y)
        places = sorted({one.virtual_region.y for one in self.query(".part")} | {0})
        ahead = [place for place in places if (place > at if by > 0 else place < at)]
        if ahead:
            room.scroll_to(y=ahead[0] if by > 0 else ahead[-1], animate=False)

    def action_dispute(self) -> None:
        """Dispute a label of the line that has the focus."""
        if isinstance(line := self.focused, OwnLine):
            self.app.push_screen(DisputeScreen(self._practice, line.number), lambda _: self._retell(line))

    async def _retell(self, line: OwnLine) -> None:
        """Show what is disputed now."""
        hearing = self._practice.session.turns[line.number].hearing
        line.tell(list(tell_labels(hearing, line.number, self._practice.remarks)))
        room = self.query_one("#disputes")
        await room.remove_children()
        await room.mount(*self._disputes())

    def action_what_if(self) -> None:
        """Try other words in place of the line that has the focus."""
        if isinstance(line := self.focused, OwnLine):
            self.app.push_screen(WhatIfScreen(self._practice, line.number), self._go_on_from(line.number))

    def _go_on_from(self, number: int) -> Callable[[Branch | None], None]:
        def go_on(branch: Branch | None) -> None:
            if branch:
                self._go_on(lambda: self._practice.go_on(branch.session, number))

        return go_on

    def action_again(self) -> None:
        """Begin a new session where the line that has the focus was about to be said."""
        if isinstance(line := self.focused, OwnLine):
            self._go_on(lambda: self._practice.again(line.number))

    def action_save(self) -> None:
        """Ask where, write, and say where it is."""
        session = self._practice.session

        def write(file: str | None) -> None:
            if file:
                self._write(file)

        self.app.push_screen(FileScreen(f"{session.scenario.slug}-session-{self._practice.key}", _WHERE), write)

    def _write(self, file: str) -> None:
        try:
            told = ("Written", "\n".join(self._save(file)))
        except SimulatorError as error:
            told = ("That did not work", str(error))
        self.app.push_screen(NoticeScreen(*told))


def _shown(passage: Passage, name: str | None = None) -> Widget:
    """A passage; one that points to a line of the conversation can be followed."""
    if passage.turn is not None:
        return Quote(passage)
    return Static(Text(SIGNS.get(passage.style, "{}").format(passage.text)), classes=passage.style, id=name)

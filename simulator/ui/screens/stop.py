"""A stopped scene: name the slip, say what it did, say it better."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Input, Select, Static

from simulator.core.moves import MOVES_OF, Family, Move
from simulator.core.notebook import Notebook
from simulator.core.showing import DIMENSIONS, draft_place, move_name, teacher
from simulator.core.watch import Said, Stop
from simulator.core.watching import Watching
from simulator.errors import SimulatorError
from simulator.ui.screens.dialogs import NoticeScreen
from simulator.ui.widgets.composer import Composer


class StopScreen(Screen[bool]):
    """Shows the stopped line and takes what the watcher makes of it. Dismissed with whether the stop stands."""

    HELP = (
        "Tab goes from field to field. Name what the line was, what it damages and what it did; then type what you "
        "would have said and press Enter: the teacher answers. Esc watches on. F8 takes the stop back."
    )
    BINDINGS = [
        Binding("escape", "leave", "Watch on", priority=True),
        Binding("f8", "drop", "It was fine: take the stop back"),
    ]

    @dataclass
    class Answered(Message):
        """The teacher has replied."""

        said: Said

    @dataclass
    class Refused(Message):
        """The words could not be said."""

        error: SimulatorError

    def __init__(self, watching: Watching, line: int, notebook: Notebook) -> None:
        """Stop at this line."""
        super().__init__()
        self._watching = watching
        self._line = line
        self._notebook = notebook

    def compose(self) -> ComposeResult:
        """The line, three choices, one sentence, and where to speak."""
        line, stop = self._watching.clip.scene[self._line], self._stop
        yield Static("You stopped the scene", classes="title")
        yield Static(f"{line.who}: {line.text}", id="stopped", markup=False)
        with Horizontal(id="named"):
            families = [(move_name(None, family), family.value) for family in Family]
            yield Select(families, prompt="What was it?", id="family", compact=True)
            yield Select([], prompt="Which move?", id="move", compact=True)
            yield Select(
                [(name, key) for key, name in DIMENSIONS.items()],
                prompt="What does it damage?",
                id="dimension",
                compact=True,
            )
        yield Input(stop.did, placeholder=f"What did it do to {teacher(self._watching.clip)}?", id="did", compact=True)
        yield VerticalScroll(id="instead", can_focus=False)
        yield Composer()
        yield Static("", id="status", markup=False)
        yield Footer()

    @property
    def _stop(self) -> Stop:
        return self._watching.stop_at(self._line)

    async def on_mount(self) -> None:
        """Show what was made of the stop before."""
        stop = self._stop
        for name, value in (("family", stop.family), ("dimension", stop.dimension)):
            if value:
                self.query_one(f"#{name}", Select).value = str(value)
        for said in stop.said:
            await self._show(said)
        self.query_one(Composer).put(self._notebook.drafts().get(self._place, ""))
        self.query_one("#family").focus()
        self._tell("What would you have said instead?")

    @property
    def _place(self) -> str:
        return draft_place(self._watching.clip, self._line)

    @on(Select.Changed, "#family")
    def name_family(self, event: Select.Changed) -> None:
        """Keep the family and offer its moves."""
        family = Family(event.value) if isinstance(event.value, str) else None
        moves = MOVES_OF[family] if family else ()
        kept = self._stop.move if self._stop.move in moves else None
        self._watching.keep(replace(self._stop, family=family, move=kept))
        offered = self.query_one("#move", Select)
        offered.set_options([(move.replace("_", " "), move.value) for move in moves])
        if kept:
            offered.value = kept.value

    @on(Select.Changed, "#move")
    def name_move(self, event: Select.Changed) -> None:
        """Keep the move."""
        if isinstance(event.value, str):
            self._watching.keep(replace(self._stop, move=Move(event.value)))

    @on(Select.Changed, "#dimension")
    def name_dimension(self, event: Select.Changed) -> None:
        """Keep what it damages."""
        if isinstance(event.value, str):
            self._watching.keep(replace(self._stop, dimension=event.value))

    @on(Input.Changed, "#did")
    def say_what_it_did(self, event: Input.Changed) -> None:
        """Keep every letter."""
        self._watching.keep(replace(self._stop, did=event.value))

    @on(Composer.Drafted)
    def keep_draft(self, event: Composer.Drafted) -> None:
        """Keep what is half typed."""
        self._notebook.keep_draft(self._place, event.text)

    @on(Composer.Spoke)
    def speak(self, event: Composer.Spoke) -> None:
        """Say it to the teacher."""
        if event.text.strip() and not self._watching.has_left(self._line):
            self.query_one(Composer).read_only = True
            self._tell(f"{teacher(self._watching.clip)} is thinking …")
            self._say(event.text)

    @work(thread=True, group="say")
    def _say(self, words: str) -> None:
        """Hear the words and find the reply, off the app's own thread."""
        try:
            self.post_message(self.Answered(self._watching.say(self._line, words)))
        except SimulatorError as error:
            self.post_message(self.Refused(error))

    @on(Answered)
    async def show_answer(self, event: Answered) -> None:
        """Show what came back, ready to go on."""
        composer = self.query_one(Composer)
        composer.read_only = False
        composer.put("")
        await self._show(event.said)
        left = self._watching.has_left(self._line)
        self._tell("They have ended it. Esc watches on." if left else "Go on with them, or Esc to watch on.")

    @on(Refused)
    def show_trouble(self, event: Refused) -> None:
        """Say what went wrong; the words stay where they were typed."""
        self.query_one(Composer).read_only = False
        self.app.push_screen(NoticeScreen("That did not work", str(event.error)))

    async def _show(self, said: Said) -> None:
        room = self.query_one("#instead")
        await room.mount(
            Static(f"You  {said.words}\n{said.label}", classes="coach", markup=False),
            Static(f"{teacher(self._watching.clip)}  {said.reply}", classes="coachee", markup=False),
        )
        room.can_focus = True
        room.scroll_end(animate=False)

    def action_leave(self) -> None:
        """Close an open list; else go on with the scene."""
        opened = next((field for field in self.query(Select) if field.expanded), None)
        if opened:
            opened.focus()
            opened.expanded = False
        else:
            self.dismiss(True)

    def action_drop(self) -> None:
        """Take the stop back."""
        self._watching.drop(self._line)
        self.dismiss(False)

    def _tell(self, text: str) -> None:
        self.query_one("#status", Static).update(text)

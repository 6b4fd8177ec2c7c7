"""The conversation."""

from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from simulator.core.hints import nudge, thought
from simulator.core.practice import HELP, Command, Practice, command_in
from simulator.core.session import MOST_TURNS, Turn
from simulator.errors import SimulatorError
from simulator.ui.screens.dialogs import NoticeScreen
from simulator.ui.screens.dispute import DisputeScreen
from simulator.ui.widgets.bubbles import CoacheeLine, CoachLine, Reason
from simulator.ui.widgets.composer import Composer

_COMMANDS = "\n".join(f"{name}  {does}" for name, does in HELP.items())


class ConversationScreen(Screen[bool]):
    """Plays a practice. Dismissed with whether it was finished; otherwise it can be gone on with."""

    HELP = f"Type what you would say and press Enter; Ctrl+J begins a new line.\n\n{_COMMANDS}"
    BINDINGS = [
        Binding("f2", "want('/hint')", "Hint"),
        Binding("f3", "want('/undo')", "Undo"),
        Binding("f4", "want('/end')", "End"),
        Binding("f5", "want('/dispute')", "Dispute"),
        Binding("f10", "dismiss(False)", "Leave it for later"),
        Binding("pageup", "look(-1)", "Look back", show=False, priority=True),
        Binding("pagedown", "look(1)", "Look on", show=False, priority=True),
    ]

    @dataclass
    class Played(Message):
        """A turn was played and recorded."""

        turn: Turn

    @dataclass
    class Refused(Message):
        """The words could not be played."""

        error: SimulatorError

    def __init__(self, practice: Practice) -> None:
        """Play this practice, new or gone on with."""
        super().__init__()
        self.practice = practice
        self._silent_once = False

    def compose(self) -> ComposeResult:
        """What was said, why the last line was heard as it was, and where to type."""
        yield Static(self.practice.session.scenario.title, classes="title")
        with VerticalScroll(id="talk", can_focus=False):
            yield from self._lines()
        yield Reason("", id="reason", markup=False)
        yield Composer(self.practice.draft)
        yield Static("", id="status", markup=False)
        yield Footer()

    def _lines(self) -> ComposeResult:
        session = self.practice.session
        name = session.scenario.persona.name
        yield CoacheeLine(name, session.opening.text)
        for turn in session.turns:
            yield CoachLine(turn.hearing)
            yield CoacheeLine(name, turn.reply.text)

    def on_mount(self) -> None:
        """Ready to type, at the end of what was said."""
        composer = self.query_one(Composer)
        composer.put(self.practice.draft)
        composer.focus()
        self._settle()

    @on(Composer.Drafted)
    def keep_draft(self, event: Composer.Drafted) -> None:
        """Keep what is half typed."""
        if event.text != self.practice.draft:
            self.practice.keep_draft(event.text)

    @on(Composer.Spoke)
    async def speak(self, event: Composer.Spoke) -> None:
        """Play words, obey commands; an empty Enter is silence only when it is meant."""
        if command := command_in(event.text):
            self.query_one(Composer).put("")
            await self.action_want(command)
        elif event.text.strip() or self._silent_once:
            self._silent_once = False
            self._wait_for(event.text)
        else:
            self._silent_once = True
            self._say("Press Enter again to stay silent.")

    def _wait_for(self, words: str) -> None:
        self.query_one(Composer).read_only = True
        self._say("…")
        self._play(words)

    @work(thread=True, group="play")
    def _play(self, words: str) -> None:
        """Hear the words and record the turn, off the app's own thread."""
        try:
            self.post_message(self.Played(self.practice.say(words)))
        except SimulatorError as error:
            self.post_message(self.Refused(error))

    @on(Played)
    async def show_turn(self, event: Played) -> None:
        """Show a turn that is on disk."""
        name = self.practice.session.scenario.persona.name
        composer = self.query_one(Composer)
        composer.read_only = False
        composer.put("")
        await self.query_one("#talk").mount(CoachLine(event.turn.hearing), CoacheeLine(name, event.turn.reply.text))
        self._settle()

    @on(Refused)
    def show_trouble(self, event: Refused) -> None:
        """Say what went wrong; the words stay where they were typed."""
        self.query_one(Composer).read_only = False
        self.app.push_screen(NoticeScreen("That did not work", str(event.error)))

    async def action_want(self, command: str) -> None:
        """Obey a command, unless a turn is being played."""
        if not self.query_one(Composer).read_only:
            await _OBEY[Command(command)](self)

    def action_look(self, direction: int) -> None:
        """Scroll through what was said while typing goes on."""
        self.query_one("#talk").scroll_relative(y=direction * 8, animate=False)

    async def end(self) -> None:
        """Finish and go to the debrief."""
        self.practice.finish()
        self.dismiss(True)

    async def hint(self) -> None:
        """Show what is not being said, and what to listen for."""
        session = self.practice.session
        unsaid = thought(session)
        name = session.scenario.persona.name
        lines = [f"{name} is thinking: “{unsaid}”", ""] if unsaid else []
        self.app.push_screen(NoticeScreen("Hint", "\n".join([*lines, nudge(session)])))

    async def undo(self) -> None:
        """Take the last turn back and give its words to type again."""
        words = self.practice.undo()
        if words is None:
            self._say("There is nothing to take back.")
            return
        talk = self.query_one("#talk")
        await talk.remove_children()
        await talk.mount(*self._lines())
        self.query_one(Composer).put(words)
        self._settle()

    async def dispute(self) -> None:
        """Say that the label of the last line is wrong."""
        turns = len(self.practice.session.turns)
        if not turns:
            self._say("There is nothing to dispute yet.")
            return

        def kept(changed: bool | None) -> None:
            if changed:
                self._say("Kept. The score stays as it is.")

        self.app.push_screen(DisputeScreen(self.practice, turns - 1), kept)

    async def explain(self) -> None:
        """Show the commands."""
        self.app.push_screen(NoticeScreen("Commands", _COMMANDS))

    def _say(self, text: str) -> None:
        self.query_one("#status", Static).update(text)

    def _settle(self) -> None:
        session = self.practice.session
        reason = self.query_one(Reason)
        reason.display = bool(session.turns)
        if session.turns:
            reason.tell(session.turns[-1].hearing)
        self.query_one(Composer).display = not session.is_over
        turns = f"Turn {len(session.turns) + 1} of at most {MOST_TURNS}"
        self._say("The conversation has ended. F4 shows the debrief." if session.is_over else turns)
        self.query_one("#talk").scroll_end(animate=False)


_OBEY = {
    Command.END: ConversationScreen.end,
    Command.HINT: ConversationScreen.hint,
    Command.UNDO: ConversationScreen.undo,
    Command.DISPUTE: ConversationScreen.dispute,
    Command.HELP: ConversationScreen.explain,
}

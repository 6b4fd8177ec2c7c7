"""What if: other words at one turn, and the coachee's answer beside the one that was given."""

from dataclasses import dataclass

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Footer, Static

from simulator.core.branch import Branch, tell_difference, tell_turn
from simulator.core.passage import Style
from simulator.core.practice import Practice
from simulator.core.session import Turn
from simulator.errors import SimulatorError
from simulator.ui.screens.dialogs import NoticeScreen
from simulator.ui.widgets.bubbles import labels
from simulator.ui.widgets.composer import Composer

_ASK = "Change your words and press Enter to hear the answer. Nothing of it is kept."


class WhatIfScreen(Screen[Branch]):
    """Takes other words at one turn. Dismissed with the branch to go on from, or with nothing."""

    HELP = (
        "Type what you might have said instead and press Enter: the coachee answers as they would have then. Try as "
        "often as you like; the record is not changed. F9 goes on from the last try as a new session. Esc goes back."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = [
        Binding("f9", "go_on", "Go on from here"),
        Binding("escape", "dismiss(None)", "Back to the debrief", priority=True),
    ]

    @dataclass
    class Answered(Message):
        """The coachee has answered other words."""

        branch: Branch

    @dataclass
    class Refused(Message):
        """The words could not be said."""

        error: SimulatorError

    def __init__(self, practice: Practice, turn: int) -> None:
        """Rewrite this turn.

        Args:
            practice: The session.
            turn: The coach's turns, counted from 0.
        """
        super().__init__()
        self._practice = practice
        self._turn = turn
        self._branch: Branch | None = None

    def compose(self) -> ComposeResult:
        """What came before, what was said, the tries, and where to type."""
        session, name = self._practice.session, self._practice.session.scenario.persona.name
        before = session.rewound(self._turn).context()[-1]
        yield Static(f"What if: line [{2 * self._turn + 1}]", classes="title", markup=False)
        with VerticalScroll(id="tries", can_focus=False):
            yield Static(Text.assemble((f"{name}  ", "bold"), before.text), classes="coachee")
            with Horizontal(classes="beside"):
                yield Vertical(*_side("What was said", session.turns[self._turn]), classes="was")
                yield Vertical(*_side("What if", None), classes="now")
        yield Composer()
        yield Static(_ASK, id="status", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Begin with the words that were said."""
        composer = self.query_one(Composer)
        composer.put(self._practice.session.turns[self._turn].hearing.text)
        composer.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a try can be gone on from."""
        return self._branch is not None if action == "go_on" else True

    @on(Composer.Spoke)
    def speak(self, event: Composer.Spoke) -> None:
        """Say it."""
        if event.text.strip():
            self.query_one(Composer).read_only = True
            self._tell("…")
            self._try(event.text)

    @work(thread=True, group="try")
    def _try(self, words: str) -> None:
        """Hear the words and find the answer, off the app's own thread."""
        try:
            self.post_message(self.Answered(self._practice.what_if(self._turn, words)))
        except SimulatorError as error:
            self.post_message(self.Refused(error))

    @on(Answered)
    async def show_answer(self, event: Answered) -> None:
        """Show the try beside what was said; the words stay to be changed again."""
        self._branch = event.branch
        self.query_one(Composer).read_only = False
        beside = self.query_one(".now", Vertical)
        await beside.remove_children()
        await beside.mount(
            *_side("What if", event.branch.now),
            Static(tell_difference(event.branch).text, classes="answer", markup=False),
        )
        self._tell(_ASK)
        self.refresh_bindings()
        beside.scroll_visible(animate=False)

    @on(Refused)
    def show_trouble(self, event: Refused) -> None:
        """Say what went wrong; the words stay where they were typed."""
        self.query_one(Composer).read_only = False
        self._tell(_ASK)
        self.app.push_screen(NoticeScreen("That did not work", str(event.error)))

    def action_go_on(self) -> None:
        """Go on from the last try as a new session."""
        self.dismiss(self._branch)

    def _tell(self, text: str) -> None:
        self.query_one("#status", Static).update(text)


def _side(name: str, turn: Turn | None) -> list[Widget]:
    """One turn under its name; a hint where there is none yet."""
    shown: list[Widget] = [Static(name, classes="heading")]
    if turn is None:
        return [*shown, Static("The answer comes here.", classes="note")]
    for passage in tell_turn(turn):
        if passage.style is Style.COACH:
            shown.append(Static(Text.assemble(("You  ", "bold"), passage.text)))
        elif passage.style is Style.NOTE:
            shown.append(Static(labels(turn.hearing)))
        elif passage.style is Style.COACHEE:
            shown.append(Static(Text.assemble(("They  ", "bold"), passage.text), classes="answer"))
        else:
            shown.append(Static(f"({passage.text})", classes="thought", markup=False))
    return shown

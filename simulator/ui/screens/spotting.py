"""After a clip: what was seen against the key, the strong twin beside the weak scene, and questions."""

from __future__ import annotations

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from simulator.core.clip import Clip, ClipLine
from simulator.core.notebook import Notebook, latest
from simulator.core.showing import (
    RECOGNISED,
    move_name,
    question_place,
    recognised_place,
    side_by_side,
    tell_spotting,
)
from simulator.core.watch import Spotting
from simulator.ui.screens.answer import AnswerScreen
from simulator.ui.screens.page import told
from simulator.ui.widgets.choices import Choices

_RECOGNISED = "recognised"


class SpottingScreen(Screen[None]):
    """Looks back at a clip."""

    HELP = "Scroll through what you saw and the two scenes side by side. Tab goes to the questions; Enter answers one."
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]
    BINDINGS = [Binding("escape", "dismiss", "Back")]

    def __init__(self, clip: Clip, spotted: Spotting, earlier: Spotting | None, notebook: Notebook) -> None:
        """Look back at this clip, and at the last time it was watched."""
        super().__init__()
        self._clip = clip
        self._spotted = spotted
        self._earlier = earlier
        self._notebook = notebook

    def compose(self) -> ComposeResult:
        """The key, the twin, and the questions below."""
        with VerticalScroll(id="seen", can_focus=True):
            if self._clip.is_weak:
                yield from told(list(tell_spotting(self._clip, self._spotted, self._earlier)))
                yield from self._twin()
            else:
                yield Static(self._clip.title, classes="title", markup=False)
                yield from (_line(line) for line in self._clip.scene)
        yield Static("Answer in your own words:", classes="note")
        yield Choices(id="questions")
        yield Footer()

    def _twin(self) -> ComposeResult:
        twin = self._clip.twin
        if twin is None:
            return
        yield Static("The same scene, coached well", classes="heading")
        yield Static(f"One rule: {twin.rule}", classes="aspect", markup=False)
        yield Static(twin.about, classes="text", markup=False)
        with Horizontal(classes="beside"):
            yield Static("As you saw it", classes="weak heading")
            yield Static("Coached well", classes="strong heading")
        for pair in side_by_side(self._clip):
            with Horizontal(classes="beside"):
                yield _line(pair.weak, "weak")
                yield _line(pair.strong, "strong")

    def on_mount(self) -> None:
        """Read first."""
        self.refill()
        self.query_one("#seen").focus()

    def on_screen_resume(self) -> None:
        """A question may have been answered."""
        self.refill()

    def refill(self) -> None:
        """List the questions, with what is answered."""
        notes = self._notebook.notes()
        self.query_one(Choices).refill(
            Option(Text(f"{'✓' if latest(notes, self._place(name)) else '·'} {text}"), id=name)
            for name, text in self._questions().items()
        )

    def _questions(self) -> dict[str, str]:
        own = {_RECOGNISED: RECOGNISED} if self._clip.is_weak else {}
        return own | {question.id: question.text for question in self._clip.questions}

    def _place(self, name: str) -> str:
        return recognised_place(self._clip) if name == _RECOGNISED else question_place(self._clip, name)

    @on(OptionList.OptionSelected)
    def answer(self, event: OptionList.OptionSelected) -> None:
        """Answer a question."""
        name = event.option.id or ""
        text = self._questions()[name]
        self.app.push_screen(AnswerScreen(self._notebook, self._place(name), self._clip.title, text))


def _line(line: ClipLine | None, classes: str = "text") -> Static:
    """A line with what it does and what the teacher thinks; nothing where one scene is shorter."""
    if line is None:
        return Static("", classes="none")
    move = line.slip.moves[0] if line.slip else line.move
    words = Text.assemble((f"{line.who}  ", "bold"), line.text)
    if move:
        words.append(f"\n{move_name(move)}", "bold")
    if line.thought:
        words.append(f"\n({line.thought})", "italic dim")
    return Static(words, classes=classes)

"""A conversation as a debrief shows it: own lines with their labels, and quotes that lead to them."""

from dataclasses import dataclass

from rich.text import Text
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static

from simulator.core.annotation import runs
from simulator.core.hearing import Hearing
from simulator.core.passage import MARKS, Passage, Style
from simulator.ui.widgets.bubbles import COLOURS

SIGNS = {
    Style.QUOTE: "“{}”",
    Style.BETTER: "→ {}",
    Style.THOUGHT: "({})",
    Style.DISPUTE: "* {}",
    Style.WARNING: "! {}",
}
"""What stands around a passage, so that no meaning hangs on looks."""


class Quote(Static, can_focus=True):
    """Words that stand elsewhere, too: Enter or a click leads there."""

    HELP = "Enter goes to this line in the conversation, where you see its label and why."
    BINDINGS = [Binding("enter", "go", "To this line")]

    @dataclass
    class Followed(Message):
        """It is to be shown where it stands."""

        quote: "Quote"

    def __init__(self, passage: Passage) -> None:
        """Show these words."""
        super().__init__(Text(SIGNS.get(passage.style, "{}").format(passage.text)), classes=passage.style)
        self.turn = passage.turn or 0

    def action_go(self) -> None:
        """Ask to be followed."""
        self.post_message(self.Followed(self))

    def on_click(self) -> None:
        """Ask to be followed."""
        self.action_go()


class OwnLine(Static, can_focus=True):
    """A line of the coach's: every segment with the mark and colour of its family, cue words bold, labels below."""

    HELP = "D disputes a label, W rewrites the line and lets you hear the answer, G begins again from here."

    def __init__(self, passage: Passage, labels: list[Passage], number: int) -> None:
        """Show a response.

        Args:
            passage: The response with its turn.
            labels: What was heard in it, and what is disputed.
            number: The coach's turns, counted from 0.
        """
        super().__init__(classes="coach")
        self.turn = passage.turn or 0
        self.number = number
        self._passage = passage
        self.tell(labels)

    def tell(self, labels: list[Passage]) -> None:
        """Show these labels."""
        lines = [_words(self._passage), *(_label(one) for one in labels)]
        self.update(Text("\n").join(lines))


def _words(passage: Passage) -> Text:
    number = Text(f"[{passage.turn}] You  ", style="bold")
    if passage.hearing is None or not passage.hearing.text.strip():
        return number.append("(silence)", style="not bold")
    return number.append(marked(passage.hearing))


def marked(hearing: Hearing) -> Text:
    """The words of a response with the marks of its segments and its cue words in bold."""
    found = Text(style="not bold")
    for run in runs(hearing):
        segment = None if run.segment is None else hearing.segments[run.segment]
        colour = COLOURS[segment.family] if segment else ""
        if segment and run.is_first:
            found.append(f"{MARKS[segment.family]} ", style=f"bold {colour}")
        quiet = "dim" if segment and segment.unsure else "underline" if segment else ""
        found.append(run.text, style=" ".join(part for part in (colour, quiet, "bold" if run.is_cue else "") if part))
    return found


def _label(passage: Passage) -> Text:
    text = SIGNS.get(passage.style, "  {}").format(passage.text)
    return Text(text, style="bold" if passage.style is Style.DISPUTE else "dim")


def legend() -> Text:
    """What marks, underlining and bold words mean."""
    names = [Text(f"{mark} {family}", style=COLOURS[family]) for family, mark in MARKS.items()]
    looks = [Text("faint: not sure, not scored", style="dim"), Text("bold: words that point to the label", "bold")]
    return Text("\n").join(Text("  ").join(row) for row in (names[:4], names[4:], looks))

"""What was said, on screen."""

from rich.text import Text
from textual.widgets import Static

from simulator.core.hearing import Hearing
from simulator.core.telling import segment_label


class CoacheeLine(Static):
    """A line of the coachee's."""

    def __init__(self, name: str, text: str) -> None:
        """Show who says what."""
        super().__init__(Text.assemble((f"{name}  ", "bold"), text), classes="coachee")


class CoachLine(Static):
    """The coach's words, each segment labelled by mark, name and colour, with the reason for the last."""

    def __init__(self, hearing: Hearing) -> None:
        """Show what was typed and what it did."""
        words = Text.assemble(("You  ", "bold"), hearing.text.strip() or "(silence)")
        super().__init__(Text("\n").join([words, labels(hearing)]), classes="coach")


class Reason(Static):
    """Why the last response was labelled as it was, and which words spoke for it."""

    def tell(self, hearing: Hearing) -> None:
        """Show the reason for the segment that decided."""
        segment = hearing.deciding
        cues = ", ".join(f"“{hearing.text[cue.start : cue.end]}”" for cue in segment.cues)
        self.update(f"{segment.why} {f'Cues: {cues}.' if cues else 'No single word decided this.'}")


def labels(hearing: Hearing) -> Text:
    """Each segment's label in the colour of its family."""
    chips = [
        Text(segment_label(hearing, place), style="dim" if segment.unsure else COLOURS[segment.family])
        for place, segment in enumerate(hearing.segments)
    ]
    return Text("  ").join(chips)


COLOURS = {
    "questioning": "cyan",
    "listening": "green",
    "supporting": "bright_green",
    "offering": "blue",
    "framing": "bright_blue",
    "directive": "yellow",
    "judgemental": "bright_red",
    "minimal": "white",
}
"""By family; the mark in the label says the same without colour."""

"""Clips told in passages: the lines, what the watcher saw against the key, and the strong twin."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from simulator.core.clip import Clip, ClipLine, Part
from simulator.core.moves import Family, Move
from simulator.core.telling import MARKS, Passage, Style
from simulator.core.watch import Outcome, Spotting, Stop, Verdict

DIMENSIONS = {
    "trust": "trust and non-judgement",
    "listening": "listening",
    "questioning": "questioning",
    "ownership": "whose thinking it is",
    "focus": "focus",
    "action": "the step at the end",
    "contracting": "what was agreed",
    "expertise": "expertise offered with permission",
}
"""The rubric's keys as a watcher reads them."""
RECOGNISED = (
    "Did you recognise yourself? Which line could have been yours, and when did you last say it? (Kept for you alone.)"
)
_OUTCOMES = {Outcome.FOUND: "You found it.", Outcome.MISSED: "You missed it.", Outcome.ALARM: "This one was fine."}


class Beside(NamedTuple):
    """The weak and the strong scene, line by line. None where one is longer."""

    weak: ClipLine | None
    strong: ClipLine | None


def side_by_side(clip: Clip) -> list[Beside]:
    """Both scenes in order; empty where there is no twin."""
    return [Beside(*lines) for lines in zip_longest(clip.scene, clip.twin.scene)] if clip.twin else []


def question_place(clip: Clip, name: str) -> str:
    """Where answers to a clip's question are kept."""
    return f"clip/{clip.slug}/question/{name}"


def recognised_place(clip: Clip) -> str:
    """Where it is kept, for the watcher alone, whether they recognised themselves."""
    return f"clip/{clip.slug}/recognised"


def draft_place(clip: Clip, line: int) -> str:
    """Where half-typed words at a stop are kept."""
    return f"clip/{clip.slug}/line/{line}"


def move_name(move: Move | None, family: Family | None = None) -> str:
    """A move with its family and sign, or as much of it as was named."""
    family = move.family if move else family
    if family is None:
        return "no name"
    return f"{MARKS[family]} {family}" + (f": {move.replace('_', ' ')}" if move else "")


def teacher(clip: Clip) -> str:
    """The name of the person who is coached, or empty in a talk."""
    return next((person.name for person in clip.people if person.part is Part.COACHEE), "")


def tell_introduction(clip: Clip) -> Iterator[Passage]:
    """What is about to be seen, and who is in it."""
    yield Passage(Style.TITLE, f"{clip.number} {clip.title}")
    yield Passage(Style.TEXT, clip.about)
    for person in clip.people:
        yield Passage(Style.NOTE, f"{person.name}: {person.role}")
    yield Passage(Style.NOTE, "An invented scene. Nobody in it is real.")


def tell_kept_stops(kept: int) -> Iterator[Passage]:
    """That stops of a viewing that was left in the middle are still there; nothing where there are none."""
    if kept:
        stops = "The stop you had made is" if kept == 1 else f"The {kept} stops you had made are"
        yield Passage(Style.NOTE, f"You left this scene in the middle. {stops} still there.")


def tell_line(line: ClipLine) -> Passage:
    """One line as it is said."""
    return Passage(Style.TEXT, f"{line.who}: {line.text}")


def tell_spotting(clip: Clip, spotted: Spotting, earlier: Spotting | None = None) -> Iterator[Passage]:
    """What was found, missed, and stopped for nothing; then each with the key and the teacher's thought.

    Args:
        clip: The clip.
        spotted: The stops against its key.
        earlier: Those of the last time it was watched, for comparison.
    """
    yield Passage(Style.TITLE, f"What you saw: {clip.title}")
    yield Passage(Style.TEXT, tally(spotted))
    if earlier:
        yield Passage(Style.NOTE, f"Last time: {counted(earlier)}")
    for verdict in spotted.verdicts:
        yield from _verdict(clip, verdict)


def tally(spotted: Spotting) -> str:
    """Found, missed, false alarms, precision and recall in one or two sentences."""
    precision = (
        "you stopped nowhere"
        if spotted.precision is None
        else f"{spotted.precision:.0%} of your stops were slips (precision)"
    )
    recall = f"you found {spotted.recall or 0:.0%} of the slips (recall)"
    named = sum(verdict.names_family for verdict in spotted.verdicts)
    family = f"Of those found, {named} had their family named as in the key."
    return f"{counted(spotted)} In numbers: {precision}, {recall}. {family}"


def counted(spotted: Spotting) -> str:
    """Found, missed and false alarms in a sentence."""
    found, missed, alarms = (spotted.count(outcome) for outcome in Outcome)
    return (
        f"{found} of {found + missed} slips found, {missed} missed, {alarms} false alarm{'' if alarms == 1 else 's'}."
    )


def _verdict(clip: Clip, verdict: Verdict) -> Iterator[Passage]:
    line = clip.scene[verdict.line]
    yield Passage(Style.HEADING, f"[{verdict.line + 1}] {_OUTCOMES[verdict.outcome]}")
    yield tell_line(line)
    if line.thought:
        yield Passage(Style.THOUGHT, line.thought)
    if verdict.slip:
        slip = verdict.slip
        yield Passage(Style.ASPECT, f"{move_name(slip.moves[0])}. It damages {DIMENSIONS[slip.dimension]}.")
        yield Passage(Style.TEXT, slip.did)
        yield Passage(Style.NOTE, f"How to tell: {slip.why}")
    if verdict.stop:
        yield from _own(clip, verdict.stop, verdict)


def _own(clip: Clip, stop: Stop, verdict: Verdict) -> Iterator[Passage]:
    named = move_name(stop.move, stop.family)
    agrees = " (as in the key)" if verdict.names_move else " (the same family)" if verdict.names_family else ""
    damage = f"; it damages {DIMENSIONS[stop.dimension]}" if stop.dimension else ""
    yield Passage(Style.NOTE, f"You called it {named}{agrees}{damage}{'.' if not stop.did else ': ' + stop.did}")
    for one in stop.said:
        yield Passage(Style.COACH, one.words)
        yield Passage(Style.NOTE, one.label)
        yield Passage(Style.TEXT, f"{teacher(clip)}: {one.reply}")
        if one.thought:
            yield Passage(Style.THOUGHT, one.thought)


def tell_twin(clip: Clip) -> Iterator[Passage]:
    """The strong scene beside the weak one, for front ends with one column."""
    if clip.twin:
        yield Passage(Style.HEADING, "The same scene, coached well")
        yield Passage(Style.ASPECT, f"One rule: {clip.twin.rule}")
        yield Passage(Style.TEXT, clip.twin.about)
    for place, (weak, strong) in enumerate(side_by_side(clip), start=1):
        yield Passage(Style.NOTE, f"[{place}]")
        if weak:
            yield from _beside("Weak", weak)
        if strong:
            yield from _beside("Strong", strong)


def _beside(name: str, line: ClipLine) -> Iterator[Passage]:
    move = f"  [{move_name(line.move)}]" if line.move else ""
    slip = f"  [{move_name(line.slip.moves[0])}]" if line.slip else ""
    yield Passage(Style.TEXT, f"{name}. {line.who}: {line.text}{move}{slip}")
    if line.thought:
        yield Passage(Style.THOUGHT, line.thought)

"""A debrief told in passages that every front end shows in its own way, with the same content."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from simulator.core.debrief import Aspect, Debrief, Point, Quote
from simulator.core.exchange import Exchange
from simulator.core.hearing import Hearing
from simulator.core.moves import Family
from simulator.core.rubric import Rubric
from simulator.core.score import Estimate, Scored
from simulator.core.session import Session


class Style(StrEnum):
    """What a passage is, which decides how it looks."""

    TITLE = "title"
    HEADING = "heading"
    ASPECT = "aspect"
    TEXT = "text"
    QUOTE = "quote"
    BETTER = "better"
    NOTE = "note"
    COACH = "coach"
    COACHEE = "coachee"
    THOUGHT = "thought"
    WARNING = "warning"


class Passage(NamedTuple):
    """One piece of a debrief."""

    style: Style
    text: str


MARKS = {
    Family.QUESTIONING: "?",
    Family.LISTENING: "~",
    Family.SUPPORTING: "+",
    Family.OFFERING: ">",
    Family.FRAMING: "#",
    Family.DIRECTIVE: "!",
    Family.JUDGEMENTAL: "x",
    Family.MINIMAL: ".",
}
"""A sign for every family, so that no meaning hangs on colour."""

_SHOWN = 9
"""Indicators shown in the debrief's numbers."""


def label(hearing: Hearing) -> str:
    """A response's labels in one line: mark, family and move of each segment."""
    return "  ".join(segment_label(hearing, place) for place in range(len(hearing.segments)))


def segment_label(hearing: Hearing, place: int) -> str:
    """One segment's label; a label that is not sure says so."""
    segment = hearing.segments[place]
    name = f"{MARKS[segment.family]} {segment.family}: {segment.move.replace('_', ' ')}"
    return f"({name}, not sure)" if segment.unsure else f"{name} {segment.confidence:.0%}"


def tell(debrief: Debrief, rubric: Rubric, session: Session | None = None) -> Iterator[Passage]:
    """The whole debrief in order.

    Args:
        debrief: What was found.
        rubric: The standard it was held against.
        session: The conversation with its thoughts; None for a transcript.
    """
    yield Passage(Style.TITLE, f"Debrief: {session.scenario.title}" if session else "Debrief")
    yield from _overall(debrief.scored, rubric)
    yield from _points(debrief)
    yield from _aspects(debrief)
    yield from _push_back(debrief.push_back)
    yield from _numbers(debrief.scored, rubric)
    if session:
        yield from _conversation(session)
    yield Passage(Style.NOTE, rubric.standard)


def _overall(scored: Scored, rubric: Rubric) -> Iterator[Passage]:
    turns = f"{scored.turns} coach turn{'' if scored.turns == 1 else 's'}"
    if scored.overall.value is None:
        least = f"From {rubric.least_turns} turns on there is enough to say something fair."
        yield Passage(Style.TEXT, f"Too little was said to score: {turns} could be heard surely. {least}")
        return
    yield Passage(Style.TEXT, f"Overall {_number(scored.overall)} of 100, from {turns}. Read the range, not the point.")
    if scored.gate_shut:
        yield Passage(Style.NOTE, f"Judgement keeps the score at {rubric.gate.cap:.0f} or below until it is repaired.")


def _points(debrief: Debrief) -> Iterator[Passage]:
    if debrief.strength or debrief.change:
        yield Passage(Style.HEADING, "Two points to take away")
    yield from _point("What worked", debrief.strength)
    yield from _point("What to change", debrief.change)


def _point(name: str, point: Point | None) -> Iterator[Passage]:
    if point:
        yield Passage(Style.TEXT, f"{name}: {point.text} ({point.dimension.title})")
        if point.quote:
            yield _quote(point.quote)


def _quote(quote: Quote) -> Passage:
    return Passage(Style.QUOTE, f"[{quote.turn}] {_shortened(quote.text)}")


def _aspects(debrief: Debrief) -> Iterator[Passage]:
    yield Passage(Style.HEADING, "The eight dimensions")
    if debrief.scored.overall.value is None:
        yield Passage(Style.TEXT, "Not observed yet, any of them: an honest level needs more of the conversation.")
        return
    for aspect in debrief.aspects:
        yield from _aspect(aspect)


def _aspect(aspect: Aspect) -> Iterator[Passage]:
    title, level = aspect.dimension.title, aspect.score.level
    if level.value is None:
        yield Passage(Style.ASPECT, f"{title}: {aspect.score.note}.")
        return
    yield Passage(Style.ASPECT, f"{title}: level {_number(level)} of 4. {aspect.descriptor}")
    for quote in aspect.quotes:
        yield _quote(quote)
    if aspect.score.unmet:
        yield Passage(Style.NOTE, f"{aspect.score.note[0].upper()}{aspect.score.note[1:]}.")
    if aspect.improved:
        kind = "an example from the codebook" if aspect.improved.is_example else "a line for this moment"
        better = aspect.improved.better
        yield Passage(Style.QUOTE, f"[{aspect.improved.own.turn}] {_shortened(aspect.improved.own.text)}")
        yield Passage(Style.BETTER, f"{better.say} ({better.move.replace('_', ' ')}, {kind}: {better.why})")


def _push_back(moments: Sequence[Exchange]) -> Iterator[Passage]:
    if moments:
        yield Passage(Style.HEADING, "When they pushed back")
    for exchange in moments:
        if exchange.before:
            yield Passage(Style.COACHEE, exchange.before.text)
        yield Passage(Style.COACH, f"[{exchange.turn}] {_shortened(exchange.coach.text)}")
        yield Passage(Style.NOTE, label(exchange.coach))


def _numbers(scored: Scored, rubric: Rubric) -> Iterator[Passage]:
    if scored.overall.value is None:
        return
    yield Passage(Style.HEADING, "The numbers behind it")
    for indicator in [one for one in rubric.indicators if one.weight][:_SHOWN]:
        measured = scored.indicators[indicator.measure]
        value = "nothing to go on" if measured.estimate.value is None else _number(measured.estimate)
        yield Passage(Style.TEXT, f"{indicator.title}: {value} ({measured.unit}; aim {indicator.green:g})")


def _conversation(session: Session) -> Iterator[Passage]:
    yield Passage(Style.HEADING, "The conversation, with what was not said")
    yield Passage(Style.COACHEE, session.opening.text)
    if session.opening.thought:
        yield Passage(Style.THOUGHT, session.opening.thought)
    for number, turn in enumerate(session.turns):
        yield Passage(Style.COACH, f"[{2 * number + 1}] {turn.hearing.text}")
        yield Passage(Style.NOTE, label(turn.hearing))
        yield Passage(Style.COACHEE, turn.reply.text)
        if turn.reply.lines[0].thought:
            yield Passage(Style.THOUGHT, turn.reply.lines[0].thought)


def _number(estimate: Estimate) -> str:
    value, low, high = (0.0 if number is None else round(number, 2) for number in estimate)
    return f"{value:g}" if low == high else f"{value:g} (between {low:g} and {high:g})"


def _shortened(text: str, most: int = 160) -> str:
    flat = " ".join(text.split()) or "(silence)"
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"

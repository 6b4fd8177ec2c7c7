"""A debrief told in passages that every front end shows in its own way, with the same content."""

from collections.abc import Iterator, Sequence

from simulator.core.annotation import reasons
from simulator.core.course import Course, courses
from simulator.core.debrief import Aspect, Debrief, Point, Quote
from simulator.core.exchange import Exchange
from simulator.core.flow import Flow, Stretch
from simulator.core.hearing import Hearing
from simulator.core.passage import MARKS, Part, Passage, Section, Style, label, segment_label
from simulator.core.rubric import Rubric
from simulator.core.score import Estimate, Scored
from simulator.core.session import Session

__all__ = ["MARKS", "Passage", "Section", "Style", "label", "sections", "segment_label", "summary", "tell"]

_SHOWN = 9
"""Indicators shown in the debrief's numbers."""


def tell(debrief: Debrief, rubric: Rubric, session: Session | None = None) -> Iterator[Passage]:
    """The whole debrief in order.

    Args:
        debrief: What was found.
        rubric: The standard it was held against.
        session: The conversation with its thoughts; None for a transcript.
    """
    yield Passage(Style.TITLE, f"Debrief: {session.scenario.title}" if session else "Debrief")
    yield from summary(debrief, rubric)
    for section in sections(debrief, rubric, session):
        yield Passage(Style.HEADING, section.title)
        yield from section.passages
    yield Passage(Style.NOTE, rubric.standard)


def sections(debrief: Debrief, rubric: Rubric, session: Session | None = None) -> Iterator[Section]:
    """What comes after the summary, under its headings; a heading with nothing to say is left out."""
    said = "The conversation, with what was not said" if session else "The conversation"
    told = (
        Section(Part.POINTS, "Two points to take away", tuple(_points(debrief))),
        Section(Part.DIMENSIONS, "The eight dimensions", tuple(_aspects(debrief))),
        Section(Part.PUSH_BACK, "When they pushed back", tuple(_push_back(debrief.push_back))),
        Section(Part.NUMBERS, "The numbers behind it", tuple(_numbers(debrief.scored, rubric))),
        Section(Part.FLOW, "Who talked, and how long", tuple(_flow(debrief.flow))),
        Section(Part.COURSE, "How the coachee stood", tuple(_course(session))),
        Section(Part.CONVERSATION, said, tuple(_conversation(debrief, session))),
    )
    yield from (section for section in told if section.passages)


def summary(debrief: Debrief, rubric: Rubric) -> Iterator[Passage]:
    """The overall score in a sentence, or why there is none."""
    scored = debrief.scored
    turns = f"{scored.turns} coach turn{'' if scored.turns == 1 else 's'}"
    if scored.overall.value is None:
        least = f"From {rubric.least_turns} turns on there is enough to say something fair."
        yield Passage(Style.TEXT, f"Too little was said to score: {turns} could be heard surely. {least}")
        return
    lead = f"Overall {_number(scored.overall)} of 100"
    yield Passage(Style.TEXT, f"{lead}, from {turns}. Read the range, not the point.", lead)
    if scored.gate_shut:
        yield Passage(Style.NOTE, f"Judgement keeps the score at {rubric.gate.cap:.0f} or below until it is repaired.")


def _points(debrief: Debrief) -> Iterator[Passage]:
    yield from _point("What worked", debrief.strength)
    yield from _point("What to change", debrief.change)


def _point(name: str, point: Point | None) -> Iterator[Passage]:
    if point:
        yield Passage(Style.TEXT, f"{name}: {point.text} ({point.dimension.title})", name)
        if point.quote:
            yield _quote(point.quote)


def _quote(quote: Quote) -> Passage:
    return Passage(Style.QUOTE, f"[{quote.turn}] {_shortened(quote.text)}", turn=quote.turn)


def _aspects(debrief: Debrief) -> Iterator[Passage]:
    if debrief.scored.overall.value is None:
        yield Passage(Style.TEXT, "Not observed yet, any of them: an honest level needs more of the conversation.")
        return
    for aspect in debrief.aspects:
        yield from _aspect(aspect)


def _aspect(aspect: Aspect) -> Iterator[Passage]:
    title, level = aspect.dimension.title, aspect.score.level
    if level.value is None:
        yield Passage(Style.ASPECT, f"{title}: {aspect.score.note}.", title)
        return
    yield Passage(Style.ASPECT, f"{title}: level {_number(level)} of 4. {aspect.descriptor}", title)
    own = aspect.improved.own if aspect.improved else None
    for quote in aspect.quotes:
        if quote != own:  # it stands beside the better line
            yield _quote(quote)
    if aspect.score.unmet:
        yield Passage(Style.NOTE, f"{aspect.score.note[0].upper()}{aspect.score.note[1:]}.")
    if aspect.improved:
        kind = "an example from the codebook" if aspect.improved.is_example else "a line for this moment"
        better = aspect.improved.better
        yield _quote(aspect.improved.own)
        yield Passage(Style.BETTER, f"{better.say} ({better.move.replace('_', ' ')}, {kind}: {better.why})", better.say)


def _push_back(moments: Sequence[Exchange]) -> Iterator[Passage]:
    for exchange in moments:
        if exchange.before:
            yield Passage(Style.COACHEE, exchange.before.text)
        yield Passage(Style.COACH, f"[{exchange.turn}] {_shortened(exchange.coach.text)}", turn=exchange.turn)
        yield Passage(Style.NOTE, label(exchange.coach))
        if exchange.after:
            yield Passage(Style.COACHEE, exchange.after.text)


def _numbers(scored: Scored, rubric: Rubric) -> Iterator[Passage]:
    if scored.overall.value is None:
        return
    for indicator in [one for one in rubric.indicators if one.weight][:_SHOWN]:
        measured = scored.indicators[indicator.measure]
        value = "nothing to go on" if measured.estimate.value is None else _number(measured.estimate)
        text = f"{indicator.title}: {value} ({measured.unit}; aim {indicator.green:g})"
        yield Passage(Style.TEXT, text, indicator.title)


def _flow(flow: Flow) -> Iterator[Passage]:
    spoken = flow.coach_words + flow.coachee_words
    if spoken:
        share = f"{flow.coach_words} of {spoken} words ({flow.coach_words / spoken:.0%})"
        yield Passage(Style.TEXT, f"The coach spoke: {share}", "The coach spoke")
    for name, unit, stretch in (
        ("Longest coach turn", "words", flow.longest_coach),
        ("Longest coachee turn", "words", flow.longest_coachee),
        ("Most turns in a row that ask and give nothing back", "turns", flow.asking),
        ("Most turns in a row that neither steer nor judge", "turns", flow.leaving),
    ):
        yield from _stretch(name, unit, stretch)


def _stretch(name: str, unit: str, stretch: Stretch | None) -> Iterator[Passage]:
    if stretch:
        many = unit if stretch.length > 1 else unit.removesuffix("s")
        yield Passage(Style.TEXT, f"{name}: {stretch.length} {many}, from [{stretch.turn}]", name, stretch.turn)


def _course(session: Session | None) -> Iterator[Passage]:
    if session and session.turns:
        for course in courses(session):
            name = course.name.capitalize()
            start, end = (f"{course.values[place]:.0f}" for place in (0, -1))
            yield Passage(Style.TEXT, f"{name}: {start} at the start, {end} at the end{_turning(course)}", name)


def _turning(course: Course) -> str:
    """The lowest and the highest value, where they are neither the first nor the last."""
    inner = range(1, len(course.values) - 1)
    names = (("lowest", course.lowest), ("highest", course.highest))
    return "".join(
        f", {name} {course.values[place]:.0f} after [{2 * place - 1}]" for name, place in names if place in inner
    )


def _conversation(debrief: Debrief, session: Session | None) -> Iterator[Passage]:
    """Every turn; the coach's with its labels, the coachee's with what was not said, where that is known."""
    thoughts = _thoughts(session) if session else {}
    for turn, heard in enumerate(debrief.conversation):
        text = f"[{turn}] {_spoken(heard.text)}"
        if isinstance(heard, Hearing):
            yield Passage(Style.COACH, text, turn=turn, hearing=heard)
            yield Passage(Style.NOTE, "  ".join(reasons(heard)))
        else:
            yield Passage(Style.COACHEE, text, turn=turn)
        if thought := thoughts.get(turn):
            yield Passage(Style.THOUGHT, thought)


def _thoughts(session: Session) -> dict[int, str]:
    replies = (turn.reply.lines[0].thought for turn in session.turns)
    return {2 * place: thought for place, thought in enumerate((session.opening.thought, *replies))}


def _number(estimate: Estimate) -> str:
    value, low, high = (0.0 if number is None else round(number, 2) for number in estimate)
    return f"{value:g}" if low == high else f"{value:g} (between {low:g} and {high:g})"


def _shortened(text: str, most: int = 160) -> str:
    flat = _spoken(" ".join(text.split()))
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def _spoken(text: str) -> str:
    return text if text.strip() else "(silence)"

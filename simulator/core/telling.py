"""A debrief told in passages that every front end shows in its own way, with the same content."""

from collections.abc import Iterator, Sequence

from simulator.core.course_told import tell_course
from simulator.core.debrief import Aspect, Debrief, Point, Quote
from simulator.core.exchange import Exchange
from simulator.core.flow import Flow, Stretch
from simulator.core.hearing import Hearing
from simulator.core.passage import (
    MARKS,
    Part,
    Passage,
    Section,
    Style,
    label,
    number,
    segment_label,
    shortened,
)
from simulator.core.remarks import NOTHING_ADDED, Origin, Remarks
from simulator.core.remarks_told import tell_disputes, tell_view
from simulator.core.rubric import Rubric
from simulator.core.score import Scored
from simulator.core.session import Session
from simulator.core.talk_told import tell_talk

__all__ = ["MARKS", "Passage", "Section", "Style", "label", "sections", "segment_label", "summary", "tell"]

_SHOWN = 9
"""Indicators shown in the debrief's numbers."""


def tell(
    debrief: Debrief, rubric: Rubric, session: Session | None = None, remarks: Remarks = NOTHING_ADDED
) -> Iterator[Passage]:
    """The whole debrief in order.

    Args:
        debrief: What was found.
        rubric: The standard it was held against.
        session: The conversation with its thoughts; None for a transcript.
        remarks: What the coach adds.
    """
    yield Passage(Style.TITLE, f"Debrief: {session.scenario.title}" if session else "Debrief")
    yield from summary(debrief, rubric, remarks)
    for section in sections(debrief, rubric, session, remarks):
        yield Passage(Style.HEADING, section.title)
        yield from section.passages
    yield Passage(Style.NOTE, rubric.standard)


def sections(
    debrief: Debrief, rubric: Rubric, session: Session | None = None, remarks: Remarks = NOTHING_ADDED
) -> Iterator[Section]:
    """What comes after the summary, under its headings; a heading with nothing to say is left out."""
    said = "The conversation, with what was not said" if session else "The conversation"
    kept = (*remarks.agreed, Passage(Style.HEADING, ""))
    told = (
        Section(Part.OWN_VIEW, "How you saw it yourself", tuple(tell_view(debrief, remarks.view))),
        Section(Part.POINTS, "Two points to take away", tuple(_points(debrief))),
        Section(Part.DIMENSIONS, "The eight dimensions", tuple(_aspects(debrief))),
        Section(Part.PUSH_BACK, "When they pushed back", tuple(_push_back(debrief.push_back))),
        Section(Part.NUMBERS, "The numbers behind it", tuple(_numbers(debrief.scored, rubric))),
        Section(Part.FLOW, "Who talked, and how long", tuple(_flow(debrief.flow))),
        Section(Part.COURSE, "How the coachee stood", tuple(tell_course(session)) if session else ()),
        Section(Part.AGREEMENT, kept[0].text, tuple(remarks.agreed[1:])),
        Section(Part.CONVERSATION, said, tuple(tell_talk(debrief, session, remarks))),
        Section(Part.DISPUTES, "Labels you dispute", tuple(tell_disputes(debrief, remarks))),
    )
    yield from (section for section in told if section.passages)


def summary(debrief: Debrief, rubric: Rubric, remarks: Remarks = NOTHING_ADDED) -> Iterator[Passage]:
    """The overall score in a sentence, or why there is none, and where the session went on from."""
    yield from _overall(debrief, rubric)
    if remarks.origin:
        yield _origin(remarks.origin)


def _overall(debrief: Debrief, rubric: Rubric) -> Iterator[Passage]:
    scored = debrief.scored
    turns = f"{scored.turns} coach turn{'' if scored.turns == 1 else 's'}"
    said = sum(isinstance(heard, Hearing) for heard in debrief.conversation)
    if not said:
        yield Passage(Style.TEXT, "The coach said nothing, so there is nothing to score.")
    elif not scored.turns:
        unsure = "The one coach turn" if said == 1 else f"None of the {said} coach turns"
        heard = "was not heard surely" if said == 1 else "was heard surely"
        yield Passage(Style.TEXT, f"{unsure} {heard}, and what is not sure is not scored.")
    elif scored.overall.value is None:
        least = f"From {rubric.least_turns} turns on there is enough to say something fair."
        yield Passage(Style.TEXT, f"Too little was said to score: {turns} could be heard surely. {least}")
    else:
        yield from _scored(debrief, rubric, turns)


def _scored(debrief: Debrief, rubric: Rubric, turns: str) -> Iterator[Passage]:
    scored = debrief.scored
    lead = f"Overall {number(scored.overall)} of 100"
    yield Passage(Style.TEXT, f"{lead}, from {turns}. Read the range, not the point.", lead)
    if scored.gate_shut:
        yield Passage(Style.NOTE, f"Judgement keeps the score at {rubric.gate.cap:.0f} or below until it is repaired.")


def _origin(origin: Origin) -> Passage:
    if not origin.turns:
        return Passage(Style.NOTE, f"This is session {origin.key} begun again.")
    turns = "coach turn was" if origin.turns == 1 else f"{origin.turns} coach turns were"
    return Passage(Style.NOTE, f"This goes on from session {origin.key}: its first {turns} taken over.")


def _points(debrief: Debrief) -> Iterator[Passage]:
    yield from _point("What worked", debrief.strength)
    yield from _point("What to change", debrief.change)


def _point(name: str, point: Point | None) -> Iterator[Passage]:
    if point:
        yield Passage(Style.TEXT, f"{name}: {point.text} ({point.dimension.title})", name)
        if point.quote:
            yield _quote(point.quote)


def _quote(quote: Quote) -> Passage:
    return Passage(Style.QUOTE, f"[{quote.turn}] {shortened(quote.text)}", turn=quote.turn)


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
    yield Passage(Style.ASPECT, f"{title}: level {number(level)} of 4. {aspect.descriptor}", title)
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
        yield Passage(Style.COACH, f"[{exchange.turn}] {shortened(exchange.coach.text)}", turn=exchange.turn)
        yield Passage(Style.NOTE, label(exchange.coach))
        if exchange.after:
            yield Passage(Style.COACHEE, exchange.after.text)


def _numbers(scored: Scored, rubric: Rubric) -> Iterator[Passage]:
    if scored.overall.value is None:
        return
    for indicator in [one for one in rubric.indicators if one.weight][:_SHOWN]:
        measured = scored.indicators[indicator.measure]
        value = "nothing to go on" if measured.estimate.value is None else number(measured.estimate)
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

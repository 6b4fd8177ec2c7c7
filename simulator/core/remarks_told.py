"""A coach's own remarks, told beside what was found: their view against the score, and the labels they dispute."""

from collections.abc import Iterator

from simulator.core.debrief import Aspect, Debrief
from simulator.core.hearing import Hearing
from simulator.core.passage import Passage, Style, move_label, number, shortened
from simulator.core.remarks import CANT_SAY, NEVER_SCORED, Dispute, OwnView, Remarks


def tell_view(debrief: Debrief, view: OwnView) -> Iterator[Passage]:
    """How the coach saw each dimension, beside its level. Nothing where they skipped it."""
    if not view.is_given:
        return
    if view.has_levels:
        for aspect in debrief.aspects:
            yield _beside(aspect, view.levels.get(aspect.dimension.key))
    if view.change:
        yield Passage(Style.TEXT, f"The one thing you would change: {view.change}", "The one thing you would change")


def _beside(aspect: Aspect, own: int | None) -> Passage:
    title, level = aspect.dimension.title, aspect.score.level
    said = {None: "you did not say", CANT_SAY: "you could not say"}.get(own, f"you said {own}")
    if level.value is None:
        return Passage(Style.TEXT, f"{title}: {said}; {aspect.score.note}", title)
    return Passage(Style.TEXT, f"{title}: {said}; scored {number(level)}{_compared(own, aspect)}", title)


def _compared(own: int | None, aspect: Aspect) -> str:
    value, low, high = aspect.score.level
    if not own or value is None or low is None or high is None:
        return ""
    if own == value:
        return ", the same"
    if low <= own <= high:
        return ", yours is within that range"
    return ", yours is higher" if own > value else ", yours is lower"


def tell_disputes(debrief: Debrief, remarks: Remarks) -> Iterator[Passage]:
    """Every disputed label in one place: what was said, what was heard, what the coach says it was."""
    places = [turn for turn, heard in enumerate(debrief.conversation) if isinstance(heard, Hearing)]
    known = [one for one in sorted(remarks.disputes) if one.turn < len(places)]
    for dispute in known:
        yield _told(debrief, places[dispute.turn], dispute)
    if known:
        yield Passage(Style.NOTE, NEVER_SCORED)


def _told(debrief: Debrief, turn: int, dispute: Dispute) -> Passage:
    heard = debrief.conversation[turn]
    segment = heard.segments[dispute.segment] if isinstance(heard, Hearing) else None
    words, label = (segment.text, move_label(segment.move)) if segment else ("", "")
    because = f" {dispute.reason}" if dispute.reason else ""
    said = f"“{shortened(words)}” was heard as {label}. You say {move_label(dispute.move)}.{because}"
    return Passage(Style.TEXT, f"[{turn}] {said}", turn=turn)

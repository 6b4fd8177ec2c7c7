"""The conversation told turn by turn: its labels with their reasons, what is disputed, what was not said."""

from collections.abc import Iterator

from simulator.core.annotation import reasons
from simulator.core.debrief import Debrief
from simulator.core.hearing import Hearing
from simulator.core.passage import Passage, Style, move_label, spoken
from simulator.core.remarks import Dispute, Remarks
from simulator.core.session import Session


def tell_talk(debrief: Debrief, session: Session | None, remarks: Remarks) -> Iterator[Passage]:
    """Every turn; the coach's with its labels, the coachee's with what was not said, where that is known."""
    thoughts = _thoughts(session) if session else {}
    coach_turn = 0
    for turn, heard in enumerate(debrief.conversation):
        text = f"[{turn}] {spoken(heard.text)}"
        if isinstance(heard, Hearing):
            yield Passage(Style.COACH, text, turn=turn, hearing=heard)
            yield from tell_labels(heard, coach_turn, remarks)
            coach_turn += 1
        else:
            yield Passage(Style.COACHEE, text, turn=turn)
        if thought := thoughts.get(turn):
            yield Passage(Style.THOUGHT, thought)


def tell_labels(hearing: Hearing, coach_turn: int, remarks: Remarks) -> Iterator[Passage]:
    """Each segment's label, and beside it the coach's own where they dispute it.

    Args:
        hearing: The response.
        coach_turn: The coach's turns, counted from 0.
        remarks: With the disputes.
    """
    for place, reason in enumerate(reasons(hearing)):
        yield Passage(Style.NOTE, reason)
        if dispute := remarks.on(coach_turn, place):
            yield Passage(Style.DISPUTE, disputed(dispute))


def disputed(dispute: Dispute) -> str:
    """What the coach says it was, and why."""
    reason = f" {dispute.reason}" if dispute.reason else ""
    return f"You dispute this: {move_label(dispute.move)}.{reason}"


def _thoughts(session: Session) -> dict[int, str]:
    replies = (turn.reply.lines[0].thought for turn in session.turns)
    return {2 * place: thought for place, thought in enumerate((session.opening.thought, *replies))}

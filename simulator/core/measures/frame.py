"""The frame of a conversation: its focus, its agreed action, and how it is opened, kept and closed."""

from collections.abc import Iterable, Sequence

from simulator.core.exchange import Exchange
from simulator.core.hearing import Segment
from simulator.core.moves import HARMFUL, Family, Move
from simulator.core.tally import Measure, Sums, present, total
from simulator.core.words import PUSH_BACK, Mark

_IMPOSING = (Move.INSTRUCT, Move.SOLVE)
_UNDER_WAY = 6
_OPENING, _CLOSING = 3, 2
"""So many of the first responses open a conversation, and so many of the last close it."""
_ACTION = frozenset({Move.COMMIT, Move.STRUCTURE, Move.SUMMARISE, Move.CHECK})


def own_goal(exchange: Exchange) -> Sums:
    """Goals that the coachee states, not under direction."""
    return (float(_is_agreed(exchange) and exchange.states_goal),)


def focus_parts(exchange: Exchange) -> Sums:
    """Evidence from practice, pupils, why it matters, a measure of success: each asked about or said."""
    marks = exchange.asked | exchange.said
    return tuple(float(mark in marks) for mark in (Mark.EVIDENCE, Mark.PUPILS, Mark.WHY, Mark.MEASURE))


def focus_evidence(exchange: Exchange) -> Sums:
    """Evidence from practice, or what pupils did: asked about or said."""
    evidence, pupils, *_ = focus_parts(exchange)
    return (float(bool(evidence or pupils)),)


def focus_agreed(exchange: Exchange) -> Sums:
    """Responses that agree or restate what today is for."""
    return (float(exchange.coach.has(Move.FOCUS)),)


def focus_revisited(exchange: Exchange) -> Sums:
    """Responses past the opening that come back to what today is for, or gather what was said."""
    back = exchange.coach.has(Move.FOCUS, Move.SUMMARISE) or Mark.GOAL in exchange.asked
    return (float(len(exchange.earlier) >= _UNDER_WAY and back),)


def action_parts(exchange: Exchange) -> Sums:
    """What, when, how they will know, review: said by the coachee, or put by the coach and not pushed back."""
    said = exchange.said if _is_about_action(exchange) else frozenset()
    put = _put_marks(exchange) if exchange.after and PUSH_BACK.isdisjoint(exchange.after.kinds) else frozenset()
    marks = said | put
    return (float(exchange.commits), *(float(mark in marks) for mark in (Mark.WHEN, Mark.MEASURE, Mark.REVIEW)))


def action_backing(exchange: Exchange) -> Sums:
    """What could get in the way, or who will help: asked about or said."""
    marks = _put_marks(exchange) | (exchange.asked | exchange.said if _is_about_action(exchange) else frozenset())
    return (float(bool(marks & {Mark.OBSTACLE, Mark.SUPPORT})),)


def actions_imposed(exchange: Exchange) -> Sums:
    """Actions that the coach decides."""
    return (float(exchange.coach.has(*_IMPOSING)),)


def contract_parts(exchange: Exchange) -> Sums:
    """Purpose, confidentiality, time, a close: each said by the coach while framing, or where it belongs.

    To ask at the opening what this is for agrees a purpose; to gather up, or to arrange what comes next, is to close.
    """
    opens = len(exchange.earlier) < _OPENING
    framed = _marks(one for one in exchange.coach.sure if one.family is Family.FRAMING)
    benign = _marks(one for one in exchange.coach.sure if one.family not in HARMFUL)
    early = benign if opens else framed
    late = benign if _closes(exchange) else framed
    asks = opens and (exchange.coach.has(Move.FOCUS) or Mark.GOAL in exchange.asked)
    ends = _closes(exchange) and (Mark.REVIEW in late or exchange.coach.has(Move.STRUCTURE, Move.SUMMARISE))
    parts = (Mark.PURPOSE in early or asks, Mark.CONFIDENTIALITY in early, Mark.TIME in early | late)
    return (*map(float, parts), float((Mark.CLOSE in late and not opens) or ends))


def agreement_checked(exchange: Exchange) -> Sums:
    """The arrangement or the focus checked again once the conversation is under way."""
    return (float(len(exchange.earlier) > 2 and exchange.coach.has(Move.CONTRACT, Move.FOCUS, Move.STRUCTURE)),)


def manager_boundary(exchange: Exchange) -> Sums:
    """The boundary with line management or appraisal spoken of."""
    return (float(any(Mark.MANAGER in segment.marks for segment in exchange.coach.sure)),)


def _is_agreed(exchange: Exchange) -> bool:
    return not exchange.coach.has(*_IMPOSING)


def _put_marks(exchange: Exchange) -> frozenset[Mark]:
    """What the coach puts in words that plan; once an action is talked of, or at the end, in any that do no harm."""
    plans = _is_about_action(exchange) or _closes(exchange)
    return _marks(one for one in exchange.coach.sure if one.move in _ACTION or (plans and one.family not in HARMFUL))


def _marks(segments: Iterable[Segment]) -> frozenset[Mark]:
    return frozenset().union(*(segment.marks for segment in segments))


def _closes(exchange: Exchange) -> bool:
    return len(exchange.following) < _CLOSING


def _is_about_action(exchange: Exchange) -> bool:
    """Is an action being planned, in this exchange or within the two before it?"""
    return any(one.commits or one.coach.has(Move.COMMIT) for one in (*exchange.earlier[-2:], exchange))


_FOCUS = "CUREE 1, 3 and 6; seeds 000 and 003"
_ACTIONS = "CUREE 9 and 10; Knight; seed 000"
_CONTRACT = "CUREE 3"

FRAME: Sequence[Measure] = (
    Measure(name="own_goal", unit="goals", source=_FOCUS, count=own_goal, combine=total),
    Measure(
        name="focus_parts", unit="of evidence, pupils, why, measure", source=_FOCUS, count=focus_parts, combine=present
    ),
    Measure(name="focus_evidence", unit="0 or 1", source=_FOCUS, count=focus_evidence, combine=present),
    Measure(name="focus_agreed", unit="responses", source=_FOCUS, count=focus_agreed, combine=total),
    Measure(name="focus_revisited", unit="responses", source=_FOCUS, count=focus_revisited, combine=total),
    Measure(
        name="action_parts", unit="of what, when, how, review", source=_ACTIONS, count=action_parts, combine=present
    ),
    Measure(name="action_backing", unit="0 or 1", source=_ACTIONS, count=action_backing, combine=present),
    Measure(name="actions_imposed", unit="responses", source=_ACTIONS, count=actions_imposed, combine=total),
    Measure(
        name="contract_parts",
        unit="of purpose, confidentiality, time, close",
        source=_CONTRACT,
        count=contract_parts,
        combine=present,
    ),
    Measure(name="agreement_checked", unit="responses", source=_CONTRACT, count=agreement_checked, combine=total),
    Measure(
        name="manager_boundary",
        unit="0 or 1",
        source="seed 003: not the line manager",
        count=manager_boundary,
        combine=present,
    ),
)

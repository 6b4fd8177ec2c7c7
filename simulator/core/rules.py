"""The codebook's context rules: from what was heard, and what was said before, to the settled hearing."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from simulator.core.codebook import BORDER, DEFINITIONS, RULE_TITLES
from simulator.core.hearing import Calibration, Heard, HeardResponse, HeardSegment, Hearing, Segment
from simulator.core.moves import ASKING, HARSH, MOVES_OF, Family, Move
from simulator.core.occasion import occasion_of
from simulator.core.situation import Situation
from simulator.core.words import Mark

_TIPS = frozenset({Move.SUGGEST, Move.ADVISE, Move.LEADING})
_ORDERS = frozenset({Move.INSTRUCT, Move.ADVISE})
_FEW, _MOST = 2, 0.6
"""So many content words at least, and so large a share of them the coachee's, make an action theirs."""
_STEERING = frozenset(MOVES_OF[Family.DIRECTIVE]) | {Move.SUGGEST}


class Verdict(NamedTuple):
    """What a rule decides."""

    move: Move
    rule: int
    why: str


class Case(NamedTuple):
    """One segment before the rules."""

    segment: HeardSegment
    best: Move
    """The listener's own label."""
    later: Sequence[Move]
    """The listener's labels of the segments that follow in the same response."""
    situation: Situation


def rule_4_their_own_idea(case: Case) -> Verdict | None:
    """A suggestion in question form explores, when the idea is the coachee's."""
    words = case.segment.lemmas
    if case.best is not Move.LEADING or not words:
        return None
    if len(words & case.situation.ideas) < max(2, 0.5 * len(words)):
        return None
    return Verdict(Move.PROBE, 4, "takes up the coachee's own idea")


def rule_5_permission(case: Case) -> Verdict | None:
    """An idea after a yes is a suggestion, after a no advice. A request is heard with the idea itself."""
    if case.best in _TIPS and case.situation.is_granted:
        return Verdict(Move.SUGGEST, 5, "offers an idea that was agreed to")
    if case.best is Move.SUGGEST and case.situation.is_refused:
        return Verdict(Move.ADVISE, 5, "goes on after the coachee said no")
    return None


def rule_5_own_answer(case: Case) -> Verdict | None:
    """Permission that the coach does not wait for is advice with a bow."""
    steers = any(move in _STEERING for move in case.later)
    if case.best is not Move.ASK_PERMISSION or case.situation.is_invited or not steers:
        return None
    return Verdict(Move.ADVISE, 5, "asks leave and goes on without waiting for the answer")


def rule_16_their_own_action(case: Case) -> Verdict | None:
    """A plan told to the coachee is a summary, when it is the coachee's."""
    words = case.segment.lemmas
    if case.best is not Move.SOLVE or len(words) < _FEW or len(words & case.situation.ideas) < _MOST * len(words):
        return None
    return Verdict(Move.SUMMARISE, 16, "says back what the coachee is going to do")


def rule_17_safety(case: Case) -> Verdict | None:
    """Where somebody may come to harm, a plain order is a duty: its wording is not held against the coach."""
    line = case.situation.last_line
    if case.best not in _ORDERS or line is None or Mark.SAFETY not in line.marks:
        return None
    return Verdict(Move.BOUNDARY, 17, "sees to somebody's safety")


CONTEXT_RULES: Sequence[Callable[[Case], Verdict | None]] = (
    rule_5_own_answer,
    rule_5_permission,
    rule_4_their_own_idea,
    rule_17_safety,
    rule_16_their_own_action,
)
"""In order; the first that decides wins. Each is here because it helped on voices the listener had not met; the
others of the codebook are left to the listener, which reads the coachee's last line with the response."""


def settle(heard: HeardResponse, history: Sequence[Heard]) -> Hearing:
    """Apply the context rules to a response.

    Args:
        heard: The response as the listener supplies it.
        history: The conversation before it, both speakers, oldest first.
    """
    situation = Situation(history=history)
    best = [best_move(segment.probabilities) for segment in heard.segments]
    cases = [
        Case(segment, move, best[number + 1 :], situation)
        for number, (segment, move) in enumerate(zip(heard.segments, best, strict=True))
    ]
    segments = tuple(_settled(case, heard) for case in cases)
    return Hearing(
        text=heard.text,
        segments=segments,
        topics=heard.topics,
        occasion=occasion_of(heard.occasion, segments, situation.responses),
        stacked=sum(segment.move in ASKING for segment in segments) > 1,
        words=len(heard.text.split()),
    )


def best_move(probabilities: Mapping[Move, float]) -> Move:
    """The likeliest move of the likeliest family: the family is what is scored."""
    family = max(MOVES_OF, key=lambda family: family_probability(probabilities, family))
    return max(MOVES_OF[family], key=lambda move: probabilities.get(move, 0.0))


def family_probability(probabilities: Mapping[Move, float], family: Family) -> float:
    """The chance that the segment belongs to the family."""
    return sum(probabilities.get(move, 0.0) for move in MOVES_OF[family])


def _settled(case: Case, heard: HeardResponse) -> Segment:
    verdict = next((found for rule in CONTEXT_RULES if (found := rule(case))), None)
    segment, situation = case.segment, case.situation
    move = verdict.move if verdict else case.best
    own = family_probability(segment.probabilities, move.family)
    confidence = heard.calibration.rules.get(verdict.rule, own) if verdict else own
    known = segment.lemmas & situation.said
    echoed = segment.lemmas & situation.last_lemmas
    return Segment(
        start=segment.start,
        end=segment.end,
        text=segment.text,
        move=move,
        confidence=round(confidence, 3),
        unsure=confidence < _least_confidence(move, heard.calibration),
        rule=verdict.rule if verdict else None,
        why=_why(move, verdict),
        cues=segment.cues,
        marks=segment.marks,
        shared=bool(known),
        repeats=round(len(echoed) / len(segment.lemmas), 3) if segment.lemmas else 0.0,
        unfounded=tuple(sorted((segment.feelings | segment.evaluative) - situation.said)),
    )


def _least_confidence(move: Move, calibration: Calibration) -> float:
    return max(calibration.threshold, calibration.harsh_threshold if move in HARSH else 0.0)


def _why(move: Move, verdict: Verdict | None) -> str:
    if verdict:
        return f"This {verdict.why} (rule {verdict.rule}, {RULE_TITLES[verdict.rule]})."
    border = BORDER.get(move)
    see = f" (see rule {border}, {RULE_TITLES[border]})" if border else ""
    return f"This {DEFINITIONS[move]}{see}."

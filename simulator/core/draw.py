"""Which kind of reply the coachee gives (COACHEE.md, "Reply kind")."""

from collections.abc import Mapping
from math import exp

from simulator.core.hearing import Hearing
from simulator.core.moves import HARMFUL, Family, Move
from simulator.core.state import State
from simulator.core.words import PRODUCTIVE, Kind

_WEIGHTS = 10_000
"""Weights are rounded to integers of this sum, so that machines that differ in the last bit still agree."""


def draw_kind(state: State, hearing: Hearing, last: Kind, may_commit: bool, draw: float) -> Kind:
    """Draw the kind of the reply.

    Args:
        state: The coachee's state, already moved by the response.
        hearing: The response.
        last: The previous reply's recorded kind.
        may_commit: Is a commitment in reach? Then asking for one gets one.
        draw: A number in [0, 1).
    """
    if hearing.unsure or hearing.deciding.move is Move.OTHER:
        return Kind.NEUTRAL
    if may_commit and hearing.has(Move.COMMIT):
        return Kind.COMMITMENT
    weights = _push_back(state, hearing, last) | _thinking(state, hearing, last)
    if not may_commit:
        del weights[Kind.COMMITMENT]
    return _pick(weights, draw)


def can_commit(state: State, baseline: State) -> bool:
    """Does the coachee own enough, and see clearly enough, to say what they will do?"""
    owns = state.ownership >= min(55, baseline.ownership + 15)
    return owns and state.clarity >= min(50, baseline.clarity + 15)


def invites_plan(hearing: Hearing) -> bool:
    """May a commitment come unasked? Not in answer to a yes-or-no question, a direction, a judgement or a murmur."""
    return hearing.primary not in HARMFUL | {Family.MINIMAL} and hearing.deciding.move is not Move.CLOSED


def _push_back(state: State, hearing: Hearing, last: Kind) -> dict[Kind, float]:
    """Log-weights of the kinds that hold back."""
    directive = Family.DIRECTIVE in hearing.families
    judgemental = Family.JUDGEMENTAL in hearing.families
    stirs = hearing.has(Move.REFLECT_COMPLEX, Move.OPEN)
    tense = 0.025 * state.defensiveness
    return {
        Kind.RESERVATION: -1.55
        + 0.026 * state.defensiveness
        - 0.010 * state.trust
        + 0.95 * (last is Kind.RESERVATION)
        + 0.5 * judgemental
        + 0.25 * directive
        + 0.35 * stirs
        - 0.5 * hearing.has(Move.AFFIRM),
        Kind.EXCUSE: -2.1 + tense - 0.008 * state.trust + 1.0 * hearing.has(Move.ACCUSE) + 0.25 * directive,
        Kind.COMPLIANCE: -1.9 + tense - 0.03 * state.ownership + 1.5 * directive,
        Kind.NEUTRAL: 0.9
        + 0.3 * hearing.has(Move.INFORM)
        + 0.1 * hearing.has(Move.CLOSED)
        - 0.5 * hearing.has(Move.OPEN, Move.FUTURE, Move.PROBE),
    }


def _thinking(state: State, hearing: Hearing, last: Kind) -> dict[Kind, float]:
    """Log-weights of the kinds that move on."""
    flow = 0.7 * (last in PRODUCTIVE)
    harm = 0.4 * (Family.DIRECTIVE in hearing.families or Family.JUDGEMENTAL in hearing.families)
    tells = hearing.has(Move.INFORM)
    listened = Family.LISTENING in hearing.families
    return {
        Kind.INSIGHT: -2.6
        + 0.022 * state.openness
        + 0.010 * state.clarity
        + 0.45 * listened
        + 0.45 * hearing.has(Move.OPEN, Move.PROBE)
        + flow
        - 0.15 * tells
        - harm,
        Kind.IDEA: -3.0
        + 0.028 * state.ownership
        + 0.012 * state.openness
        + 0.9 * hearing.has(Move.OPEN, Move.FUTURE)
        + flow
        - 0.2 * tells
        - harm,
        Kind.COMMITMENT: -0.8 + 1.3 * hearing.has(Move.COMMIT) + 0.4 * hearing.has(Move.SUMMARISE, Move.FOCUS),
    }


def _pick(weights: Mapping[Kind, float], draw: float) -> Kind:
    """Softmax in whole numbers, then the kind whose share the draw falls into."""
    raised = {kind: exp(weight) for kind, weight in weights.items()}
    total = sum(raised.values())
    whole = {kind: round(_WEIGHTS * value / total) for kind, value in raised.items()}
    left = draw * sum(whole.values())
    for kind, weight in whole.items():
        left -= weight
        if left < 0:
            return kind
    return Kind.NEUTRAL

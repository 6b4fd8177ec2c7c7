"""How one response moves the coachee's state (COACHEE.md, "What counts as the move" and "Update")."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from simulator.core.effects import (
    ADVICE_WANTED,
    EFFECTS,
    GOOD_DIRECTION,
    IMPOSED_COMMITMENT,
    MISREAD,
    MISSED_FEELING,
    MONOTONY,
    NOTHING,
    STACKED,
    Effect,
)
from simulator.core.hearing import Hearing, Segment
from simulator.core.moves import HARMFUL, HARSH, PRECEDENCE, Family, Move
from simulator.core.scenario import Line, Persona
from simulator.core.state import State
from simulator.core.words import Mark, Sign

STRENGTH = 0.8
"""Every row is scaled by this; the raw table saturates."""
_WINDOW = 4
_REPEATED = 0.65
_KIND_FAMILIES = frozenset({Family.LISTENING, Family.SUPPORTING})
_CAN_BE_MONOTONOUS = _KIND_FAMILIES | {Family.QUESTIONING}
_GRUDGE = 5.0
_MENDS = 2
_ADVICE = frozenset({Move.ADVISE, Move.SUGGEST, Move.INFORM})


class Grudge(NamedTuple):
    """What a judgement leaves behind until it is mended."""

    floor: float
    """Defensiveness does not fall below this meanwhile."""
    mends: int
    """Repairing, empathic or listening responses still needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Temper:
    """The state, and what the coachee has not forgiven."""

    state: State
    grudge: Grudge | None = None
    slip: State | None = None
    """The state before the coach's last harmful response: a repair regains at most half of what it cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Everything a reaction depends on, beside the temper: the words and what came before."""

    hearing: Hearing
    past: Sequence[Hearing]
    """Earlier responses of the coach, oldest first."""
    answering: Line
    """The coachee's line that the coach responds to."""
    push_back: bool
    """Was that line recorded as a reservation or an excuse?"""
    persona: Persona


def react(temper: Temper, moment: Moment) -> Temper:
    """The coachee's temper after one response.

    An unsure response, and one that does no coaching work, changes nothing.
    """
    hearing = moment.hearing
    if hearing.unsure or hearing.deciding.move is Move.OTHER:
        return temper
    before = temper.state
    effect = _row(temper, moment).scaled(good=STRENGTH, bad=STRENGTH)
    effect = effect.scaled(good=_REPEATED ** _same_family_lately(moment))
    effect = _under_conditions(effect, before, moment)
    if _is_monotonous(moment):
        effect = effect.plus(MONOTONY)
    state = before.moved(effect).drifted(moment.persona.baseline).settled()
    return _remember(temper, Temper(state=state, grudge=temper.grudge, slip=temper.slip), hearing)


def _row(temper: Temper, moment: Moment) -> Effect:
    hearing = moment.hearing
    row = _effect_of(hearing.deciding, temper, moment)
    if hearing.primary not in HARMFUL and (second := _second(hearing)):
        row = row.plus(_effect_of(second, temper, moment), 0.5)
    if hearing.stacked:
        row = row.plus(STACKED)
    if Sign.FEELS in moment.answering.signs and not answers_feeling(hearing):
        row = row.plus(MISSED_FEELING)
    return row


def _second(hearing: Hearing) -> Segment | None:
    """The last segment of the next family in precedence, or None."""
    others = [segment for segment in hearing.sure if segment.family is not hearing.primary]
    return min(reversed(others), key=lambda segment: PRECEDENCE[segment.family], default=None)


def _effect_of(segment: Segment, temper: Temper, moment: Moment) -> Effect:
    """The move's row, with the conditions that stand in the table itself."""
    special = _SPECIAL.get(segment.move)
    effect = special(segment, temper, moment) if special else EFFECTS[segment.move]
    wanted = segment.move in _ADVICE and moment.answering.signs >= {Sign.ASKS, Sign.STUCK}
    return ADVICE_WANTED if wanted else effect


def _commit(segment: Segment, temper: Temper, moment: Moment) -> Effect:
    return IMPOSED_COMMITMENT if temper.state.ownership < 40 else EFFECTS[Move.COMMIT]


def _contract(segment: Segment, temper: Temper, moment: Moment) -> Effect:
    return EFFECTS[Move.CONTRACT] if len(moment.past) < 4 else NOTHING


def _focus(segment: Segment, temper: Temper, moment: Moment) -> Effect:
    return EFFECTS[Move.FOCUS] if segment.shared else NOTHING.plus(EFFECTS[Move.FOCUS], 0.5)


def _suggest(segment: Segment, temper: Temper, moment: Moment) -> Effect:
    """Advice lands better after empathy and inquiry (Feng's order)."""
    so_far = {family for heard in moment.past for family in heard.families}
    is_timely = Family.QUESTIONING in so_far and not so_far.isdisjoint(_KIND_FAMILIES)
    effect = EFFECTS[Move.SUGGEST]
    return effect._replace(trust=effect.trust + 2) if is_timely else effect


def _reflect(segment: Segment, temper: Temper, moment: Moment) -> Effect:
    misread = set(segment.unfounded) - moment.persona.feels
    return MISREAD if misread else EFFECTS[Move.REFLECT_COMPLEX]


def _murmur(segment: Segment, temper: Temper, moment: Moment) -> Effect:
    lately = [heard.primary for heard in moment.past[-2:]]
    return NOTHING if lately == [Family.MINIMAL, Family.MINIMAL] else EFFECTS[segment.move]


def _repair(segment: Segment, temper: Temper, moment: Moment) -> Effect:
    if temper.slip is None:
        return NOTHING
    states = zip(temper.slip, temper.state, GOOD_DIRECTION, EFFECTS[Move.REPAIR], strict=True)
    return Effect._make(
        good * min(abs(change), 0.5 * max(0.0, good * (was - now)) / STRENGTH) for was, now, good, change in states
    )


_SPECIAL = {
    Move.COMMIT: _commit,
    Move.CONTRACT: _contract,
    Move.FOCUS: _focus,
    Move.SUGGEST: _suggest,
    Move.REFLECT_COMPLEX: _reflect,
    Move.BACKCHANNEL: _murmur,
    Move.SOCIAL: _murmur,
    Move.REPAIR: _repair,
}


def answers_feeling(hearing: Hearing) -> bool:
    """Does any segment listen, support, ask about the feeling, or wait in silence?"""
    return any(
        segment.family in _KIND_FAMILIES
        or segment.move is Move.BACKCHANNEL
        or (segment.family is Family.QUESTIONING and (Mark.FEELING in segment.marks or segment.shared))
        for segment in hearing.sure
    )


def _same_family_lately(moment: Moment) -> int:
    primary = moment.hearing.primary
    return sum(heard.primary is primary for heard in moment.past[-_WINDOW:])


def _under_conditions(effect: Effect, state: State, moment: Moment) -> Effect:
    effect = effect.scaled(
        good=0.7 if state.defensiveness > 60 else 1.0,
        bad=1.25 if state.trust < 35 else 1.0,
    )
    presses_on = moment.push_back and moment.hearing.primary is Family.DIRECTIVE
    if presses_on and effect.defensiveness > 0:
        effect = effect._replace(defensiveness=effect.defensiveness * 1.3)
    return effect


def _is_monotonous(moment: Moment) -> bool:
    primary = moment.hearing.primary
    return primary in _CAN_BE_MONOTONOUS and _same_family_lately(moment) + 1 >= 4


def _remember(before: Temper, after: Temper, hearing: Hearing) -> Temper:
    """Keep a judgement in mind, or forgive a little."""
    if hearing.primary in HARMFUL:
        after = replace(after, slip=before.state)
    if hearing.deciding.move in HARSH:
        return _take_offence(before, after)
    if after.grudge is None:
        return after
    mending = hearing.has(Move.REPAIR, Move.EMPATHISE) or Family.LISTENING in hearing.families
    return _forgive(after, after.grudge) if mending else _held(after, after.grudge)


def _take_offence(before: Temper, after: Temper) -> Temper:
    least = before.state.defensiveness + 1
    raised = after.state._replace(defensiveness=max(after.state.defensiveness, least) + _GRUDGE)
    return _held(replace(after, state=raised), Grudge(floor=min(100.0, least + _GRUDGE), mends=_MENDS))


def _forgive(after: Temper, grudge: Grudge) -> Temper:
    if grudge.mends > 1:
        return _held(after, grudge._replace(mends=grudge.mends - 1))
    eased = after.state._replace(defensiveness=after.state.defensiveness - _GRUDGE).settled()
    return replace(after, state=eased, grudge=None)


def _held(after: Temper, grudge: Grudge) -> Temper:
    held = after.state._replace(defensiveness=max(after.state.defensiveness, grudge.floor)).settled()
    return replace(after, state=held, grudge=grudge)

"""Ownership: who supplies goal, option and action."""

from collections.abc import Sequence

from simulator.core.exchange import Exchange
from simulator.core.hearing import Segment
from simulator.core.moves import Family, Move
from simulator.core.tally import Measure, Sums, present, ratio, total
from simulator.core.words import Kind, Mark, Sign

_IMPOSING = (Move.INSTRUCT, Move.SOLVE, Move.ADVISE, Move.LEADING)


def directive_share(exchange: Exchange) -> Sums:
    """Responses that direct, of all."""
    return (float(Family.DIRECTIVE in exchange.coach.families), 1.0)


def invited(exchange: Exchange) -> Sums:
    """Goal, option and action: each asked for, and left with the coachee in this and the next response."""
    if any(heard.has(*_IMPOSING) for heard in (exchange.coach, *exchange.following[:1])):
        return (0.0, 0.0, 0.0)
    asked = [segment for segment in exchange.coach.sure if _asks(segment)]
    return (
        float(any(_asks_for_goal(segment) for segment in asked)),
        float(any(_asks_for_option(segment) for segment in asked)),
        float(any(_asks_for_action(segment) for segment in asked)),
    )


def goal_invited(exchange: Exchange) -> Sums:
    """The goal asked for and left with the coachee."""
    return invited(exchange)[:1]


def option_invited(exchange: Exchange) -> Sums:
    """Options asked for and left with the coachee."""
    return invited(exchange)[1:2]


def action_invited(exchange: Exchange) -> Sums:
    """The action asked for and left with the coachee."""
    return invited(exchange)[2:]


def originated(exchange: Exchange) -> Sums:
    """The coachee's own goal, option and action, heard in their words."""
    if exchange.coach.has(*_IMPOSING):
        return (0.0, 0.0, 0.0)
    return (float(exchange.states_goal), float(exchange.has_idea), float(exchange.commits))


def overridden(exchange: Exchange) -> Sums:
    """Responses that direct straight after the coachee's own goal, idea or commitment."""
    line = exchange.before
    own = line is not None and (line.kinds & {Kind.IDEA, Kind.COMMITMENT} or Sign.GOAL in line.signs)
    return (float(bool(own) and exchange.coach.has(*_IMPOSING)),)


def choices_named(exchange: Exchange) -> Sums:
    """Responses that name the coachee's choice or control."""
    return (float(exchange.coach.has(Move.AUTONOMY)),)


def _asks(segment: Segment) -> bool:
    return segment.family is Family.QUESTIONING or (segment.move is Move.FOCUS and Mark.QUESTION in segment.marks)


def _asks_for_goal(segment: Segment) -> bool:
    return segment.move is Move.FOCUS or Mark.GOAL in segment.marks


def _asks_for_option(segment: Segment) -> bool:
    return Mark.OPTION in segment.marks or (segment.move is Move.FUTURE and Mark.GOAL not in segment.marks)


def _asks_for_action(segment: Segment) -> bool:
    return segment.move is Move.COMMIT or Mark.ACTION in segment.marks


_SOURCE = "Gessnitzer & Kauffeld 2015: goals and tasks that the coachee originates"

OWNERSHIP: Sequence[Measure] = (
    Measure(
        name="directive_share",
        unit="share of coach turns",
        source="AnnoMI: AUC .88, high-quality median 0 %, low 21 %",
        count=directive_share,
        combine=ratio,
    ),
    Measure(name="invited", unit="of goal, option, action", source=_SOURCE, count=invited, combine=present),
    Measure(name="goal_invited", unit="0 or 1", source=_SOURCE, count=goal_invited, combine=present),
    Measure(name="option_invited", unit="0 or 1", source=_SOURCE, count=option_invited, combine=present),
    Measure(name="action_invited", unit="0 or 1", source=_SOURCE, count=action_invited, combine=present),
    Measure(name="originated", unit="of goal, option, action", source=_SOURCE, count=originated, combine=present),
    Measure(name="overridden", unit="responses", source="seed 000: done to", count=overridden, combine=total),
    Measure(name="choices_named", unit="responses", source="Klonek 2014", count=choices_named, combine=total),
)

"""Expertise: what is offered, and whether it was wanted."""

from collections.abc import Sequence

from simulator.core.exchange import Exchange
from simulator.core.moves import MOVES_OF, Family, Move
from simulator.core.tally import Measure, Sums, ratio, total
from simulator.core.words import Sign

_OFFERS = (Move.SUGGEST, Move.INFORM)
_LONG = 60
"""More words than this in an offer is a lecture."""
_RETURNING = (*MOVES_OF[Family.QUESTIONING], Move.CHECK, Move.AUTONOMY)


def permission_rate(exchange: Exchange) -> Sums:
    """Suggestions that were asked for, agreed to or left open, of all suggestions and directions."""
    granted = sum(segment.move is Move.SUGGEST for segment in exchange.coach.sure)
    unasked = sum(segment.family is Family.DIRECTIVE for segment in exchange.coach.sure)
    return (float(granted), float(granted + unasked))


def offers(exchange: Exchange) -> Sums:
    """Responses that suggest or inform."""
    return (float(exchange.coach.has(*_OFFERS)),)


def unasked_advice(exchange: Exchange) -> Sums:
    """Responses that direct."""
    return (float(Family.DIRECTIVE in exchange.coach.families),)


def offers_returned(exchange: Exchange) -> Sums:
    """Offers, not too long, that end with the coachee: a question, a check or their choice, now or next."""
    offered = exchange.coach.has(*_OFFERS)
    returned = any(heard.has(*_RETURNING) for heard in (exchange.coach, *exchange.following[:1]))
    return (float(offered and returned and exchange.coach.words <= _LONG), float(offered))


def requests_met(exchange: Exchange) -> Sums:
    """Requests for expertise from a coachee who is stuck that are answered within two responses, of all."""
    wanted = exchange.before is not None and {Sign.ASKS, Sign.STUCK} <= exchange.before.signs
    answers = (exchange.coach, *exchange.following[:1])
    met = wanted and any(heard.has(*_OFFERS, Move.ASK_PERMISSION) for heard in answers)
    return (float(met), float(wanted))


_SOURCE = "seed 003: content-agnostic to content-expert; CUREE 4 and 6"

OFFERS: Sequence[Measure] = (
    Measure(
        name="permission_rate",
        unit="share of suggestions and directions",
        source="proposal, after MITI's persuade with permission",
        count=permission_rate,
        combine=ratio,
    ),
    Measure(name="offers", unit="responses", source=_SOURCE, count=offers, combine=total),
    Measure(name="unasked_advice", unit="responses", source=_SOURCE, count=unasked_advice, combine=total),
    Measure(name="offers_returned", unit="share of offers", source=_SOURCE, count=offers_returned, combine=ratio),
    Measure(name="requests_met", unit="share of requests", source=_SOURCE, count=requests_met, combine=ratio),
)

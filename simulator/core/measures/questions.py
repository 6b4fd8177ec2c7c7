"""Questioning: how the coach asks. How much is asked separates nothing (AnnoMI AUC .52)."""

from collections.abc import Sequence

from simulator.core.exchange import Exchange
from simulator.core.hearing import Segment
from simulator.core.moves import ASKING, MOVES_OF, OPENING, Family, Move
from simulator.core.tally import Measure, Sums, ratio, total

_RUN = 4
"""Questions and nothing else in this many responses running is an interview."""


def questions(exchange: Exchange) -> Sums:
    """Responses that ask; those that only lead or accuse do not."""
    return (float(bool(_asked(exchange))),)


def open_share(exchange: Exchange) -> Sums:
    """Questions that open, of all."""
    asked = _asked(exchange)
    return (float(sum(segment.move in OPENING for segment in asked)), float(len(asked)))


def leading_share(exchange: Exchange) -> Sums:
    """Responses that lead or accuse, of all with anything in the form of a question."""
    return (float(exchange.coach.has(Move.LEADING, Move.ACCUSE)), float(_has_form(exchange)))


def stacked_share(exchange: Exchange) -> Sums:
    """Responses with two or more distinct questions, of all."""
    return (float(exchange.coach.stacked), 1.0)


def uptake_share(exchange: Exchange) -> Sums:
    """Responses whose questions build on the coachee's words, of all that ask once there are words to build on.

    A question is built on them if it takes up a content word, or follows on from listening in the same response.
    """
    listened = Family.LISTENING in exchange.coach.families
    built = any(segment.shared or listened for segment in _asked(exchange))
    has_words = exchange.before is not None
    return (float(has_words and built), float(has_words and _has_form(exchange)))


def interview_share(exchange: Exchange) -> Sums:
    """Responses that end a run of four which only ask, of all."""
    recent = [*exchange.earlier[1 - _RUN :], exchange]
    return (float(len(recent) == _RUN and all(map(_only_asks, recent))), 1.0)


def future_questions(exchange: Exchange) -> Sums:
    """Questions about what could be."""
    return (float(exchange.coach.has(Move.FUTURE)),)


def questions_that_yield(exchange: Exchange) -> Sums:
    """Asking responses that are answered with an insight, an idea or a commitment, of all answered."""
    is_answered = exchange.after is not None
    yields = bool(_asked(exchange)) and exchange.is_productive
    return (float(is_answered and yields), float(is_answered and _has_form(exchange)))


def _has_form(exchange: Exchange) -> bool:
    """Is anything in the form of a question, loaded ones included?"""
    return exchange.coach.has(*ASKING)


def _only_asks(exchange: Exchange) -> bool:
    minimal = MOVES_OF[Family.MINIMAL]
    return _has_form(exchange) and exchange.coach.moves <= {*ASKING, *minimal}


def _asked(exchange: Exchange) -> list[Segment]:
    return [segment for segment in exchange.coach.sure if segment.family is Family.QUESTIONING]


QUESTIONS: Sequence[Measure] = (
    Measure(name="questions", unit="responses", source="proposal", count=questions, combine=total),
    Measure(
        name="open_share",
        unit="share of questions",
        source="MITI; feedback only, no discrimination in AnnoMI (AUC .53)",
        count=open_share,
        combine=ratio,
    ),
    Measure(name="leading_share", unit="share of asking turns", source="ICF 7", count=leading_share, combine=ratio),
    Measure(name="stacked_share", unit="share of coach turns", source="ICF 7", count=stacked_share, combine=ratio),
    Measure(name="uptake_share", unit="share of asking turns", source="ICF 7", count=uptake_share, combine=ratio),
    Measure(
        name="interview_share", unit="share of coach turns", source="proposal", count=interview_share, combine=ratio
    ),
    Measure(
        name="future_questions",
        unit="responses",
        source="Jordan & Kauffeld 2020",
        count=future_questions,
        combine=total,
    ),
    Measure(
        name="questions_that_yield",
        unit="share of asking turns",
        source="Cognitive Coaching: questions that yield new ideas",
        count=questions_that_yield,
        combine=ratio,
    ),
)

"""Questioning: how the coach asks. How much is asked separates nothing (AnnoMI AUC .52)."""

from collections.abc import Sequence

from simulator.core.exchange import Exchange
from simulator.core.hearing import Segment
from simulator.core.moves import OPENING, Family, Move
from simulator.core.tally import Measure, Sums, ratio, total

_RUN = 4
"""Questions and nothing else in this many responses running is an interview."""


def questions(exchange: Exchange) -> Sums:
    """Questions asked, leading and accusing ones left out."""
    return (float(len(_asked(exchange))),)


def open_share(exchange: Exchange) -> Sums:
    """Questions that open, of all."""
    asked = _asked(exchange)
    return (float(sum(segment.move in OPENING for segment in asked)), float(len(asked)))


def leading_share(exchange: Exchange) -> Sums:
    """Leading and accusing questions, of everything in the form of a question."""
    loaded = sum(segment.move in {Move.LEADING, Move.ACCUSE} for segment in exchange.coach.sure)
    return (float(loaded), float(loaded + len(_asked(exchange))))


def stacked_share(exchange: Exchange) -> Sums:
    """Responses with two or more distinct questions, of all."""
    return (float(exchange.coach.stacked), 1.0)


def uptake_share(exchange: Exchange) -> Sums:
    """Questions built on the coachee's words, of those asked once there are words to build on.

    A question is built on them if it takes up a content word, or follows on from listening in the same response.
    """
    asked = _asked(exchange) if exchange.before else []
    listened = Family.LISTENING in exchange.coach.families
    return (float(sum(segment.shared or listened for segment in asked)), float(len(asked)))


def interview_share(exchange: Exchange) -> Sums:
    """Responses that end a run of four which only ask, of all."""
    recent = [*exchange.earlier[1 - _RUN :], exchange]
    only_asks = [one.coach.families <= {Family.QUESTIONING, Family.MINIMAL} and _asked(one) for one in recent]
    return (float(len(recent) == _RUN and all(only_asks)), 1.0)


def future_questions(exchange: Exchange) -> Sums:
    """Questions about what could be."""
    return (float(exchange.coach.has(Move.FUTURE)),)


def questions_that_yield(exchange: Exchange) -> Sums:
    """Asking responses that are answered with an insight, an idea or a commitment, of all answered."""
    asked = bool(_asked(exchange)) and exchange.after is not None
    return (float(asked and exchange.is_productive), float(asked))


def _asked(exchange: Exchange) -> list[Segment]:
    return [segment for segment in exchange.coach.sure if segment.family is Family.QUESTIONING]


QUESTIONS: Sequence[Measure] = (
    Measure(name="questions", unit="questions", source="proposal", count=questions, combine=total),
    Measure(
        name="open_share",
        unit="share of questions",
        source="MITI; feedback only, no discrimination in AnnoMI (AUC .53)",
        count=open_share,
        combine=ratio,
    ),
    Measure(name="leading_share", unit="share of questions", source="ICF 7", count=leading_share, combine=ratio),
    Measure(name="stacked_share", unit="share of coach turns", source="ICF 7", count=stacked_share, combine=ratio),
    Measure(name="uptake_share", unit="share of questions", source="ICF 7", count=uptake_share, combine=ratio),
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

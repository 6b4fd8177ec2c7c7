"""Trust and non-judgement: judgements, verdicts, affirmations, and feelings answered."""

from collections.abc import Container, Sequence

from simulator.core.exchange import Exchange
from simulator.core.hearing import Hearing
from simulator.core.moves import HARSH, Family, Move
from simulator.core.reaction import answers_feeling
from simulator.core.tally import Measure, Sums, ratio, total

_MILD, _MILD_MOST = 0.25, 0.75
_REPAIRED = 0.5
_CERTAIN = 0.99
"""From this confidence a harsh judgement weighs in full; less sure, it weighs as a mild one.

A conversation has some hundred segments: a label that is wrong once in fifty would shut the gate on most good ones.
"""


def severity(exchange: Exchange) -> Sums:
    """Harsh judgements count 1 each, or .5 when repaired soon; verdicts, and what is in doubt, are counted apart."""
    weight = _REPAIRED if _is_repaired(exchange) else 1.0
    certain, doubtful = _harsh(exchange)
    return (weight * certain, weight * doubtful + _count(exchange, Move.GRADE))


def severity_sum(sums: Sums) -> float:
    """All that is mild or in doubt together weighs at most three quarters of one harsh judgement."""
    harsh, mild = sums
    return harsh + min(_MILD_MOST, _MILD * mild)


def unrepaired(exchange: Exchange) -> Sums:
    """Harsh judgements that the coach did not own in this or the next two responses; in doubt .25 each."""
    certain, doubtful = _harsh(exchange)
    return (0.0 if _is_repaired(exchange) else certain + _MILD * doubtful,)


def grades(exchange: Exchange) -> Sums:
    """Verdicts, praise included."""
    return (float(_count(exchange, Move.GRADE)),)


def affirmations(exchange: Exchange) -> Sums:
    """Specific notices of strength, effort or effect."""
    return (float(_count(exchange, Move.AFFIRM)),)


def repairs(exchange: Exchange) -> Sums:
    """Missteps that the coach owned."""
    return (float(exchange.coach.has(Move.REPAIR)),)


def feelings_answered(exchange: Exchange) -> Sums:
    """Of the feelings shown, those that the next response listened to, supported or asked about."""
    return (float(exchange.meets_feeling and answers_feeling(exchange.coach)), float(exchange.meets_feeling))


def feelings_passed_over(exchange: Exchange) -> Sums:
    """Feelings shown that the next response did not answer."""
    return (float(exchange.meets_feeling and not answers_feeling(exchange.coach)),)


def feelings_disputed(exchange: Exchange) -> Sums:
    """Feelings shown and then disputed or shrunk; in doubt .25 each."""
    certain, doubtful = _harsh(exchange, {Move.DISMISS})
    return (min(1.0, certain + _MILD * doubtful) if exchange.meets_feeling else 0.0,)


def push_back_reply(exchange: Exchange) -> Sums:
    """After push-back: how far the next response goes with it."""
    return (went_with(exchange.coach), 1.0) if exchange.meets_push_back else (0.0, 0.0)


def went_with(response: Hearing) -> float:
    """How far a response goes with push-back, from 0 to 1.

    0 for steering, judging or informing; 1 for listening; .75 for supporting, or asking about what was said; .5 for
    anything else.
    """
    if response.families & {Family.DIRECTIVE, Family.JUDGEMENTAL} or response.has(Move.INFORM, Move.SUGGEST):
        return 0.0
    if Family.LISTENING in response.families:
        return 1.0
    explores = any(segment.family is Family.QUESTIONING and segment.shared for segment in response.sure)
    return 0.75 if explores or Family.SUPPORTING in response.families else 0.5


def _harsh(exchange: Exchange, moves: Container[Move] = HARSH) -> tuple[int, int]:
    """How many harsh judgements are certain, and how many in doubt."""
    judged = [segment.confidence >= _CERTAIN for segment in exchange.coach.sure if segment.move in moves]
    return sum(judged), len(judged) - sum(judged)


def _count(exchange: Exchange, move: Move) -> int:
    return sum(segment.move is move for segment in exchange.coach.sure)


def _is_repaired(exchange: Exchange) -> bool:
    return any(heard.has(Move.REPAIR) for heard in (exchange.coach, *exchange.following))


TRUST: Sequence[Measure] = (
    Measure(
        name="judgement_severity",
        unit="harsh judgements",
        source="Confront is non-adherent in MITI 4.2.1; the weights are a proposal",
        count=severity,
        combine=severity_sum,
    ),
    Measure(name="unrepaired_judgements", unit="judgements", source="proposal", count=unrepaired, combine=total),
    Measure(name="verdicts", unit="verdicts", source="observed means judged: seed 000", count=grades, combine=total),
    Measure(name="affirmations", unit="affirmations", source="Apodaca 2016", count=affirmations, combine=total),
    Measure(name="repairs", unit="responses", source="proposal", count=repairs, combine=total),
    Measure(
        name="feelings_answered",
        unit="share of feelings shown",
        source="CARE trial, empathic response within one turn",
        count=feelings_answered,
        combine=ratio,
    ),
    Measure(
        name="feelings_passed_over",
        unit="feelings",
        source="as feelings_answered",
        count=feelings_passed_over,
        combine=total,
    ),
    Measure(name="feelings_disputed", unit="feelings", source="proposal", count=feelings_disputed, combine=total),
    Measure(
        name="push_back_reply",
        unit="mean, 0 steer to 1 go with it",
        source="AnnoMI: good sessions listen after push-back 37 %, poor ones advise or inform 53 %",
        count=push_back_reply,
        combine=ratio,
    ),
)

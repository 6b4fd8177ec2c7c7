"""Listening: how much is given back, and whether it adds anything."""

from collections.abc import Sequence

from simulator.core.exchange import Exchange
from simulator.core.hearing import Segment
from simulator.core.moves import ASKING, REFLECTIONS, Move
from simulator.core.tally import Measure, Sums, ratio, total

_MERE_REPEAT = 0.8
"""From this share of the coachee's own content words on, a reflection adds nothing."""


def reflection_share(exchange: Exchange) -> Sums:
    """Responses that reflect, of all; those that only repeat are counted apart."""
    reflects, repeats = bool(_reflections(exchange)), _only_repeats(exchange)
    return (float(reflects and not repeats), float(repeats), 1.0)


def share_with_echoes(sums: Sums) -> float | None:
    """Mere repeats count as far as there are fuller reflections to go with them: echoes alone are no listening."""
    fuller, repeats, responses = sums
    return (fuller + min(repeats, fuller)) / responses if responses else None


def reflecting_share(exchange: Exchange) -> Sums:
    """Responses that give anything back, mere repeats included, of all."""
    return (float(bool(_reflections(exchange))), 1.0)


def reflections_per_question(exchange: Exchange) -> Sums:
    """Reflections made for each question asked, loaded ones included."""
    asked = sum(segment.move in ASKING for segment in exchange.coach.sure)
    return (float(len(_reflections(exchange))), float(asked))


def complex_share(exchange: Exchange) -> Sums:
    """Reflections that add meaning, feeling, value or both sides, of all."""
    found = _reflections(exchange)
    return (float(sum(segment.move is not Move.REFLECT_SIMPLE for segment in found)), float(len(found)))


def summaries(exchange: Exchange) -> Sums:
    """Several points collected and offered back: named so, or two reflections in one response."""
    return (float(exchange.coach.has(Move.SUMMARISE) or len(_reflections(exchange)) > 1),)


def echo_share(exchange: Exchange) -> Sums:
    """Reflections that merely repeat the coachee's words, of all; a summary is meant to be made of them."""
    found = _reflections(exchange)
    return (float(sum(map(_merely_repeats, found))), float(len(found)))


def reflections_that_move(exchange: Exchange) -> Sums:
    """Reflecting responses that the coachee answers with an insight, an idea or a commitment."""
    return (float(exchange.coach.has(*REFLECTIONS) and exchange.is_productive),)


def _only_repeats(exchange: Exchange) -> bool:
    found = _reflections(exchange)
    return bool(found) and all(map(_merely_repeats, found))


def _merely_repeats(segment: Segment) -> bool:
    return segment.repeats >= _MERE_REPEAT and segment.move is not Move.SUMMARISE


def _reflections(exchange: Exchange) -> list[Segment]:
    return [segment for segment in exchange.coach.sure if segment.move in REFLECTIONS]


LISTENING: Sequence[Measure] = (
    Measure(
        name="reflection_share",
        unit="share of coach turns",
        source="AnnoMI: AUC .87, high-quality median 31 %, low 6 %",
        count=reflection_share,
        combine=share_with_echoes,
    ),
    Measure(
        name="reflecting_share",
        unit="share of coach turns",
        source="MITI 4.2.1",
        count=reflecting_share,
        combine=ratio,
    ),
    Measure(
        name="reflections_per_question",
        unit="ratio, 0 or more",
        source="MITI 4.2.1 R:Q; AnnoMI AUC .83; 1:1 is expert opinion",
        count=reflections_per_question,
        combine=ratio,
    ),
    Measure(
        name="complex_share",
        unit="share of reflections",
        source="MITI 4.2.1; feedback only, experts agree at kappa .50",
        count=complex_share,
        combine=ratio,
    ),
    Measure(name="summaries", unit="responses", source="CUREE coach skills", count=summaries, combine=total),
    Measure(name="echo_share", unit="share of reflections", source="proposal", count=echo_share, combine=ratio),
    Measure(
        name="reflections_that_move",
        unit="responses",
        source="Carkhuff, interchangeable against additive responding",
        count=reflections_that_move,
        combine=total,
    ),
)

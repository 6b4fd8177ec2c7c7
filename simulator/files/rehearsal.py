"""Rehearsals: expected plays beside a scenario, ``NAME.rehearsal.yaml``."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from simulator.core.hearing import Hearing, Segment, TopicMatch
from simulator.core.moves import ASKING, Move
from simulator.core.scenario import Ending
from simulator.core.words import Mark, Occasion
from simulator.errors import InputError
from simulator.files.document import Document, read_document
from simulator.files.schema import slips

SUFFIX = ".rehearsal.yaml"


class ExpectedTurn(NamedTuple):
    """One coach turn as it should go."""

    say: str
    hearing: Hearing
    """As it should be heard."""
    reply_id: str
    """The line that should answer; empty where the author left it open."""


class Play(NamedTuple):
    """One expected conversation."""

    name: str
    seed: int
    turns: tuple[ExpectedTurn, ...]
    ending: Ending | None


class Rehearsal(NamedTuple):
    """The expected plays of one scenario."""

    document: Document
    """For findings that name the line."""
    scenario: str
    """The slug it says it belongs to."""
    plays: tuple[Play, ...]


def rehearsal_path(scenario: Path) -> Path:
    """The rehearsal beside a scenario, whether it exists or not."""
    return scenario.with_name(f"{scenario.stem}{SUFFIX}")


def load_rehearsal(path: Path) -> Rehearsal:
    """Read expected plays.

    Raises:
        InputError: If the file cannot be read or breaks the schema.
    """
    document = read_document(path, "S020")
    if findings := list(slips(document, "scenarios", "rehearsal", "S021")):
        raise InputError(*findings)
    return Rehearsal(document, document.value["scenario"], tuple(_play(raw) for raw in document.value["plays"]))


def _play(raw: Mapping[str, Any]) -> Play:
    ending = Ending(raw["ending"]) if raw.get("ending") else None
    return Play(raw["name"], raw["seed"], tuple(_turn(turn) for turn in raw["turns"]), ending)


def _turn(raw: Mapping[str, Any]) -> ExpectedTurn:
    segments = tuple(_segments(raw["say"], raw["heard"]))
    asked = sum(segment.move in ASKING for segment in segments)
    hearing = Hearing(
        text=raw["say"],
        segments=segments,
        topics=(TopicMatch(raw["topic"], 1.0),) if raw["topic"] is not None else (),
        occasion=Occasion(raw["occasion"]) if raw.get("occasion") else None,
        stacked=raw.get("stacked", asked > 1),
        words=len(raw["say"].split()),
    )
    return ExpectedTurn(raw["say"], hearing, raw.get("reply_id", ""))


def _segments(say: str, heard: Sequence[Any]) -> Iterator[Segment]:
    """The expected moves; without offsets of their own they all stand for the whole."""
    for one in heard:
        facts: dict[str, Any] = {"move": one} if isinstance(one, str) else dict(one)
        yield Segment(
            start=0,
            end=len(say),
            text=say,
            move=Move(facts["move"]),
            confidence=1.0,
            unsure=facts.get("unsure", False),
            shared=facts.get("shared", False),
            unfounded=tuple(facts.get("unfounded", ())),
            marks=frozenset(map(Mark, facts.get("marks", ()))),
        )


def turn_to_plain(hearing: Hearing, reply_id: str) -> Mapping[str, Any]:
    """A played turn as a rehearsal writes it."""
    plain: dict[str, Any] = {"say": hearing.text, "heard": [_segment_to_plain(one) for one in hearing.segments]}
    asked = sum(segment.move in ASKING for segment in hearing.segments)
    if hearing.stacked != (asked > 1):
        plain["stacked"] = hearing.stacked
    if hearing.occasion:
        plain["occasion"] = str(hearing.occasion)
    return plain | {"topic": hearing.topics[0].topic if hearing.topics else None, "reply_id": reply_id}


def _segment_to_plain(segment: Segment) -> Any:
    facts: dict[str, Any] = {}
    if segment.shared:
        facts["shared"] = True
    if segment.unfounded:
        facts["unfounded"] = list(segment.unfounded)
    if segment.unsure:
        facts["unsure"] = True
    if segment.marks:
        facts["marks"] = sorted(str(mark) for mark in segment.marks)
    return {"move": str(segment.move)} | facts if facts else str(segment.move)

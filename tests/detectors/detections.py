"""Precision and recall of what is detected in an exchange: `python -m tests.detectors.detections` prints them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from simulator.cli import wiring
from simulator.core.exchange import Exchange, exchanges
from simulator.core.measures.trust import went_with
from simulator.core.ports import Answered, Listener, Spoken
from simulator.core.reaction import answers_feeling
from simulator.core.rules import settle
from simulator.core.words import Speaker, Utterance

Detection = Callable[[Exchange], bool]


class Row(NamedTuple):
    """One hand-labelled exchange: what is true of the coachee's line, what of the reply, and how both were heard."""

    author: str
    about: frozenset[str]
    labels: frozenset[str]
    exchange: Exchange | None
    """None where nothing in the reply is sure enough to be scored: then nothing is detected."""


class Found(NamedTuple):
    """How well one detection does."""

    label: str
    precision: float
    recall: float
    positives: int
    rows: int


OF_LINE: Mapping[str, Detection] = {
    "feeling": lambda exchange: exchange.meets_feeling,
    "push-back": lambda exchange: exchange.meets_push_back,
}
OF_REPLY: Mapping[str, tuple[str, Detection]] = {
    "answers-feeling": ("feeling", lambda exchange: answers_feeling(exchange.coach)),
    "rolls": ("push-back", lambda exchange: went_with(exchange.coach) > 0.5),
    "argues": ("push-back", lambda exchange: went_with(exchange.coach) == 0),
    "takes-up": ("", lambda exchange: any(segment.shared for segment in exchange.coach.sure)),
}
"""Replies are looked at where the line is one that asks for them; to take up words, any line will do."""


def rows(listener: Listener) -> list[Row]:
    """All exchanges, heard."""
    text = (Path(__file__).parent / "exchanges.jsonl").read_text(encoding="utf-8")
    raw = [json.loads(one) for one in text.splitlines()]
    lines = listener.hear_lines([Answered(one["before"]) for one in raw])
    spoken = [Spoken(one["text"], [Utterance(Speaker.COACHEE, one["before"])]) for one in raw]
    found = []
    for one, line, response in zip(raw, lines, listener.hear_all(spoken), strict=True):
        exchange = next(iter(exchanges((line, settle(response, [line])))), None)
        found.append(Row(one["author"], frozenset(one["about"]), frozenset(one["labels"]), exchange))
    return found


def measured(every: Sequence[Row]) -> Iterator[Found]:
    """Each detection, over the exchanges that it is about."""
    for label, detection in OF_LINE.items():
        yield _measured(label, detection, every, [label in row.about for row in every])
    for label, (about, detection) in OF_REPLY.items():
        some = [row for row in every if not about or about in row.about]
        yield _measured(label, detection, some, [label in row.labels for row in some])


def _measured(label: str, detection: Detection, some: Sequence[Row], truth: Sequence[bool]) -> Found:
    detected = [bool(row.exchange and detection(row.exchange)) for row in some]
    right = sum(a and b for a, b in zip(truth, detected, strict=True))
    return Found(label, right / max(1, sum(detected)), right / max(1, sum(truth)), sum(truth), len(some))


def table(every: Sequence[Row]) -> Iterator[str]:
    """The rows of docs/MEASURES.md."""
    for one in measured(every):
        yield f"| {one.label} | {one.precision:.2f} | {one.recall:.2f} | {one.positives} | {one.rows} |"


if __name__ == "__main__":
    print("\n".join(table(rows(wiring.listener()))))

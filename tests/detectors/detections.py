"""Precision and recall of what is detected in single lines: `python -m tests.detectors.detections` prints them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from simulator.cli import wiring
from simulator.core.exchange import Exchange, exchanges
from simulator.core.hearing import HeardLine
from simulator.core.mentions import Vocabulary, marked
from simulator.core.moves import Move
from simulator.core.ports import Listener, Spoken
from simulator.core.reaction import answers_feeling
from simulator.core.rules import settle
from simulator.core.words import PUSH_BACK, Kind, Mark, Sign, Speaker, Utterance
from simulator.files.rubric import load_vocabulary

Detection = Callable[[Exchange], bool]


class Row(NamedTuple):
    """One hand-labelled line, heard after the other speaker's line."""

    speaker: Speaker
    text: str
    labels: frozenset[str]
    exchange: Exchange | None
    """None where nothing the coach says in it is sure enough to be scored: then nothing is detected."""


class Found(NamedTuple):
    """How well one detection does."""

    label: str
    precision: float
    recall: float
    positives: int
    lines: int


def _said(mark: Mark) -> Detection:
    return lambda exchange: mark in exchange.said


def _asked(mark: Mark) -> Detection:
    return lambda exchange: mark in exchange.asked


def _named(mark: Mark) -> Detection:
    return lambda exchange: any(mark in segment.marks for segment in exchange.coach.sure)


def _kind(*kinds: Kind) -> Detection:
    return lambda exchange: exchange.after is not None and not exchange.after.kinds.isdisjoint(kinds)


def _sign(sign: Sign) -> Detection:
    return lambda exchange: exchange.after is not None and sign in exchange.after.signs


OF_COACHEE: Mapping[str, Detection] = {
    "goal": lambda exchange: exchange.states_goal,
    "option": lambda exchange: exchange.has_idea,
    "action": lambda exchange: exchange.commits,
    **{mark: _said(Mark(mark)) for mark in ("when", "measure", "review", "obstacle", "support", "evidence", "why")},
    "feeling": _sign(Sign.FEELS),
    "push-back": _kind(*PUSH_BACK),
    "asks": _sign(Sign.ASKS),
    "grants": _sign(Sign.GRANTS),
    "stuck": _sign(Sign.STUCK),
    "insight": _kind(Kind.INSIGHT),
    "compliance": _kind(Kind.COMPLIANCE),
}
OF_COACH: Mapping[str, Detection] = {
    **{mark: _named(Mark(mark)) for mark in ("purpose", "confidentiality", "time", "close", "role", "manager")},
    "review": _named(Mark.REVIEW),
    "asks-goal": lambda exchange: Mark.GOAL in exchange.asked or exchange.coach.has(Move.FOCUS),
    **{f"asks-{mark}": _asked(Mark(mark)) for mark in ("option", "action", "when", "measure", "obstacle", "support")},
    **{f"asks-{mark}": _asked(Mark(mark)) for mark in ("why", "evidence")},
    "asks-feeling": lambda exchange: _named(Mark.FEELING)(exchange) and answers_feeling(exchange.coach),
    "choice": lambda exchange: exchange.coach.has(Move.AUTONOMY) or _named(Mark.CHOICE)(exchange),
}


def is_kept_back(text: str) -> bool:
    """Does the line belong to the half that nobody looks at while phrases are written?"""
    return bool(sha256(text.encode()).digest()[0] % 2)


def rows(listener: Listener, vocabulary: Vocabulary) -> list[Row]:
    """All lines, each as the exchange it makes with the line before it."""
    raw = [json.loads(one) for one in (Path(__file__).parent / "lines.jsonl").read_text(encoding="utf-8").splitlines()]
    coachs = [one["text"] if one["speaker"] == Speaker.COACH else one["before"] for one in raw]
    others = [one["before"] if one["speaker"] == Speaker.COACH else one["text"] for one in raw]
    lines = dict(zip(others, listener.hear_lines(others), strict=True))
    is_coach = [one["speaker"] == Speaker.COACH for one in raw]
    earlier = [[lines[other]] if other and said else [] for other, said in zip(others, is_coach, strict=True)]
    contexts = [[Utterance(Speaker.COACHEE, line.text) for line in before] for before in earlier]
    spoken = list(map(Spoken, coachs, contexts))
    found = []
    heard = zip(raw, is_coach, earlier, others, listener.hear_all(spoken), strict=True)
    for one, said, before, other, response in heard:
        after: list[HeardLine] = [] if said else [lines[other]]
        talk = marked((*before, settle(response, before), *after), vocabulary)
        exchange = next(iter(exchanges(talk)), None)
        found.append(Row(Speaker(one["speaker"]), one["text"], frozenset(one["labels"]), exchange))
    return found


def measured(every: Sequence[Row]) -> Iterator[tuple[Speaker, Found]]:
    """Each detection over the lines of its speaker."""
    for speaker, detections in ((Speaker.COACHEE, OF_COACHEE), (Speaker.COACH, OF_COACH)):
        own = [row for row in every if row.speaker is speaker]
        for label, detection in detections.items():
            yield speaker, _measured(label, detection, own)


def _measured(label: str, detection: Detection, own: Sequence[Row]) -> Found:
    detected = [row for row in own if row.exchange and detection(row.exchange)]
    positives = sum(label in row.labels for row in own)
    right = sum(label in row.labels for row in detected)
    return Found(label, right / max(1, len(detected)), right / max(1, positives), positives, len(own))


def table(every: Sequence[Row]) -> Iterator[str]:
    """The rows of docs/MEASURES.md."""
    kept, seen = ([row for row in every if is_kept_back(row.text) is half] for half in (True, False))
    for (speaker, one), (_, other) in zip(measured(kept), measured(seen), strict=True):
        figures = f"{one.precision:.2f} | {one.recall:.2f} | {one.positives} | {one.lines}"
        yield f"| {speaker} | {one.label} | {figures} | {other.precision:.2f} | {other.recall:.2f} |"


if __name__ == "__main__":
    print("\n".join(table(rows(wiring.listener(), load_vocabulary()))))

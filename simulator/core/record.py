"""What a record keeps of a session, and how the session comes back from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from simulator.core.hearing import HeardLine, Hearing
from simulator.core.remarks import NOTHING_ADDED, Dispute, Origin, OwnView, Remarks
from simulator.core.scenario import Ending, Scenario
from simulator.core.session import Session, Turn


class Wording(NamedTuple):
    """A scenario's file content, by which a session can be finished even after the file was edited."""

    slug: str
    hash: str
    text: str


class KeptTurn(NamedTuple):
    """One turn on disk."""

    hearing: Hearing
    reply_ids: tuple[str, ...]
    heard: HeardLine | None


class Summary(NamedTuple):
    """One line in the list of past sessions."""

    key: int
    title: str
    began: str
    """ISO 8601, UTC."""
    turns: int
    ending: Ending | None
    origin: Origin | None = None
    """The earlier session it goes on from, or None."""

    @property
    def is_open(self) -> bool:
        """Can it be gone on with?"""
        return self.ending is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One session on disk."""

    key: int
    wording: Wording
    seed: int
    model_hash: str
    began: str
    opening_heard: HeardLine | None
    turns: tuple[KeptTurn, ...]
    ending: Ending | None
    draft: str
    remarks: Remarks = NOTHING_ADDED
    """What the coach added."""


class Record(Protocol):
    """Keeps sessions. Whatever a method has returned from survives a killed process."""

    def start(self, session: Session, wording: Wording, model_hash: str, origin: Origin | None = None) -> int:
        """Keep a new session with the turns it has, and where it goes on from; returns its key."""

    def append(self, key: int, session: Session) -> None:
        """Keep the session's last turn, its ending if it has one, and an empty draft."""

    def rewind(self, key: int, turns: int) -> None:
        """Keep only the first ``turns`` turns and what was disputed in them; the session is open again."""

    def finish(self, key: int, ending: Ending) -> None:
        """Keep that the session has ended."""

    def keep_draft(self, key: int, text: str) -> None:
        """Keep a half-typed response."""

    def keep_view(self, key: int, view: OwnView) -> None:
        """Keep how the coach saw the session."""

    def dispute(self, key: int, dispute: Dispute) -> None:
        """Keep a dispute, in place of an earlier one of the same label."""

    def withdraw(self, key: int, turn: int, segment: int) -> None:
        """Forget the dispute of a label."""

    def disputed(self) -> Sequence[int]:
        """The keys of sessions with disputed labels, the oldest first."""

    def read(self, key: int) -> Kept:
        """One session."""

    def sessions(self) -> Sequence[Summary]:
        """All sessions, the newest first."""

    def delete(self, key: int) -> None:
        """Forget a session and all its words."""


class Replayed(NamedTuple):
    """A session played again from its hearings."""

    session: Session
    differs_at: int | None
    """The first turn whose reply is not the recorded one, or None. Counted from 0."""


def replay(kept: Kept, scenario: Scenario) -> Replayed:
    """Play a record again. With the scenario it began with, every machine finds the same replies."""
    session = Session.begin(scenario, kept.seed)
    if kept.opening_heard:
        session = session.overheard(kept.opening_heard)
    differs_at = None
    for number, turn in enumerate(kept.turns):
        session = session.advance(turn.hearing)
        if turn.heard:
            session = session.overheard(turn.heard)
        if differs_at is None and reply_ids(session.turns[-1]) != turn.reply_ids:
            differs_at = number
    return Replayed(replace(session, ending=kept.ending), differs_at)


def reply_ids(turn: Turn) -> tuple[str, ...]:
    """The ids of the lines a turn was answered with."""
    return tuple(line.id for line in turn.reply.lines)

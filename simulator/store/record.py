"""The record of sessions in SQLite."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from simulator.core.moves import Move
from simulator.core.plain import hearing_from_plain, hearing_to_plain, line_from_plain, line_to_plain
from simulator.core.record import Kept, KeptTurn, Summary, Wording, reply_ids
from simulator.core.remarks import Dispute, Origin, OwnView, Remarks
from simulator.core.scenario import Ending
from simulator.core.session import Session, Turn
from simulator.errors import RecordError
from simulator.store.database import open_database
from simulator.store.tables import DISPUTES, SCENARIOS, SESSIONS, TURNS


class SqliteRecord:
    """Keeps sessions in one file; opened when first needed."""

    def __init__(self, path: Path, now: Callable[[], str]) -> None:
        """Keep where and when.

        Args:
            path: The database file; its folder must exist.
            now: The time as ISO 8601 in UTC.
        """
        self._path = path
        self._now = now

    @cached_property
    def _engine(self) -> Engine:
        return open_database(self._path)

    def start(self, session: Session, wording: Wording, model_hash: str, origin: Origin | None = None) -> int:
        """Keep a new session with the turns it has, and where it goes on from; returns its key."""
        now = self._now()
        heard = line_to_plain(session.opening_heard) if session.opening_heard else None
        with self._engine.begin() as connection:
            connection.execute(insert_or(SCENARIOS).values(wording._asdict()).on_conflict_do_nothing())
            made = connection.execute(
                insert(SESSIONS).values(
                    scenario_hash=wording.hash,
                    title=session.scenario.title,
                    seed=session.seed,
                    model_hash=model_hash,
                    began=now,
                    touched=now,
                    opening_heard=heard,
                    ending=session.ending,
                    origin_id=origin.key if origin else None,
                    origin_turns=origin.turns if origin else None,
                )
            )
            key = int(made.lastrowid)
            for number, turn in enumerate(session.turns):
                connection.execute(insert(TURNS).values(_turn(key, number, turn)))
            return key

    def append(self, key: int, session: Session) -> None:
        """Keep the session's last turn, its ending if it has one, and an empty draft."""
        with self._engine.begin() as connection:
            connection.execute(insert(TURNS).values(_turn(key, len(session.turns) - 1, session.turns[-1])))
            self._touch(connection, key, ending=session.ending, draft="")

    def rewind(self, key: int, turns: int) -> None:
        """Keep only the first ``turns`` turns and what was disputed in them; the session is open again."""
        with self._engine.begin() as connection:
            connection.execute(delete(DISPUTES).where(DISPUTES.c.session_id == key, DISPUTES.c.turn >= turns))
            connection.execute(delete(TURNS).where(TURNS.c.session_id == key, TURNS.c.number >= turns))
            taken = update(SESSIONS).where(SESSIONS.c.id == key, SESSIONS.c.origin_turns > turns)
            connection.execute(taken.values(origin_turns=turns))
            self._touch(connection, key, ending=None)

    def finish(self, key: int, ending: Ending) -> None:
        """Keep that the session has ended."""
        with self._engine.begin() as connection:
            self._touch(connection, key, ending=ending)

    def keep_draft(self, key: int, text: str) -> None:
        """Keep a half-typed response."""
        with self._engine.begin() as connection:
            self._touch(connection, key, draft=text)

    def keep_view(self, key: int, view: OwnView) -> None:
        """Keep how the coach saw the session."""
        with self._engine.begin() as connection:
            connection.execute(update(SESSIONS).where(SESSIONS.c.id == key).values(view=view._asdict()))

    def dispute(self, key: int, dispute: Dispute) -> None:
        """Keep a dispute, in place of an earlier one of the same label."""
        said = {"move": dispute.move, "reason": dispute.reason, "kept": self._now()}
        written = insert_or(DISPUTES).values(session_id=key, turn=dispute.turn, segment=dispute.segment, **said)
        with self._engine.begin() as connection:
            connection.execute(
                written.on_conflict_do_update(index_elements=["session_id", "turn", "segment"], set_=said)
            )

    def withdraw(self, key: int, turn: int, segment: int) -> None:
        """Forget the dispute of a label."""
        label = (DISPUTES.c.session_id == key, DISPUTES.c.turn == turn, DISPUTES.c.segment == segment)
        with self._engine.begin() as connection:
            connection.execute(delete(DISPUTES).where(*label))

    def disputed(self) -> Sequence[int]:
        """The keys of sessions with disputed labels, the oldest first."""
        found = select(DISPUTES.c.session_id).distinct().order_by(DISPUTES.c.session_id)
        with self._engine.connect() as connection:
            return list(connection.execute(found).scalars())

    def _touch(self, connection: Connection, key: int, **values: Any) -> None:
        connection.execute(update(SESSIONS).where(SESSIONS.c.id == key).values(touched=self._now(), **values))

    def read(self, key: int) -> Kept:
        """One session.

        Raises:
            RecordError: If there is none.
        """
        with self._engine.connect() as connection:
            found = select(SESSIONS, SCENARIOS.c.slug, SCENARIOS.c.text).join(SCENARIOS).where(SESSIONS.c.id == key)
            row = connection.execute(found).one_or_none()
            turns = connection.execute(select(TURNS).where(TURNS.c.session_id == key).order_by(TURNS.c.number))
            disputes = connection.execute(select(DISPUTES).where(DISPUTES.c.session_id == key))
            if row is None:
                raise RecordError(
                    f"{self._path}:0:0: D004 there is no session {key} (list them: coach debrief --plain)"
                )
            return _kept(row, [_kept_turn(turn) for turn in turns], sorted(_dispute(one) for one in disputes))

    def sessions(self) -> Sequence[Summary]:
        """All sessions, the newest first."""
        counted = (
            select(SESSIONS, func.count(TURNS.c.number).label("turns"))
            .outerjoin(TURNS)
            .group_by(SESSIONS.c.id)
            .order_by(SESSIONS.c.touched.desc(), SESSIONS.c.id.desc())
        )
        with self._engine.connect() as connection:
            return [
                Summary(row.id, row.title, row.began, row.turns, _ending(row.ending), _origin(row))
                for row in connection.execute(counted)
            ]

    def delete(self, key: int) -> None:
        """Forget a session and all its words; what goes on from it no longer names it."""
        with self._engine.begin() as connection:
            orphaned = update(SESSIONS).where(SESSIONS.c.origin_id == key)
            connection.execute(orphaned.values(origin_id=None, origin_turns=None))
            connection.execute(delete(DISPUTES).where(DISPUTES.c.session_id == key))
            connection.execute(delete(TURNS).where(TURNS.c.session_id == key))
            connection.execute(delete(SESSIONS).where(SESSIONS.c.id == key))


def _kept(row: Row[Any], turns: Sequence[KeptTurn], disputes: Sequence[Dispute]) -> Kept:
    return Kept(
        key=row.id,
        wording=Wording(row.slug, row.scenario_hash, row.text),
        seed=row.seed,
        model_hash=row.model_hash,
        began=row.began,
        opening_heard=line_from_plain(row.opening_heard) if row.opening_heard else None,
        turns=tuple(turns),
        ending=_ending(row.ending),
        draft=row.draft,
        remarks=Remarks(OwnView(**row.view) if row.view else OwnView(), tuple(disputes), _origin(row)),
    )


def _turn(key: int, number: int, turn: Turn) -> dict[str, Any]:
    return {
        "session_id": key,
        "number": number,
        "hearing": hearing_to_plain(turn.hearing),
        "reply_ids": list(reply_ids(turn)),
        "heard": line_to_plain(turn.heard) if turn.heard else None,
    }


def _dispute(row: Row[Any]) -> Dispute:
    return Dispute(row.turn, row.segment, Move(row.move), row.reason)


def _origin(row: Row[Any]) -> Origin | None:
    return None if row.origin_id is None else Origin(row.origin_id, row.origin_turns)


def _kept_turn(row: Row[Any]) -> KeptTurn:
    heard = line_from_plain(row.heard) if row.heard else None
    return KeptTurn(hearing_from_plain(row.hearing), tuple(row.reply_ids), heard)


def _ending(name: str | None) -> Ending | None:
    return Ending(name) if name else None

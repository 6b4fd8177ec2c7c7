"""The record of sessions in SQLite."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from simulator.core.plain import hearing_from_plain, hearing_to_plain, line_from_plain, line_to_plain
from simulator.core.record import Kept, KeptTurn, Summary, Wording, reply_ids
from simulator.core.scenario import Ending
from simulator.core.session import Session
from simulator.errors import RecordError
from simulator.store.database import open_database
from simulator.store.tables import SCENARIOS, SESSIONS, TURNS


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

    def start(self, session: Session, wording: Wording, model_hash: str) -> int:
        """Keep a new session; returns its key."""
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
                )
            )
            return int(made.lastrowid)

    def append(self, key: int, session: Session) -> None:
        """Keep the session's last turn, its ending if it has one, and an empty draft."""
        turn = session.turns[-1]
        with self._engine.begin() as connection:
            connection.execute(
                insert_or(TURNS).values(
                    session_id=key,
                    number=len(session.turns) - 1,
                    hearing=hearing_to_plain(turn.hearing),
                    reply_ids=list(reply_ids(turn)),
                    heard=line_to_plain(turn.heard) if turn.heard else None,
                )
            )
            self._touch(connection, key, ending=session.ending, draft="")

    def rewind(self, key: int, turns: int) -> None:
        """Keep only the first ``turns`` turns; the session is open again."""
        with self._engine.begin() as connection:
            connection.execute(delete(TURNS).where(TURNS.c.session_id == key, TURNS.c.number >= turns))
            self._touch(connection, key, ending=None)

    def finish(self, key: int, ending: Ending) -> None:
        """Keep that the session has ended."""
        with self._engine.begin() as connection:
            self._touch(connection, key, ending=ending)

    def keep_draft(self, key: int, text: str) -> None:
        """Keep a half-typed response."""
        with self._engine.begin() as connection:
            self._touch(connection, key, draft=text)

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
            if row is None:
                raise RecordError(f"{self._path}:0:0: D004 there is no session {key} (list them: coach)")
            return _kept(row, [_kept_turn(turn) for turn in turns])

    def sessions(self) -> Sequence[Summary]:
        """All sessions, the newest first."""
        counted = (
            select(SESSIONS.c.id, SESSIONS.c.title, SESSIONS.c.began, func.count(TURNS.c.number), SESSIONS.c.ending)
            .outerjoin(TURNS)
            .group_by(SESSIONS.c.id)
            .order_by(SESSIONS.c.touched.desc(), SESSIONS.c.id.desc())
        )
        with self._engine.connect() as connection:
            rows = connection.execute(counted)
            return [Summary(key, title, began, turns, _ending(end)) for key, title, began, turns, end in rows]

    def delete(self, key: int) -> None:
        """Forget a session and all its words."""
        with self._engine.begin() as connection:
            connection.execute(delete(TURNS).where(TURNS.c.session_id == key))
            connection.execute(delete(SESSIONS).where(SESSIONS.c.id == key))


def _kept(row: Row[Any], turns: Sequence[KeptTurn]) -> Kept:
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
    )


def _kept_turn(row: Row[Any]) -> KeptTurn:
    heard = line_from_plain(row.heard) if row.heard else None
    return KeptTurn(hearing_from_plain(row.hearing), tuple(row.reply_ids), heard)


def _ending(name: str | None) -> Ending | None:
    return Ending(name) if name else None

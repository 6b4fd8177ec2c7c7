"""The notebook in SQLite, in the same file as the record of sessions."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from sqlalchemy import Engine, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from simulator.core.notebook import Note, Notes, Viewing
from simulator.core.watch import Stop, stop_from_plain, stop_to_plain
from simulator.store.database import open_database
from simulator.store.tables import DRAFTS, NOTES, VIEWINGS


class SqliteNotebook:
    """Keeps notes in one file; opened when first needed."""

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

    def keep(self, place: str, text: str) -> None:
        """Keep an answer beside the earlier ones, unless it is the last one again; the draft is done with."""
        last = select(NOTES.c.text).where(NOTES.c.place == place).order_by(NOTES.c.id.desc()).limit(1)
        with self._engine.begin() as connection:
            if (connection.execute(last).scalar() or "") != text:
                connection.execute(insert(NOTES).values(place=place, text=text, kept=self._now()))
            connection.execute(delete(DRAFTS).where(DRAFTS.c.place == place))

    def notes(self) -> Notes:
        """All that was kept, the oldest first."""
        found: dict[str, list[Note]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(select(NOTES).order_by(NOTES.c.id)):
                found.setdefault(row.place, []).append(Note(row.text, row.kept))
        return found

    def keep_draft(self, place: str, text: str) -> None:
        """Keep what is half typed."""
        with self._engine.begin() as connection:
            written = insert_or(DRAFTS).values(place=place, text=text)
            connection.execute(written.on_conflict_do_update(index_elements=["place"], set_={"text": text}))

    def drafts(self) -> Mapping[str, str]:
        """All that is half typed, by place."""
        with self._engine.connect() as connection:
            return {row.place: row.text for row in connection.execute(select(DRAFTS))}

    def begin_viewing(self, clip: str, hash: str) -> int:
        """Keep that a clip is being watched; returns its key."""
        row = {"clip": clip, "hash": hash, "began": self._now(), "stops": [], "finished": False}
        with self._engine.begin() as connection:
            return int(connection.execute(insert(VIEWINGS).values(row)).lastrowid)

    def keep_viewing(self, key: int, stops: Sequence[Stop], finished: bool) -> None:
        """Keep every stop so far."""
        plain = [stop_to_plain(stop) for stop in stops]
        with self._engine.begin() as connection:
            connection.execute(update(VIEWINGS).where(VIEWINGS.c.id == key).values(stops=plain, finished=finished))

    def viewings(self) -> Sequence[Viewing]:
        """All viewings, the newest first."""
        with self._engine.connect() as connection:
            return [
                Viewing(row.id, row.clip, row.hash, row.began, tuple(map(stop_from_plain, row.stops)), row.finished)
                for row in connection.execute(select(VIEWINGS).order_by(VIEWINGS.c.id.desc()))
            ]

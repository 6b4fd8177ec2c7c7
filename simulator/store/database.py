"""Opening the database: owner-only, crash-safe, brought up to date."""

from pathlib import Path
from sqlite3 import Connection as Connection_
from threading import Lock

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError

from simulator.errors import RecordError

HEAD = "0003"
"""The newest migration; a test pins it to the files in ``migrations/versions``."""
_OWNER_ONLY = 0o600
_ONE_AT_A_TIME = Lock()
"""Alembic keeps its context in the module, and the record and the notebook may be opened from two threads at once."""
_WAIT_MS = 5000


def open_database(path: Path) -> Engine:
    """The engine for the record file, made and migrated if need be.

    Raises:
        RecordError: If the file is no database, or was written by a newer version.
    """
    _make_private(path)
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _set_pragmas)
    try:
        with _ONE_AT_A_TIME, engine.begin() as connection:
            _bring_up_to_date(connection, path)
    except DatabaseError as error:
        problem = str(error.orig or error).splitlines()[0]
        raise RecordError(
            f"{path}:0:0: D001 cannot be used: {problem} (move it away to start afresh; it is never overwritten)"
        ) from error
    return engine


def _make_private(path: Path) -> None:
    try:
        path.touch(mode=_OWNER_ONLY, exist_ok=True)
        path.chmod(_OWNER_ONLY)
    except OSError as error:
        raise RecordError(f"{path}:0:0: D002 cannot be written: {error.strerror} (check the folder)") from error


def _set_pragmas(raw: Connection_, _: object) -> None:
    """Write-ahead logging: what was committed survives a killed process."""
    cursor = raw.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={_WAIT_MS}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _bring_up_to_date(connection: Connection, path: Path) -> None:
    version = _version(connection)
    if version == HEAD:
        return
    if version is not None and version > HEAD:
        raise RecordError(f"{path}:0:0: D003 was written by a newer coach (upgrade: python -m pip install -U .)")
    from simulator.store.migrate import upgrade  # noqa: PLC0415 - Alembic is slow to load and seldom needed

    upgrade(connection)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()

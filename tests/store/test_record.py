"""The record on disk: a real database file, a real killed process."""

import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect

from simulator.core.moves import Move
from simulator.core.practice import Practice
from simulator.core.record import Wording, replay
from simulator.core.remarks import Dispute, Origin, OwnView
from simulator.core.scenario import Ending
from simulator.core.words import Occasion
from simulator.errors import RecordError
from simulator.store.database import HEAD
from simulator.store.record import SqliteRecord
from simulator.store.tables import METADATA
from tests.older import back_to
from tests.talk import Always

VERSIONS = Path("simulator/store/migrations/versions")


@pytest.fixture
def path(tmp_path):
    """Where the record goes."""
    return tmp_path / "record.sqlite"


@pytest.fixture
def record(path):
    """A record whose clock stands still."""
    return SqliteRecord(path, lambda: "2026-01-02T03:04:05+00:00")


@pytest.fixture
def practice(record, scenario):
    """A conversation just begun."""
    return Practice.begin(scenario, Wording("being-watched", scenario.hash, "its text"), 7, record, Always())


def again(record, scenario):
    """The newest session as the next start finds it."""
    return Practice.resume(record.read(record.sessions()[0].key), scenario, record, Always())


def test_every_turn_comes_back(record, practice, scenario):
    """What was said, heard and answered is the same after a restart."""
    practice.say("one")
    practice.say("two")

    assert again(record, scenario).session == practice.session


def test_a_draft_comes_back(record, practice, scenario):
    """Half-typed words are kept, and gone once they are said."""
    practice.keep_draft("What did y")
    assert again(record, scenario).draft == "What did y"

    practice.say("What did you see?")
    assert again(record, scenario).draft == ""


def test_an_undone_turn_is_gone(record, practice, scenario):
    """Taking a line back takes it off the disk."""
    practice.say("one")
    practice.say("two")

    assert practice.undo() == "two"
    assert again(record, scenario).session == practice.session
    assert record.sessions()[0].turns == 1


def test_nothing_to_take_back_is_no_error(practice):
    """At the beginning there is nothing to undo."""
    assert practice.undo() is None


def test_an_ended_session_stays_ended(record, practice, scenario):
    """The ending is kept, whoever ended it."""
    practice.say("one")
    practice.finish()

    assert record.sessions()[0].ending is Ending.LEFT
    assert again(record, scenario).session.is_over


def test_an_ending_by_the_coachee_is_kept_with_its_turn(record, scenario):
    """When words end the session, the same commit says so."""
    listener = Always(Move.SOCIAL, Occasion.FAREWELL)
    practice = Practice.begin(scenario, Wording("x", scenario.hash, ""), 7, record, listener)
    practice.say("bye")

    assert not record.sessions()[0].is_open


def test_a_deleted_session_leaves_no_words(record, practice, path):
    """Forgetting means the file no longer holds what was said."""
    practice.say("a very private sentence")
    record.delete(record.sessions()[0].key)
    record._engine.dispose()

    assert record.sessions() == []
    with create_engine(f"sqlite:///{path}").connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM turns").scalar() == 0


def test_a_view_and_disputes_come_back(record, practice, scenario):
    """A dispute of the same label replaces the earlier one; one that is taken back is gone."""
    practice.say("one")
    practice.say("two")
    practice.keep_view(OwnView({"trust": 3}, "Ask less.", is_done=True))
    practice.dispute(Dispute(1, 0, Move.SUGGEST, "They had asked."))
    practice.dispute(Dispute(1, 0, Move.INFORM))
    practice.dispute(Dispute(0, 0, Move.PROBE))
    practice.withdraw(0, 0)
    kept = again(record, scenario).remarks

    assert kept == practice.remarks
    assert kept.view == OwnView({"trust": 3}, "Ask less.", is_done=True)
    assert kept.disputes == (Dispute(1, 0, Move.INFORM),)
    assert record.disputed() == [practice.key]


def test_a_turn_taken_back_takes_its_dispute_with_it(record, practice, scenario):
    """What was never said cannot be disputed."""
    practice.say("one")
    practice.say("two")
    practice.dispute(Dispute(0, 0, Move.PROBE))
    practice.dispute(Dispute(1, 0, Move.PROBE))
    practice.undo()

    assert practice.remarks.disputes == (Dispute(0, 0, Move.PROBE),)
    assert again(record, scenario).remarks == practice.remarks


def test_a_session_goes_on_from_another(record, practice, scenario):
    """A new record with the turns before, the words that were said as a draft, and the name of its origin."""
    for words in ("one", "two", "three"):
        practice.say(words)
    practice.finish()
    before = record.read(practice.key)
    later = practice.again(1)
    later.say("two, said better")

    assert record.read(practice.key) == before
    assert [turn.hearing.text for turn in again(record, scenario).session.turns] == ["one", "two, said better"]
    assert record.read(later.key).remarks.origin == Origin(practice.key, 1)
    assert record.read(later.key).wording == before.wording
    assert record.sessions()[0].origin == Origin(practice.key, 1)
    assert practice.again(2).draft == "three"

    later.undo()
    later.undo()
    assert later.remarks.origin == Origin(practice.key, 0) == record.read(later.key).remarks.origin


def test_what_if_changes_nothing_on_disk(record, practice, scenario):
    """Other words are answered as they would have been; going on from them is a session of its own."""
    for words in ("one", "two", "three"):
        practice.say(words)
    practice.finish()
    before, sessions = record.read(practice.key), record.sessions()
    branch = practice.what_if(1, "other words")

    assert (record.read(practice.key), record.sessions()) == (before, sessions)
    assert branch.was == practice.session.turns[1]
    assert branch.session.turns[:1] == practice.session.turns[:1]

    later = practice.go_on(branch.session, 1)
    assert Practice.resume(record.read(later.key), scenario, record, Always()).session == branch.session


def test_a_forgotten_origin_is_named_no_more(record, practice):
    """The session that went on from it stays, and may not name another one of the same number later."""
    practice.say("one")
    later = practice.again(0)
    practice.dispute(Dispute(0, 0, Move.PROBE))
    record.delete(practice.key)

    assert record.read(later.key).remarks.origin is None
    assert record.disputed() == []


def test_sessions_from_before_are_not_asked_about(path, record, practice, scenario):
    """A record of the version before: who has read a debrief has no view of their own left; the others have."""
    practice.say("one")
    practice.finish()
    begun = Practice.begin(scenario, Wording("being-watched", scenario.hash, "its text"), 8, record, Always())
    record._engine.dispose()
    back_to(path, "0002")
    upgraded = SqliteRecord(path, lambda: "later")

    assert upgraded.read(practice.key).remarks.view.is_done
    assert not upgraded.read(begun.key).remarks.view.is_done


def test_a_session_that_is_not_there_is_named(record):
    """One line, no traceback."""
    with pytest.raises(RecordError, match="D004 there is no session 99"):
        record.read(99)


def test_two_processes_share_a_record(path, practice, scenario):
    """A second window reads what the first wrote."""
    practice.say("one")
    other = SqliteRecord(path, lambda: "later")

    assert again(other, scenario).session == practice.session


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no owner-only bits")
def test_only_the_owner_can_read_it(record, practice, path):
    """Practice is private, the write-ahead log included."""
    practice.say("one")

    for file in path.parent.glob("record.sqlite*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"not a database at all" * 50, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_named_and_left_alone(path, record, content):
    """It is never overwritten."""
    path.write_bytes(content)

    with pytest.raises(RecordError, match=r"record\.sqlite:0:0: D001"):
        record.sessions()
    assert path.read_bytes() == content


def test_a_newer_record_is_refused(path, record, practice):
    """A file from the future is not guessed at."""
    record._engine.dispose()
    with create_engine(f"sqlite:///{path}").begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(RecordError, match="D003"):
        SqliteRecord(path, lambda: "").sessions()


def test_the_migrations_build_the_tables(record, practice, path):
    """The newest migration is the one the code expects, and its tables are the code's."""
    newest = max(file.stem.split("_")[0] for file in VERSIONS.glob("[0-9]*.py"))
    engine = create_engine(f"sqlite:///{path}")
    made = {name: {column["name"] for column in inspect(engine).get_columns(name)} for name in METADATA.tables}

    assert newest == HEAD
    assert made == {name: {column.name for column in table.columns} for name, table in METADATA.tables.items()}


KILLED = """
    import os, signal
    from pathlib import Path
    from tests.talk import Always
    from simulator.core.practice import Practice
    from simulator.core.record import Wording
    from simulator.files.scenario import load_scenario
    from simulator.places import shipped
    from simulator.store.record import SqliteRecord

    scenario = load_scenario(shipped("scenarios") / "being-watched.yaml")
    record = SqliteRecord(Path({path!r}), lambda: "now")

    class Dying(Always):
        def hear_line(self, text, before=""):
            if len(practice_box) and len(practice_box[0].session.turns) == 2:
                os.kill(os.getpid(), signal.SIGKILL)
            return super().hear_line(text, before)

    practice_box = []
    practice = Practice.begin(scenario, Wording("being-watched", scenario.hash, "text"), 7, record, Dying())
    practice_box.append(practice)
    practice.say("first")
    practice.say("second")
    practice.keep_draft("third, half ty")
    practice.say("third, killed in the middle")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_a_killed_process_loses_nothing(path, scenario):
    """Killed in the middle of a turn, the next start goes on with every finished turn and the draft."""
    script = textwrap.dedent(KILLED).format(path=str(path))
    died = subprocess.run([sys.executable, "-c", script], check=False)
    record = SqliteRecord(path, lambda: "later")
    [summary] = record.sessions()
    kept = record.read(summary.key)
    session, differs_at = replay(kept, scenario)

    assert died.returncode == -signal.SIGKILL
    assert summary.is_open
    assert [turn.hearing.text for turn in session.turns] == ["first", "second"]
    assert kept.draft == "third, half ty"
    assert differs_at is None

"""The notebook on disk: nothing typed is lost, nothing kept is overwritten."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest

from simulator.core.clip import Part
from simulator.core.moves import Family, Move
from simulator.core.notebook import Note
from simulator.core.watch import Said, Stop
from simulator.core.watching import Watching
from simulator.store.notebook import SqliteNotebook
from simulator.store.record import SqliteRecord
from tests.older import back_to
from tests.talk import Always


@pytest.fixture
def path(tmp_path):
    """Where it goes."""
    return tmp_path / "record.sqlite"


@pytest.fixture
def notebook(path):
    """A notebook whose clock counts."""
    ticks = count()
    return SqliteNotebook(path, lambda: f"day {next(ticks)}")


def test_answers_are_kept_beside_each_other(notebook, path):
    """The newest last; the same again is not kept twice; another process reads them."""
    for text in ("first", "second", "second", ""):
        notebook.keep("theme/trust/question/matters", text)

    again = SqliteNotebook(path, lambda: "")
    assert again.notes() == {
        "theme/trust/question/matters": [Note("first", "day 0"), Note("second", "day 1"), Note("", "day 2")]
    }


def test_nothing_is_no_answer(notebook):
    """An answer that was never given leaves no trace."""
    notebook.keep("a", "")

    assert notebook.notes() == {}


def test_a_draft_waits_until_it_is_kept(notebook, path):
    """Letter by letter, over a restart; keeping the answer ends it."""
    for text in ("W", "Wh", "Why"):
        notebook.keep_draft("a", text)
    assert SqliteNotebook(path, lambda: "").drafts() == {"a": "Why"}

    notebook.keep("a", "Why not")
    assert notebook.drafts() == {}


def test_a_viewing_comes_back_with_its_stops(notebook, path):
    """Every stop as it was made, and whether the end was seen; the newest viewing first."""
    stop = Stop(line=3, family=Family.DIRECTIVE, move=Move.ADVISE, did="x", said=(Said("a", "b", "c", "d"),))
    first, second = notebook.begin_viewing("one", "h1"), notebook.begin_viewing("two", "h2")
    notebook.keep_viewing(first, [stop], finished=True)
    viewings = SqliteNotebook(path, lambda: "").viewings()

    assert [viewing.key for viewing in viewings] == [second, first]
    assert viewings[1].stops == (stop,)
    assert (viewings[1].finished, viewings[0].finished) == (True, False)


def test_a_clip_watched_is_on_disk_at_every_stop(notebook, shelves, scenario):
    """Played, stopped, answered, taken back, finished."""
    clip = shelves.clip("three-targets")
    watching = Watching(clip, notebook, lambda: scenario, Always)
    assert watching.stoppable is None
    watching.all()
    line = watching.stoppable
    reply = watching.say(line, "What would you like?")

    assert clip.part(clip.scene[line]) is Part.COACH
    assert notebook.viewings()[0].stops[0].said == (reply,)
    assert not notebook.viewings()[0].finished
    watching.drop(line)
    assert notebook.viewings()[0].stops == ()
    watching.finish()
    assert notebook.viewings()[0].finished


def test_watching_goes_on_and_back_within_the_scene(notebook, shelves, scenario):
    """Neither before the first line nor past the last."""
    watching = Watching(shelves.clip("three-targets"), notebook, lambda: scenario, Always)
    watching.back()
    assert watching.shown == 0
    for _ in range(50):
        watching.on()

    assert watching.is_over
    assert watching.lines == watching.clip.scene


def test_record_and_notebook_open_one_file_from_two_threads(path):
    """Whoever comes first makes the tables, the other waits."""
    rooms = [SqliteRecord(path, lambda: ""), SqliteNotebook(path, lambda: "")]
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(lambda room: len(_ask(room)), rooms)) == [0, 0]


def _ask(room):
    return room.sessions() if isinstance(room, SqliteRecord) else room.notes()


def test_a_record_of_the_first_version_gets_the_notebooks_tables(path):
    """What was practised before stays; the new tables come beside it."""
    record = SqliteRecord(path, lambda: "")
    record.sessions()
    record._engine.dispose()
    back_to(path, "0001")

    assert SqliteNotebook(path, lambda: "").notes() == {}

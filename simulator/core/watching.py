"""A clip being watched: how far it has come, where it was stopped, and who answers there."""

from collections.abc import Callable
from dataclasses import replace

from simulator.core.clip import Clip, ClipLine
from simulator.core.notebook import Notebook, Viewing
from simulator.core.ports import Listener
from simulator.core.scenario import Scenario
from simulator.core.session import Session
from simulator.core.stage import on_stage, said
from simulator.core.watch import Said, Spotting, Stop, spotting, stopping_at, with_stop

SPEEDS = (0.5, 1.0, 1.5, 2.0, 4.0)
"""Of the playing, slowest first; 1 is about three words a second."""


class Watching:
    """One viewing. Every stop is on disk before a method returns."""

    def __init__(
        self, clip: Clip, notebook: Notebook, scenario: Callable[[], Scenario], listener: Callable[[], Listener]
    ) -> None:
        """Watch a clip from its beginning; the stops of a viewing that was left in the middle are still there.

        Args:
            clip: The clip.
            notebook: Where the viewing is kept.
            scenario: Whose coachee answers; called when the watcher first speaks.
            listener: The ear; called when the watcher first speaks.
        """
        self.clip = clip
        self.shown = 0
        """How many lines have been seen."""
        self._notebook = notebook
        self._scenario = scenario
        self._listener = listener
        begun, self._earlier = _viewings(notebook, clip)
        self._key = begun.key if begun else notebook.begin_viewing(clip.slug, clip.hash)
        self.stops: tuple[Stop, ...] = begun.stops if begun else ()
        self.kept = len(self.stops)
        """How many stops were there already, from a viewing that was left in the middle."""
        self._sessions: dict[int, Session] = {}

    @property
    def is_over(self) -> bool:
        """Has every line been seen?"""
        return self.shown == len(self.clip.scene)

    @property
    def lines(self) -> tuple[ClipLine, ...]:
        """The lines seen so far."""
        return self.clip.scene[: self.shown]

    @property
    def stoppable(self) -> int | None:
        """The line meant by stopping now, or None where there is none or nothing to spot."""
        return stopping_at(self.clip, self.shown) if self.clip.is_weak else None

    def on(self) -> None:
        """Show the next line."""
        self.shown = min(self.shown + 1, len(self.clip.scene))

    def back(self) -> None:
        """Take the last line back."""
        self.shown = max(self.shown - 1, 0)

    def all(self) -> None:
        """Show every line at once."""
        self.shown = len(self.clip.scene)

    def stop_at(self, line: int) -> Stop:
        """The stop at a line, made if need be."""
        found = next((stop for stop in self.stops if stop.line == line), None)
        return found or self.keep(Stop(line=line))

    def keep(self, stop: Stop) -> Stop:
        """Keep what the watcher makes of a stop."""
        self.stops = with_stop(self.stops, stop)
        self._notebook.keep_viewing(self._key, self.stops, finished=False)
        return stop

    def drop(self, line: int) -> None:
        """Take a stop back."""
        self.stops = tuple(stop for stop in self.stops if stop.line != line)
        self._notebook.keep_viewing(self._key, self.stops, finished=False)

    def say(self, line: int, words: str) -> Said:
        """Say something to the teacher at a stop, and go on with it: what came back.

        Raises:
            SessionOverError: If the teacher has ended it.
        """
        listener = self._listener()
        stop = self.stop_at(line)
        session = self._sessions.get(line) or self._resumed(stop, listener)
        heard, self._sessions[line] = said(session, words, listener)
        self.keep(replace(stop, said=(*stop.said, heard)))
        return heard

    def _resumed(self, stop: Stop, listener: Listener) -> Session:
        """The teacher at a stop, who has heard what was said there before."""
        session = on_stage(self.clip, stop.line, self._scenario(), listener)
        for one in stop.said:
            _, session = said(session, one.words, listener)
        return session

    def has_left(self, line: int) -> bool:
        """Has the teacher ended what was begun at this stop?"""
        return line in self._sessions and self._sessions[line].is_over

    def finish(self) -> Spotting:
        """The clip was watched to its end: the stops against the key."""
        self._notebook.keep_viewing(self._key, self.stops, finished=True)
        return spotting(self.clip, self.stops)

    @property
    def earlier(self) -> Spotting | None:
        """The stops of the last time the same scene was watched to its end, or None."""
        return spotting(self.clip, self._earlier.stops) if self._earlier else None


def _viewings(notebook: Notebook, clip: Clip) -> tuple[Viewing | None, Viewing | None]:
    """The viewing to go on with, and the last finished one, both of the scene as it is worded now."""
    same = [viewing for viewing in notebook.viewings() if (viewing.clip, viewing.hash) == (clip.slug, clip.hash)]
    begun = same[0] if same and not same[0].finished else None
    return begun, next((viewing for viewing in same if viewing.finished), None)

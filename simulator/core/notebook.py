"""What a person typed outside conversations: answers, ticks, drafts, and viewings of clips."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from simulator.core.watch import Stop

TICKED = "yes"
"""The text of a tick; an empty text takes it back."""


class Note(NamedTuple):
    """One answer as it was kept."""

    text: str
    kept: str
    """ISO 8601, UTC."""


class Viewing(NamedTuple):
    """One time a clip was watched."""

    key: int
    clip: str
    """The clip's slug."""
    hash: str
    """The clip's wording then."""
    began: str
    stops: tuple[Stop, ...]
    finished: bool


Notes = Mapping[str, Sequence[Note]]
"""All notes by place, the oldest first."""


class Notebook(Protocol):
    """Keeps notes. Whatever a method has returned from survives a killed process."""

    def keep(self, place: str, text: str) -> None:
        """Keep an answer beside the earlier ones, unless it is the last one again; the draft is done with."""

    def notes(self) -> Notes:
        """All that was kept."""

    def keep_draft(self, place: str, text: str) -> None:
        """Keep what is half typed."""

    def drafts(self) -> Mapping[str, str]:
        """All that is half typed, by place."""

    def begin_viewing(self, clip: str, hash: str) -> int:
        """Keep that a clip is being watched; returns its key."""

    def keep_viewing(self, key: int, stops: Sequence[Stop], finished: bool) -> None:
        """Keep every stop so far."""

    def viewings(self) -> Sequence[Viewing]:
        """All viewings, the newest first."""


def latest(notes: Notes, place: str) -> str:
    """The last answer kept at a place, or empty."""
    kept = notes.get(place, ())
    return kept[-1].text if kept else ""


def last(notes: Notes, place: str) -> Note | None:
    """The last answer kept at a place with its date, or None where there is none."""
    kept = notes.get(place, ())
    return kept[-1] if kept and kept[-1].text else None


def before(notes: Notes, place: str) -> Note | None:
    """The answer before the last one, for comparison, or None."""
    kept = [note for note in notes.get(place, ()) if note.text]
    return kept[-2] if len(kept) > 1 else None


def is_ticked(notes: Notes, place: str) -> bool:
    """Is it ticked now?"""
    return latest(notes, place) == TICKED


def toggled(notes: Notes, place: str) -> str:
    """The text that turns a tick round."""
    return "" if is_ticked(notes, place) else TICKED

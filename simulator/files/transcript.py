"""Transcripts, ours or anyone's: the formats that can be read, and what every one of them becomes."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from simulator.core.words import Utterance
from simulator.errors import wrong
from simulator.files.transcripts.captions import read_captions
from simulator.files.transcripts.furniture import is_said, without_sounds
from simulator.files.transcripts.lines import read_lines
from simulator.files.transcripts.roles import coach_among, turns, unknown_coach
from simulator.files.transcripts.said import Said, Transcript
from simulator.files.transcripts.table import read_table
from simulator.files.transcripts.turns import read_turns
from simulator.files.transcripts.word import read_word

MOST_TURNS = 5_000
"""A working week of talk; more is no conversation."""
_ALONE = 4
"""Turns of one speaker and nobody else's from which somebody's name was not understood."""


def load_transcript(path: Path, coach: str | None = None) -> tuple[Utterance, ...]:
    """Read a transcript whose coach is named, in it or here.

    Args:
        path: A file in one of the formats.
        coach: The name by which the file calls the coach, where it is not "coach" or the like.

    Raises:
        InputError: If it cannot be read, has no turns, or does not say which speaker is the coach.
    """
    transcript = read_transcript(path)
    who = coach_among(transcript.speakers, coach)
    if who is None:
        raise unknown_coach(transcript, coach)
    return turns(transcript, who)


def read_transcript(path: Path) -> Transcript:
    """Read who said what.

    Raises:
        InputError: If it cannot be read, or has no turns or too many.
    """
    reader = _reader(path)
    is_ours = reader is read_turns
    said = tuple(reader(path) if is_ours else _spoken(reader(path)))
    if not said:
        raise wrong(str(path), "T002", "has no turns", "write one 'Name: words' line a turn")
    if len(said) > MOST_TURNS:
        raise wrong(str(path), "T009", f"has more than {MOST_TURNS} turns", "cut it into conversations")
    transcript = Transcript(file=str(path), said=said, is_cut=not is_ours)
    if transcript.is_cut and len(said) >= _ALONE and len(transcript.speakers) == 1:
        problem = f"names nobody but '{transcript.speakers[0]}'"
        raise wrong(str(path), "T012", problem, "write a name before everybody's words")
    return transcript


def _reader(path: Path) -> Callable[[Path], Iterator[Said]]:
    if not path.exists():
        raise wrong(str(path), "T001", "does not exist", "check the name, and the folder you are in")
    if path.is_dir():
        known = ", ".join(sorted(SUFFIXES))
        raise wrong(str(path), "T011", "is a folder without transcripts", f"put {known} files in it")
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(_READERS))
        raise wrong(str(path), "T001", f"'{path.suffix or path.name}' is no transcript format", f"use one of: {known}")
    return reader


def _spoken(said: Iterator[Said]) -> Iterator[Said]:
    """What was really said. In our own form a turn without words is a silence; elsewhere it is a gap."""
    for name, raw in said:
        words = without_sounds(raw)
        if is_said(words):
            yield Said(name, words)


_READERS: Mapping[str, Callable[[Path], Iterator[Said]]] = {
    ".csv": read_table,
    ".docx": read_word,
    ".json": read_turns,
    ".srt": read_captions,
    ".txt": read_lines,
    ".vtt": read_captions,
}

SUFFIXES = frozenset(_READERS)
"""What the name of a transcript ends in."""

"""Transcripts, ours or anyone's: the formats that can be read, and what every one of them becomes."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from simulator.core.words import Utterance
from simulator.errors import wrong
from simulator.files.transcripts.captions import read_captions
from simulator.files.transcripts.lines import read_lines
from simulator.files.transcripts.roles import coach_among, turns, unknown_coach
from simulator.files.transcripts.said import Said, Transcript
from simulator.files.transcripts.table import read_table
from simulator.files.transcripts.turns import read_turns
from simulator.files.transcripts.word import read_word

MOST_TURNS = 5_000
"""A working week of talk; more is no conversation."""


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
    if path.is_dir():
        raise wrong(
            str(path), "T011", "is a folder without transcripts", f"put {', '.join(sorted(SUFFIXES))} files in it"
        )
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(_READERS))
        raise wrong(str(path), "T001", f"'{path.suffix or path.name}' is no transcript format", f"use one of: {known}")
    said = tuple(reader(path))
    if not said:
        raise wrong(str(path), "T002", "has no turns", "write one 'Name: words' line a turn")
    if len(said) > MOST_TURNS:
        raise wrong(str(path), "T009", f"has more than {MOST_TURNS} turns", "cut it into conversations")
    return Transcript(file=str(path), said=said, is_cut=reader is not read_turns)


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

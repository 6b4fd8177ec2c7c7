"""Transcripts, ours or anyone's: ``.json`` and ``.txt``."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from simulator.core.words import Speaker, Utterance
from simulator.errors import Finding, InputError, wrong
from simulator.files.document import parse_document
from simulator.files.text import read_text

_SHAPE = '{"turns": [{"speaker": "coach", "text": "..."}]}'
_NAMED = re.compile(
    r"^\s*(?:\[[\d:.]+\]\s*)?(?P<name>[^\W\d_][\w .'’()-]{0,40}?)\s*(?:\[[\d:.]+\]|\([\d:.]+\))?\s*:\s*(?P<words>.*)$"
)
_COACH_NAMES = frozenset({"coach", "co", "mentor", "interviewer", "therapist", "counsellor", "counselor"})
_SPEAKERS = 2


def load_transcript(path: Path, coach: str | None = None) -> tuple[Utterance, ...]:
    """Read a transcript.

    Args:
        path: A ``.json`` or ``.txt`` file.
        coach: The name by which the file calls the coach, where it is not "coach".

    Raises:
        InputError: If it cannot be read, has no turns, or does not say which speaker is the coach.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(_READERS))
        raise wrong(str(path), "T001", f"'{path.suffix or path.name}' is no transcript format", f"use one of: {known}")
    named = list(reader(path))
    if not named:
        raise wrong(str(path), "T002", "has no turns", "write one 'Name: words' line a turn")
    return tuple(_with_roles(path, named, coach))


def _with_roles(path: Path, named: Sequence[tuple[str, str]], coach: str | None) -> Iterator[Utterance]:
    names = list({name.casefold(): name for name, _ in reversed(named)}.values())[::-1]
    who = _coach_among(path, names, coach)
    for name, words in named:
        yield Utterance(Speaker.COACH if name.casefold() == who.casefold() else Speaker.COACHEE, words)


def _coach_among(path: Path, names: Sequence[str], coach: str | None) -> str:
    """The speaker who is the coach."""
    wanted = {coach.casefold()} if coach else _COACH_NAMES
    found = [name for name in names if name.casefold() in wanted]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"'{name}'" for name in names[:6])
    problem = f"has no speaker called '{coach}'" if coach else "does not say who the coach is"
    raise wrong(str(path), "T003", problem, f"name the coach: --coach NAME, one of {known}")


def _read_json(path: Path) -> Iterator[tuple[str, str]]:
    text = read_text(path, "T001")
    try:
        raw = json.loads(text)
    except json.JSONDecodeError as error:
        finding = Finding(str(path), error.lineno, error.colno, "T004", f"is not JSON: {error.msg}", "mend it here")
        raise InputError(finding) from error
    turns = raw.get("turns") if isinstance(raw, Mapping) else None
    if not isinstance(turns, list):
        raise InputError(Finding(str(path), 1, 1, "T005", "has no list of turns", f"write {_SHAPE}"))
    for place, turn in enumerate(turns):
        if not _is_turn(turn):
            document = parse_document(text, str(path), "T004")
            raise InputError(
                document.finding(("turns", place), "T005", f"turn {place} has no speaker or text", f"write {_SHAPE}")
            )
        yield turn["speaker"], turn["text"]


def _is_turn(turn: Any) -> bool:
    return isinstance(turn, Mapping) and isinstance(turn.get("speaker"), str) and isinstance(turn.get("text"), str)


def _read_text(path: Path) -> Iterator[tuple[str, str]]:
    """``Name: words`` lines; a line without a name goes on with the turn before it."""
    lines = read_text(path, "T001").splitlines()
    speakers = _speakers(lines)
    name, words, begun = "", [""], False
    for number, line in enumerate(lines, start=1):
        found = _NAMED.match(line)
        if found and found["name"].strip().casefold() in speakers:
            if begun:
                yield name, "\n".join(words).strip()
            name, words, begun = found["name"].strip(), [found["words"]], True
        elif line.strip() and not begun:
            problem = f"'{line.strip()[:40]}' has no speaker"
            raise InputError(Finding(str(path), number, 1, "T006", problem, "begin the turn with 'Name: '"))
        else:
            words.append(line.strip())
    if begun:
        yield name, "\n".join(words).strip()


def _speakers(lines: Sequence[str]) -> set[str]:
    """The first two names, and any that speaks again: "Well: no" in the middle is nobody's name."""
    names = [found["name"].strip().casefold() for line in lines if (found := _NAMED.match(line))]
    return {*list(dict.fromkeys(names))[:_SPEAKERS], *(name for name, times in Counter(names).items() if times > 1)}


_READERS = {".json": _read_json, ".txt": _read_text}

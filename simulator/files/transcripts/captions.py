"""``.vtt`` and ``.srt``: captions as meeting tools record them, put together again into what was said."""

import html
import re
from collections.abc import Iterator, Sequence
from io import StringIO
from pathlib import Path

from simulator.errors import Finding, InputError
from simulator.files.transcripts.decoding import decoded
from simulator.files.transcripts.naming import COLON, named
from simulator.files.transcripts.said import Said, speakers_among

_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = re.compile(r"<[^<>]*>")
_QUOTED = re.compile(r'^\d+\s+"([^"]+)"')
"""A cue's identifier as one meeting tool writes it: ``1 "Jane Doe" (2087654)``."""
_ROLLING = 3
"""From so many words on, words that stand at the end of one caption and the start of the next were said once."""
_GROWING = 2
"""The same where the next caption begins with the whole of the one before it."""


def read_captions(path: Path) -> Iterator[Said]:
    """Read a ``.vtt`` or ``.srt`` file."""
    pieces = [piece for cue in _cues(path) for piece in _pieces(*cue)]
    if pieces and not any(piece.name for piece in pieces):
        pieces = list(_named_inside(pieces))
    if pieces and not pieces[0].name:
        problem = f"'{pieces[0].words[:40]}' has no speaker"
        raise InputError(Finding(str(path), 0, 0, "T006", problem, "export the captions with speakers' names"))
    return _said_once(_carried_on(pieces))


def _cues(path: Path) -> Iterator[tuple[str, str]]:
    """Each caption's identifier and text."""
    from webvtt import WebVTT  # noqa: PLC0415 - only where there are captions
    from webvtt.errors import MalformedCaptionError, MalformedFileError  # noqa: PLC0415

    kind = path.suffix.lower().removeprefix(".")
    try:
        for cue in WebVTT.from_buffer(StringIO(decoded(path).lstrip()), kind).captions:
            yield cue.identifier or "", cue.raw_text
    except (MalformedFileError, MalformedCaptionError) as error:
        problem = f"holds no captions that a .{kind} file can have"
        raise InputError(Finding(str(path), 1, 1, "T007", problem, f"export it again as .{kind}")) from error


def _pieces(identifier: str, text: str) -> Iterator[Said]:
    """What each voice says in one caption."""
    quoted = _QUOTED.match(identifier)
    first, *voices = _VOICE.split(text)
    if not voices or _plain(first):
        yield Said(quoted[1] if quoted else "", _plain(first))
    for name, words in zip(voices[::2], voices[1::2], strict=True):
        yield Said(_plain(name), _plain(words))


def _plain(text: str) -> str:
    """The text of one caption, a line for every line, without tags."""
    lines = html.unescape(_TAG.sub("", text)).split("\n")
    return "\n".join(line.strip().removeprefix(">>").strip() for line in lines).strip()


def _named_inside(pieces: Sequence[Said]) -> Iterator[Said]:
    """Captions that name the speaker in their words: ``Name: words``."""
    lines = [line for piece in pieces for line in piece.words.split("\n")]
    found = [named(COLON, line) for line in lines]
    speakers = speakers_among(one.name for one in found if one)
    for line, one in zip(lines, found, strict=True):
        is_name = one is not None and one.name.casefold() in speakers
        yield Said(one.name, one.words) if one and is_name else Said("", line)


def _carried_on(pieces: Sequence[Said]) -> Iterator[Said]:
    """Captions without a name belong to the speaker before."""
    name = ""
    for piece in pieces:
        name = piece.name or name
        yield Said(name, piece.words)


def _said_once(pieces: Iterator[Said]) -> Iterator[Said]:
    """Each caption's new words: live captions repeat what they have shown, or grow word by word."""
    name, before = "", [""]
    for piece in pieces:
        words = piece.words.split()
        seen = _overlap(before, words) if piece.name == name else 0
        if words[seen:]:
            yield Said(piece.name, " ".join(words[seen:]))
        if words:
            name, before = piece.name, words


def _overlap(before: Sequence[str], words: Sequence[str]) -> int:
    """How many words at the start of a caption stand at the end of the one before."""
    old, new = ([re.sub(r"\W", "", word).casefold() for word in one] for one in (before, words))
    for size in range(min(len(old), len(new)), 0, -1):
        if old[-size:] == new[:size]:
            return size if size >= (_GROWING if size == len(old) else _ROLLING) else 0
    return 0

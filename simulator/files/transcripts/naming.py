"""How a line of text names its speaker: the styles that people and meeting tools write."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from simulator.files.transcripts.said import speakers_among

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp][Mm])?"
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_WHEN = rf"(?:{_DATE},?\s+)?{_CLOCK}(?:\s*(?:-->|-|–|to)\s*{_CLOCK})?"
_STAMP = rf"(?:\[{_WHEN}\]|\({_WHEN}\)|{_WHEN})"
_FIRST = rf"^[\s>]*[*_]{{0,3}}(?:{_STAMP}\s*[-–—]?\s*)?[*_]{{0,3}}"
_NAME = r"(?P<name>[^\W\d_][\w .&'’()-]{0,40}?)"
_AFTER = rf"[*_]{{0,3}}\s*(?:{_STAMP})?"

COLON = re.compile(rf"{_FIRST}{_NAME}{_AFTER}\s*[:：](?!\d\d)[*_]{{0,3}}\s*(?P<words>)")
"""``Name: words``, ``[00:01] Name: words``, ``Name (00:01): words``, ``**Name:** words``."""
_TABBED = re.compile(rf"^(?:{_STAMP}\t+)?{_NAME}\t+(?:{_STAMP}\t+)?(?P<words>)")
_DASHED = re.compile(rf"{_FIRST}{_NAME}{_AFTER}\s+[-–—]\s+(?P<words>)")
_ALONE = re.compile(rf"^\s*(?P<before>{_STAMP}\s+)?{_NAME}\s*(?P<after>{_STAMP})?\s*:?\s*$")

_MOST_HEAD = 120
"""Characters in which a name and its stamp must end."""
_MOST_NAMES = 4
"""Words in a name that stands on a line of its own."""
_HEADINGS = frozenset(
    {
        *("attendees", "attending", "audience", "coaches", "date", "duration", "file", "focus", "length"),
        *("location", "meeting", "participants", "people", "phase", "present", "recorded", "recording"),
        *("school", "session", "setting", "speakers", "start", "subject", "time", "title", "topic"),
        *("transcript",),
    }
)
"""What a file may say about itself before anybody speaks."""


class Named(NamedTuple):
    """A line that begins a turn."""

    name: str
    words: str
    """The rest of the line; may be empty."""


Begun: TypeAlias = tuple[Named | None, ...]
"""For every line the turn it begins, or None where it goes on with the one before."""


def begun(lines: Sequence[str]) -> Begun:
    """Where the turns of a file begin, in the style in which it names its speakers; empty where it names nobody.

    Names on lines of their own are tried last, because every short line could be one; with a time beside them they
    are tried first, because nothing else looks like that.
    """
    stamped = tuple(_alone(line, must_be_stamped=True) for line in lines)
    if sum(map(bool, stamped)) > 1:
        return stamped
    top = next((place for place, line in enumerate(lines) if not is_heading(line)), len(lines))
    for style in (_colon, _tabbed, _dashed, _names_above):
        found = _with_speakers((None,) * top + tuple(style(lines[top:])))
        if top < len(lines) and found[top]:
            return found
    return ()


def named(pattern: re.Pattern[str], line: str) -> Named | None:
    """The speaker and the words of a line in one style, or None where it begins no turn."""
    found = pattern.match(line[:_MOST_HEAD])
    return Named(_bare(found["name"]), line[found.start("words") :].strip()) if found else None


def is_heading(line: str) -> bool:
    """Is a line before the first turn empty, or about the file rather than in it?"""
    found = named(COLON, line)
    return not line.strip() or bool(found and found.name.casefold().split()[0] in _HEADINGS)


def _with_speakers(found: Begun) -> Begun:
    speakers = speakers_among(one.name for one in found if one)
    return tuple(one if one and one.name.casefold() in speakers else None for one in found)


def _colon(lines: Sequence[str]) -> Iterator[Named | None]:
    return (named(COLON, line) for line in lines)


def _tabbed(lines: Sequence[str]) -> Iterator[Named | None]:
    return (named(_TABBED, line) for line in lines)


def _dashed(lines: Sequence[str]) -> Iterator[Named | None]:
    return (named(_DASHED, line) for line in lines)


def _names_above(lines: Sequence[str]) -> Iterator[Named | None]:
    """Names that stand alone more than once. The line below a name is words, whatever it looks like."""
    alone = [_alone(line) for line in lines]
    times = Counter(one.name.casefold() for one in alone if one)
    follows_name = False
    for line, one in zip(lines, alone, strict=True):
        begins = one if one and times[one.name.casefold()] > 1 and not follows_name else None
        yield begins
        follows_name = begins is not None or (follows_name and not line.strip())


def _alone(line: str, must_be_stamped: bool = False) -> Named | None:
    found = _ALONE.match(line[:_MOST_HEAD])
    if not found or len(found["name"].split()) > _MOST_NAMES or len(line) > _MOST_HEAD:
        return None
    is_stamped = bool(found["before"] or found["after"])
    return Named(_bare(found["name"]), "") if is_stamped or not must_be_stamped else None


def _bare(name: str) -> str:
    return name.strip(" -.*_")

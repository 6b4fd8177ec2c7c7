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
_DISPLAYED = r"""[^\W\d_][^:：\n\t<>\[\]"“”?!;=*]{0,50}?"""
"""As organisations display people: "Surname, First", "Sarah (she/her)", "Sam | Year 9", an address, a smiley."""
_AFTER = rf"[*_]{{0,3}}\s*(?:{_STAMP})?"

COLON = re.compile(
    rf"{_FIRST}(?P<name>{_DISPLAYED}){_AFTER}\s*[:：](?!\d\d)[*_]{{0,3}}\s*(?:[\[(]{_WHEN}[\])]\s*)?(?P<words>)"
)
"""``Name: words``, ``[00:01] Name: words``, ``Name (00:01): words``, ``**Name:** words``, ``Name: [00:01] words``."""
_CUT_OFF = re.compile(r"[,/|@#]|[^\w\s]$")
"""What only a displayed name holds; then each of its words has a capital, or stands in brackets."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_TABBED = re.compile(rf"^(?:{_STAMP}\t+)?{_NAME}\t+(?:{_STAMP}\t+)?(?P<words>)")
_DASHED = re.compile(rf"{_FIRST}{_NAME}{_AFTER}\s+[-–—]\s+(?P<words>)")
_ALONE = re.compile(rf"^\s*{_NAME}\s*:?\s*$")
_TIMED = re.compile(rf"^\s*(?:{_STAMP}\s+(?P<after>{_DISPLAYED})|(?P<before>{_DISPLAYED})\s*{_STAMP})\s*:?\s*$")

_STAMPED = re.compile(rf"^\s*{_STAMP}\s*$")
_TITLE = re.compile(r"^\s*[^\W\d_a-z][^.?!:;]{0,100}$")
"""Few words with a capital in front and no stop behind them."""
_PARTICLES = frozenset({"and", "de", "of", "the", "van", "von"})
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
    stamped = tuple(map(_timed, lines))
    if sum(map(bool, stamped)) > 1:
        return stamped
    for is_before in (is_heading, _is_title):
        top = next((place for place, line in enumerate(lines) if not is_before(line)), len(lines))
        for style in (_colon, _tabbed, _dashed, _names_above):
            found = _with_speakers((None,) * top + tuple(style(lines[top:])))
            if top < len(lines) and found[top]:
                return found
    return ()


def named(pattern: re.Pattern[str], line: str) -> Named | None:
    """The speaker and the words of a line in one style, or None where it begins no turn."""
    found = pattern.match(line[:_MOST_HEAD])
    if not found or not _may_name(found["name"]):
        return None
    return Named(_bare(found["name"]), line[found.start("words") :].strip())


def is_heading(line: str) -> bool:
    """Is a line before the first turn empty, or about the file rather than in it?"""
    found = named(COLON, line)
    return not line.strip() or is_stamp(line) or bool(found and found.name.casefold().split()[0] in _HEADINGS)


def _is_title(line: str) -> bool:
    """Could it be a title or a list of names?"""
    return is_heading(line) or (not named(COLON, line) and bool(_TITLE.match(line)))


def is_stamp(line: str) -> bool:
    """Does a line say when, and nothing else?"""
    return bool(_STAMPED.match(line))


def _may_name(name: str) -> bool:
    """Could it name somebody? "Well, my question" could not; "Bell, Tom (he/him)" could."""
    bare = _IN_BRACKETS.sub("", name)
    if _YEAR.search(bare):
        return False
    if not _CUT_OFF.search(name) or "@" in name:
        return True
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", bare) if word not in _PARTICLES]
    return all(word[0].isupper() for word in words)


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
    alone = [_timed(line) or _alone(line) for line in lines]
    times = Counter(one.name.casefold() for one in alone if one)
    follows_name = False
    for line, one in zip(lines, alone, strict=True):
        begins = one if one and times[one.name.casefold()] > 1 and not follows_name else None
        yield begins
        follows_name = begins is not None or (follows_name and not line.strip())


def _timed(line: str) -> Named | None:
    """A name with a time beside it and nothing else."""
    found = _TIMED.match(line[:_MOST_HEAD])
    return _own_line(found["after"] or found["before"], line) if found else None


def _alone(line: str) -> Named | None:
    found = _ALONE.match(line[:_MOST_HEAD])
    return _own_line(found["name"], line) if found else None


def _own_line(name: str, line: str) -> Named | None:
    is_name = len(_IN_BRACKETS.sub("", name).split()) <= _MOST_NAMES and len(line) <= _MOST_HEAD
    return Named(_bare(name), "") if is_name and _may_name(name) else None


def _bare(name: str) -> str:
    return name.strip(" -.*_")

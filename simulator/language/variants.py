"""The same words as another hand would type them, for training only."""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from simulator.core.corpus import Example

_MARKS = re.compile(r"[.,!?;:…]+(?=\s|$)")
_STOPS = re.compile(r"[.?!]+(?=\s|$)")
_SHORT = re.compile(
    r"\b(?:(do|did|does|is|was|were|are|have|has|had|could|would|should) not|(i) am|(it|that|what) is)\b", re.I
)
_LEAST_TYPO = 4
"""Shorter words are mistyped into other words."""


class Cut(NamedTuple):
    """A response and where its segments begin and end, in code points."""

    text: str
    segments: tuple[tuple[int, int], ...]


def as_written(example: Example) -> Cut:
    """The response as its author wrote it."""
    return Cut(example.response, tuple((segment.start, segment.end) for segment in example.segments))


def hurried(example: Example) -> Cut:
    """The response in lower case, without marks or apostrophes."""
    return _rewritten(example, plain)


def varied(example: Example, dice: Random) -> Cut:
    """The response as one of several hands would type it; as often as not, as it was written."""
    change = dice.choices((None, plain, unstopped, str.lower, shortened, _mistyping(dice)), (10, 5, 2, 1, 1, 3))[0]
    return _rewritten(example, change) if change else as_written(example)


def _rewritten(example: Example, change: Callable[[str], str]) -> Cut:
    pieces = [change(example.text_of(segment)) for segment in example.segments]
    segments, end = [], 0
    for piece in pieces:
        segments.append((end, end + len(piece)))
        end += len(piece) + 1
    return Cut(" ".join(pieces), tuple(segments))


def plain(text: str) -> str:
    """Lower case, no marks at the ends of words, no apostrophes."""
    return " ".join(_MARKS.sub("", text.lower()).replace("'", "").replace("’", "").split())


def unstopped(text: str) -> str:
    """Without full stops and question marks."""
    return _STOPS.sub("", text)


def shortened(text: str) -> str:
    """With "don't" for "do not", and the like."""
    return _SHORT.sub(_contraction, text)


def _contraction(found: re.Match[str]) -> str:
    negated, i, named = found.groups()
    if negated:
        return f"{negated}n't"
    return f"{i}'m" if i else f"{named}'s"


def _mistyping(dice: Random) -> Callable[[str], str]:
    return lambda text: mistyped(text, dice)


def mistyped(text: str, dice: Random) -> str:
    """With one longer word misspelt: two letters swapped, one lost, or one doubled."""
    words = text.split(" ")
    long = [place for place, word in enumerate(words) if len(word) > _LEAST_TYPO and word.isalpha()]
    if long:
        place = dice.choice(long)
        words[place] = _slipped(words[place], dice)
    return " ".join(words)


def _slipped(word: str, dice: Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    lost = word[:at] + word[at + 1 :]
    doubled = word[: at + 1] + word[at:]
    return dice.choice((swapped, lost, doubled))

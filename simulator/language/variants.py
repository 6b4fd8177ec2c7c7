"""The same words as another hand would type them, for training only."""

import re
from collections.abc import Callable, Iterable
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
_TYPOS, _POLITE = 0.3, 0.12
"""The shares of responses that get typos, and a courtesy before them."""
_COURTESIES = (
    "Sorry,",
    "With respect,",
    "With the greatest respect,",
    "Can I just say,",
    "May I just say,",
    "I hope you don't mind me saying,",
    "If you don't mind my saying so,",
    "Forgive me, but",
    "Please,",
    "Sorry to butt in, but",
    "Thank you, and",
    "Excuse me,",
    "I don't want to intrude, but",
    "Bear with me,",
    "If I might just come in there,",
    "Please don't take this the wrong way, but",
    "I'd just like to say,",
    "Pardon me for asking,",
)
"""None of these changes what follows (rule 28 says so of praise, too)."""


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
    change = dice.choices((None, plain, unstopped, str.lower, shortened), (10, 5, 2, 1, 1))[0]
    cut = _rewritten(example, change) if change else as_written(example)
    if dice.random() < _TYPOS:
        cut = _typed(mistyped(piece, dice) for piece in pieces_of(cut))
    return _polite(cut, dice.choice(_COURTESIES)) if dice.random() < _POLITE else cut


def joined(first: Cut, second: Cut) -> Cut:
    """Two responses in one breath, without marks: where the second begins, only its words tell."""
    return _typed(plain(piece) for piece in (*pieces_of(first), *pieces_of(second)))


def pieces_of(cut: Cut) -> list[str]:
    """The words of each segment."""
    return [cut.text[start:end] for start, end in cut.segments]


def _polite(cut: Cut, courtesy: str) -> Cut:
    """With a courtesy before it, which is part of the first segment and changes nothing."""
    first, *others = pieces_of(cut)
    return _typed((f"{courtesy} {first[:1].lower()}{first[1:]}", *others)) if first else cut


def _rewritten(example: Example, change: Callable[[str], str]) -> Cut:
    return _typed(change(example.text_of(segment)) for segment in example.segments)


def _typed(pieces: Iterable[str]) -> Cut:
    """Pieces with a space between them."""
    texts, segments, end = list(pieces), [], 0
    for text in texts:
        segments.append((end, end + len(text)))
        end += len(text) + 1
    return Cut(" ".join(texts), tuple(segments))


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

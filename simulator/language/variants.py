"""The same words as a hurried hand would type them, for training only."""

import re
from typing import NamedTuple

from simulator.core.corpus import Example

_MARKS = re.compile(r"[.,!?;:…]+(?=\s|$)")


class Cut(NamedTuple):
    """A response and where its segments begin and end, in code points."""

    text: str
    segments: tuple[tuple[int, int], ...]


def as_written(example: Example) -> Cut:
    """The response as its author wrote it."""
    return Cut(example.response, tuple((segment.start, segment.end) for segment in example.segments))


def hurried(example: Example) -> Cut:
    """The response in lower case, without marks or apostrophes."""
    pieces = [plain(example.text_of(segment)) for segment in example.segments]
    segments, end = [], 0
    for piece in pieces:
        segments.append((end, end + len(piece)))
        end += len(piece) + 1
    return Cut(" ".join(pieces), tuple(segments))


def plain(text: str) -> str:
    """Lower case, no marks at the ends of words, no apostrophes."""
    return " ".join(_MARKS.sub("", text.lower()).replace("'", "").replace("’", "").split())

"""Whether what stands before a colon can be nothing else than somebody's name."""

import re

from simulator.files.transcripts.names import Place, is_name

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_MOST_WORDS = 3


def is_person(name: str) -> bool:
    """Is it a name that no dictionary has as a word: "Tom", "Aisha Khan", and neither "Well" nor "My question"?"""
    words = _WORD.findall(name)
    is_short = 0 < len(words) <= _MOST_WORDS and all(word[0].isupper() for word in words)
    return is_short and is_name(Place(words[0], "", ","), frozenset())

"""What words mention, found by hand-written phrases: the same in every conversation and with every ear."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from simulator.core.hearing import Heard, HeardLine
from simulator.core.words import Mark, Speaker

_MOST_GAP = 3
"""A ``*`` stands for up to this many words."""
_TOKEN = re.compile(r"[.?!;]+|[\w%]+(?:[-'][\w]+)*")
_START, _END, _GAP = "^", "$", "*"
_SAME = str.maketrans({"’": "'", "‘": "'"})
_WHOLE = {"won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not", "let's": "let us"} | {
    "gonna": "going to",
    "i'm": "i am",
    "im": "i am",
}
_ENDINGS = {"n't": "not", "'ll": "will", "'ve": "have", "'re": "are", "'d": "would", "'s": "is"}

_Step: TypeAlias = frozenset[str] | None
"""The words that may stand here; None for a gap."""


class _Phrase(NamedTuple):
    mark: Mark
    steps: tuple[_Step, ...]
    """Those after the first word."""


@dataclass(frozen=True)
class Mentions:
    """Phrases of one speaker, ready to be found."""

    by_first: Mapping[str, Sequence[_Phrase]]

    def find(self, text: str) -> frozenset[Mark]:
        """Everything that the words mention."""
        return _found(self, text)

    def __hash__(self) -> int:
        """Tables are told apart by which they are: there is one of each, and it never changes."""
        return id(self)


Vocabulary: TypeAlias = Mapping[Speaker, Mentions]
"""What is looked for in the words of either speaker."""


def mentions(phrases: Mapping[str, Sequence[str]], lists: Mapping[str, Sequence[str]]) -> Mentions:
    """Phrases made ready.

    Args:
        phrases: By the name of the mark, in the little language of ``rubric/mentions.yaml``.
        lists: Words that may stand for one another, by name.
    """
    by_first: dict[str, list[_Phrase]] = {}
    for name, written in phrases.items():
        for phrase in written:
            first, *rest = _steps(phrase, lists)
            for word in first or ():
                by_first.setdefault(word, []).append(_Phrase(Mark(name), tuple(rest)))
    return Mentions({word: tuple(found) for word, found in by_first.items()})


def marked(conversation: Sequence[Heard], vocabulary: Vocabulary) -> tuple[Heard, ...]:
    """The conversation with what its words mention added to what was heard."""
    return tuple(_marked(heard, vocabulary) for heard in conversation) if vocabulary else tuple(conversation)


def _marked(heard: Heard, vocabulary: Vocabulary) -> Heard:
    if isinstance(heard, HeardLine):
        return replace(heard, marks=heard.marks | vocabulary[Speaker.COACHEE].find(heard.text))
    found = vocabulary[Speaker.COACH]
    segments = (replace(one, marks=one.marks | found.find(one.text)) for one in heard.segments)
    return replace(heard, segments=tuple(segments))


def words_of(text: str) -> list[str]:
    """Words in lower case, contractions written out, sentences between ``^`` and ``$``."""
    words = [_START]
    for token in _TOKEN.findall(text.translate(_SAME).lower()):
        if token[0] in ".?!;":
            words += [_END, _START]
        else:
            words += _written_out(token).split()
    return [*words, _END]


def _written_out(token: str) -> str:
    if token in _WHOLE:
        return _WHOLE[token]
    ending = next((ending for ending in _ENDINGS if token.endswith(ending)), "")
    return f"{token.removesuffix(ending)} {_ENDINGS[ending]}" if ending else token


def _steps(phrase: str, lists: Mapping[str, Sequence[str]]) -> Iterator[_Step]:
    for part in phrase.split():
        yield None if part == _GAP else frozenset(_choices(part.split("|"), lists))


def _choices(choices: Iterable[str], lists: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for choice in choices:
        yield from lists[choice[1:-1]] if choice.startswith("{") else [choice]


@lru_cache(maxsize=4096)
def _found(table: Mentions, text: str) -> frozenset[Mark]:
    words = words_of(text)
    found: set[Mark] = set()
    for place, word in enumerate(words):
        for phrase in table.by_first.get(word, ()):
            if phrase.mark not in found and _stands(phrase.steps, words, place + 1):
                found.add(phrase.mark)
    return frozenset(found)


def _stands(steps: Sequence[_Step], words: Sequence[str], place: int) -> bool:
    """Do the steps fit the words from here on?"""
    for number, step in enumerate(steps):
        if step is None:
            rest = steps[number + 1 :]
            return any(_stands(rest, words, place + gap) for gap in range(_reach(words, place) + 1))
        if place >= len(words) or words[place] not in step:
            return False
        place += 1
    return True


def _reach(words: Sequence[str], place: int) -> int:
    """How many words a gap may take up: no more than the sentence has."""
    ahead = words[place : place + _MOST_GAP]
    return ahead.index(_END) if _END in ahead else len(ahead)

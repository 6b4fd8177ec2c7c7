"""The words as the ear reads them: slips of the fingers put right, a courtesy in front left out.

Neither changes what words do, and a reader forgives both. Every place leads back to what was typed.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.tokens import Doc, Token

from simulator.language.lexicon import is_word
from simulator.language.phrases import Phrases

_LEAST = 4
"""Shorter words are one slip from too many others."""
_MOST = 20
"""Longer ones are keys hit at random."""
_MOST_SLIPS = 30
"""Whoever seems to slip more often writes another language, or none."""
_TWICE = 2
_OFTEN = 8
"""From so many uses on, a word that is in no dictionary is no slip but slang, an abbreviation or a name."""
_STOPS = frozenset(".?!…\n")
_AROUND = ".,?!;:…\"'()-–—"
_LINKS = frozenset({",", "-", "–", "—", ":", ";", "...", "…", "but", "and"})
"""What may stand between a courtesy and what it is for."""
_FILLERS = _LINKS | {"um", "er", "erm", "ah", "oh", "well", "now", "so", "right", "then", "look"}
"""What may stand before one."""
_GOES_ON = frozenset({"to", "for", "of", "something", "one"})
"""After these "with respect" or "can I just say" is no mere opener: "with respect to the plan"."""


class Edit(NamedTuple):
    """Words read otherwise than they were typed. All places are code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Tidied:
    """Words as they are read."""

    text: str
    moved: tuple[tuple[range, range], ...] = ()
    """For each edit, in order: where it was typed, and where it is read."""

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Where words that are read were typed; a courtesy belongs to the words that follow it."""
        return _moved(start, end, self.moved)

    def read(self, start: int, end: int) -> tuple[int, int]:
        """Where words that were typed are read."""
        return _moved(start, end, [(new, old) for old, new in self.moved])


def _moved(start: int, end: int, pairs: Iterable[tuple[range, range]]) -> tuple[int, int]:
    """A stretch found again on the other side; one that cuts through an edit takes all of it."""
    left, right = start, end
    for other, own in pairs:
        if own.start < start:
            left = other.start if start < own.stop else other.stop + start - own.stop
        if own.start < end:
            right = other.stop + max(0, end - own.stop)
    return left, right


def edited(text: str, edits: Sequence[Edit]) -> Tidied:
    """The text with edits made.

    Args:
        text: As typed.
        edits: In order; none may overlap.
    """
    pieces: list[str] = []
    moved: list[tuple[range, range]] = []
    done = length = 0
    for edit in edits:
        pieces += [text[done : edit.start], edit.text]
        length += edit.start - done
        moved.append((range(edit.start, edit.end), range(length, length + len(edit.text))))
        length, done = length + len(edit.text), edit.end
    return Tidied("".join([*pieces, text[done:]]), tuple(moved))


@dataclass(frozen=True)
class Tidier:
    """Knows the courtesies, and the words that coaches use."""

    courtesies: Phrases
    words: Sequence[str]
    """The commonest first; see ``usual_words``."""

    def tidy(self, doc: Doc, is_theirs: Callable[[str], bool] = lambda word: False) -> Tidied:
        """A response as it is read.

        Args:
            doc: Its tokens.
            is_theirs: Has somebody else used this word in the conversation? Then it is no slip.
        """
        first = self._after_courtesies(doc)
        courtesy = [Edit(0, doc[first].idx, "")] if first else []
        return edited(doc.text, [*courtesy, *self._slips(doc, first, is_theirs)])

    def _after_courtesies(self, doc: Doc) -> int:
        """The first token after the courtesies that a response begins with; 0 if there are none, or nothing else."""
        ends = defaultdict(list)
        for found in self.courtesies.find(doc):
            ends[found.start].append(found.end)
        first, place = 0, _led(doc, 0, _FILLERS)
        while end := _courtesy_end(doc, ends.get(place, ())):
            first = _led(doc, end, _LINKS)
            place = _led(doc, first, _FILLERS)
        return first if any(token.is_alpha for token in doc[first:]) else 0

    def _slips(self, doc: Doc, first: int, is_theirs: Callable[[str], bool]) -> Iterator[Edit]:
        strange = [token for token in doc[first:] if _may_slip(token) and not is_word(token.lower_, self._known)]
        if len(strange) > _MOST_SLIPS:
            return
        for token in strange:
            right = None if is_theirs(token.lower_) else self._nearest(token.lower_)
            if right:
                yield Edit(token.idx, token.idx + len(token), right)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.words)

    def _nearest(self, word: str) -> str | None:
        """The commonest word that is one letter lost, doubled, wrong or swapped away."""
        near = process.extract(word, self.words, scorer=OSA.distance, score_cutoff=1, limit=None)
        return min(near, key=lambda one: one[2])[0] if near else None


def _courtesy_end(doc: Doc, ends: Sequence[int]) -> int:
    """The nearest comma or "but" that ends a courtesy; without one, the longest courtesy; 0 if none ends there."""
    linked = [end for end in ends if doc[end - 1].lower_ in _LINKS]
    last = min(linked) if linked else max(ends, default=0)
    return 0 if doc[last : last + 1].text.lower() in _GOES_ON else last


def _led(doc: Doc, place: int, words: Container[str]) -> int:
    """The first token from a place on that is none of the words that merely lead on."""
    return next((token.i for token in doc[place:] if token.lower_ not in words and not token.is_space), len(doc))


def _may_slip(token: Token) -> bool:
    """A word in small letters, or the first of a sentence: others are names."""
    is_first = token.i == 0 or token.nbor(-1).text[-1] in _STOPS
    return (
        token.is_alpha
        and _LEAST <= len(token) <= _MOST
        and (token.is_lower or (is_first and token.is_title))
        and not _is_joined(token)
    )


def _is_joined(token: Token) -> bool:
    """Does it belong to a longer word, as in "shouldn't", "half-termly" or "x@y"?"""
    after = token.nbor(1).text if token.i + 1 < len(token.doc) else " "
    before = token.nbor(-1) if token.i else None
    glued = not token.whitespace_ and (after[0] in "-@'/_" or after[0].isalnum())
    return glued or (before is not None and not before.whitespace_ and before.text[-1] in "-@'/_")


def usual_words(texts: Iterable[str]) -> list[str]:
    """The words that coaches use, the commonest first: those that are in a dictionary, or that many use.

    Args:
        texts: What coaches said.
    """
    bare = (word.strip(_AROUND) for text in texts for word in set(text.lower().split()))
    uses = Counter(word for word in bare if word.isalpha())
    return [
        word
        for word, count in sorted(uses.items(), key=lambda item: (-item[1], item[0]))
        if count >= _OFTEN or (count >= _TWICE and is_word(word))
    ]

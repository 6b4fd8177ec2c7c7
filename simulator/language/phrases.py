"""Finding hand-written phrases: ``either|or`` words and ``*`` gaps, all in one pass over the tokens."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

_MOST_GAP = 3


class Found(NamedTuple):
    """A phrase that stands in a document."""

    name: str
    start: int
    """First token."""
    end: int
    """The token after the last."""


class Phrases:
    """Phrases by name, ready to be found."""

    def __init__(self, phrases: Mapping[str, Sequence[str]], tokenizer: Tokenizer, most_gap: int = _MOST_GAP) -> None:
        """Prepare the phrases.

        Args:
            phrases: By name; see ``models/lexicon`` for the little language they are written in.
            tokenizer: Of the pipeline whose documents will be searched.
            most_gap: A ``*`` stands for up to this many tokens.
        """
        self._most_gap = most_gap
        self._matcher = PhraseMatcher(tokenizer.vocab, attr="LOWER")
        self._strings = tokenizer.vocab.strings
        self._by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        pieces: set[str] = set()
        for name, written in phrases.items():
            for parts in (parts for phrase in written for parts in _expanded(phrase)):
                self._by_first[parts[0]].append((name, parts))
                pieces.update(parts)
        for piece, doc in zip(sorted(pieces), tokenizer.pipe(sorted(pieces)), strict=True):
            self._matcher.add(piece, [doc])

    def find(self, doc: Doc) -> list[Found]:
        """Every phrase that stands in the document."""
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for key, start, end in self._matcher(doc):
            places[self._strings[key]].append((start, end))
        return [
            Found(name, start, last)
            for piece, spans in places.items()
            for name, parts in self._by_first.get(piece, ())
            for start, end in spans
            for last in self._ends(parts[1:], end, places)
        ]

    def _ends(self, parts: Sequence[str], end: int, places: Mapping[str, Iterable[tuple[int, int]]]) -> Iterator[int]:
        """Where the phrase can end if its earlier parts end at ``end``."""
        if not parts:
            yield end
            return
        for start, last in places.get(parts[0], ()):
            if end <= start <= end + self._most_gap:
                yield from self._ends(parts[1:], last, places)


def _expanded(phrase: str) -> Iterator[tuple[str, ...]]:
    """The phrase's parts between gaps, one tuple for every choice of ``either|or`` words."""
    parts = [product(*(word.split("|") for word in part.split())) for part in phrase.split("*")]
    for choice in product(*parts):
        yield tuple(" ".join(words) for words in choice)

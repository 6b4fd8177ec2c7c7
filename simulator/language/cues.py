"""Which words speak for a label: the n-grams that weigh most in its favour."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.special import log_softmax
from spacy.tokens import Span

from simulator.core.hearing import Cue
from simulator.language.classifier import ClipClassifier
from simulator.language.encoder import MOVES, Reading
from simulator.language.features import TOKEN

_MOST = 2
_LEAST_WEIGHT = 0.35
"""Lighter n-grams decide nothing on their own."""
_LEAST_LEAN = 0.5
"""How far a word's log-chance of the label must stand above the mean of its segment's."""
NO_WORD = "no single word decided this"


class Row(NamedTuple):
    """One segment's features that are there."""

    columns: NDArray[np.int32]
    values: NDArray[np.float32]


def rows_of(measured: csr_matrix) -> Iterator[Row]:
    """The rows of a sparse matrix, without copying."""
    for start, end in pairwise(measured.indptr):
        yield Row(measured.indices[start:end], measured.data[start:end])


def cues_of(span: Span, row: Row, classifier: ClipClassifier, reading: Reading) -> tuple[Cue, ...]:
    """The words of a labelled segment that weigh most for its label, at most two, in order.

    Args:
        span: The segment; its label is the move.
        row: Its features.
        classifier: Knows what each n-gram weighs.
        reading: Knows how each of its words was voted.
    """
    found = _heavy_grams(span, row, classifier) or _leaning_word(span, reading)
    return tuple(sorted(found))[:_MOST]


def _heavy_grams(span: Span, row: Row, classifier: ClipClassifier) -> Sequence[Cue]:
    label = int(classifier.classes_.searchsorted(span.label_))
    words = classifier.word_grams
    weights = row.values * classifier.head_.coef_[label, row.columns]
    chosen = np.flatnonzero((weights >= _LEAST_WEIGHT) & (row.columns < len(words)))
    heavy = sorted(((float(weights[place]), words[row.columns[place]]) for place in chosen), reverse=True)
    return list(_places([gram for _, gram in heavy], span))[:_MOST]


def _leaning_word(span: Span, reading: Reading) -> Sequence[Cue]:
    """The word whose vote stands out from its neighbours' in favour of the label, if one does."""
    inside = np.flatnonzero(reading.within(span.start_char, span.end_char))
    votes = log_softmax(reading.votes[inside], axis=1)[:, MOVES.index(span.label_)]
    if len(votes) < 2 or votes.max() - votes.mean() < _LEAST_LEAN:
        return ()
    start = int(reading.places[inside[votes.argmax()]][0])
    word = next((token for token in span if token.idx <= start < token.idx + len(token) and token.is_alpha), None)
    return () if word is None else [Cue(word.idx, word.idx + len(word), f"'{word.lower_}' speaks for this here")]


def _places(grams: Sequence[str], span: Span) -> Iterator[Cue]:
    """Where the n-grams stand, the heaviest first, leaving out those that overlap."""
    tokens = [(found.group().lower(), found.start(), found.end()) for found in re.finditer(TOKEN, span.text)]
    taken: set[int] = set()
    for gram in grams:
        place = _find(gram.split(" "), [token for token, _, _ in tokens])
        if place is None or taken & set(place) or len(taken) >= _MOST * 3:
            continue
        taken |= set(place)
        start, end = tokens[place[0]][1], tokens[place[-1]][2]
        yield Cue(span.start_char + start, span.start_char + end, f"'{gram}' often does this")


def _find(words: Sequence[str], tokens: Sequence[str]) -> range | None:
    for start in range(len(tokens) - len(words) + 1):
        if list(tokens[start : start + len(words)]) == list(words):
            return range(start, start + len(words))
    return None

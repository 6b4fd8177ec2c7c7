"""Which words speak for a label: the n-grams that weigh most in its favour."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from spacy.tokens import Span

from simulator.core.hearing import Cue
from simulator.language.classifier import ClipClassifier
from simulator.language.features import TOKEN

_MOST = 2
_LEAST_WEIGHT = 0.35
"""Lighter n-grams decide nothing on their own."""
NO_WORD = "no single word decided this"


class Row(NamedTuple):
    """One segment's features that are there."""

    columns: NDArray[np.int32]
    values: NDArray[np.float32]


def rows_of(measured: csr_matrix) -> Iterator[Row]:
    """The rows of a sparse matrix, without copying."""
    for start, end in pairwise(measured.indptr):
        yield Row(measured.indices[start:end], measured.data[start:end])


def cues_of(span: Span, row: Row, classifier: ClipClassifier) -> tuple[Cue, ...]:
    """The words of a labelled segment that weigh most for its label, at most two, in order.

    Args:
        span: The segment; its label is the move.
        row: Its features.
        classifier: The one that labelled it.
    """
    label = int(classifier.classes_.searchsorted(span.label_))
    words = classifier.word_grams
    weights = row.values * classifier.head_.coef_[label, row.columns]
    chosen = np.flatnonzero((weights >= _LEAST_WEIGHT) & (row.columns < len(words)))
    heavy = sorted(((float(weights[place]), words[row.columns[place]]) for place in chosen), reverse=True)
    return tuple(sorted(_places([gram for _, gram in heavy], span)))[:_MOST]


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

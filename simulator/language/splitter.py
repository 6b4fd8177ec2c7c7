"""Where one segment ends and the next begins: a trained boundary between tokens."""

from collections.abc import Iterable, Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import SGDClassifier

_STOPS = frozenset({".", "?", "!", "…", "...", "\n"})
_MARKS = _STOPS | {",", ";", ":", "-", "–", "—"}

Tokens = Sequence[str]
"""A response's tokens, spelt as they were typed."""


class Splitter(BaseEstimator):
    """Decides for every gap between two tokens whether a segment begins after it."""

    def __init__(self, alpha: float = 1e-5, epochs: int = 15, threshold: float = 0.25, seed: int = 0) -> None:
        """Store the settings.

        Args:
            alpha: Strength of the regularisation.
            epochs: Passes over the examples.
            threshold: A gap splits from this probability on.
            seed: Of the order in which examples are seen.
        """
        self.alpha = alpha
        self.epochs = epochs
        self.threshold = threshold
        self.seed = seed

    def fit(self, X: Sequence[Tokens], y: Sequence[set[int]]) -> Self:
        """Learn from responses, as tokens, and the tokens at which their segments begin."""
        gaps = [features for tokens in X for features in gap_features(tokens)]
        starts = [place in begins for tokens, begins in zip(X, y, strict=True) for place in range(1, len(tokens))]
        self.hasher_ = FeatureHasher(n_features=2**17, input_type="string", dtype=np.float32, alternate_sign=False)
        self.head_ = SGDClassifier(
            loss="log_loss", alpha=self.alpha, max_iter=self.epochs, tol=None, random_state=self.seed, average=True
        ).fit(self.hasher_.transform(gaps), np.array(starts))
        return self

    def split(self, X: Sequence[Tokens]) -> list[list[tuple[int, int]]]:
        """The segments of each response, as first and last-but-one tokens.

        None overlap; together they hold all words.
        """
        chances = iter(self._chances(X))
        return [self._segments(tokens, [next(chances) for _ in tokens[1:]]) for tokens in X]

    def _chances(self, X: Sequence[Tokens]) -> NDArray[np.float64]:
        """The probability of every gap of every response, in order. Array of shape (number of gaps,)."""
        gaps = [features for tokens in X for features in gap_features(tokens)]
        if not gaps:
            return np.empty(0)
        chances: NDArray[np.float64] = self.head_.predict_proba(self.hasher_.transform(gaps))[:, 1]
        return chances

    def _segments(self, tokens: Tokens, chances: Sequence[float]) -> list[tuple[int, int]]:
        begins = [0, *(place for place, chance in enumerate(chances, start=1) if chance >= self.threshold)]
        pairs = zip(begins, [*begins[1:], len(tokens)], strict=True)
        return [(start, end) for start, end in pairs if "".join(tokens[start:end]).strip()]


def gap_features(tokens: Tokens) -> Iterable[list[str]]:
    """What stands around every gap, as strings."""
    words = ["<", "<", *(token.lower() for token in tokens), ">", ">", ">"]
    bare = "marked" if _MARKS.intersection(words[2:-4]) else "bare"
    since = 0
    for place in range(1, len(tokens)):
        since = 0 if words[place + 1] in _STOPS else since + 1
        near = words[place : place + 5]
        marked = "mark" if near[1] in _MARKS else "word"
        shape = [
            f"{marked} title {tokens[place].istitle()}",
            f"{marked} since {min(since, 10)}",
            f"{marked} left {min(len(tokens) - place, 6)}",
            f"{bare} {marked} since {min(since, 10)}",
            f"{bare} {marked} since {min(since, 10)} {near[2]}",
        ]
        grams = _grams(near)
        yield [*shape, *grams, *(f"{bare} {gram}" for gram in grams), f"{marked} {near[2]}"]


def _grams(near: Sequence[str]) -> list[str]:
    """The words around a gap, which lies after the second of five, alone and together."""
    a, b, c, d, e = near
    return [f"b {b}", f"c {c}", f"ab {a} {b}", f"bc {b} {c}", f"cd {c} {d}", f"cde {c} {d} {e}", f"bcd {b} {c} {d}"]

"""Where one segment ends and the next begins: a trained boundary between tokens."""

from collections.abc import Iterable, Sequence
from typing import Self

import numpy as np
from sklearn.base import BaseEstimator
from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import SGDClassifier
from spacy.tokens import Doc

_STOPS = frozenset({".", "?", "!", "…", "...", "\n"})
_MARKS = _STOPS | {",", ";", ":", "-", "–", "—"}


class Splitter(BaseEstimator):
    """Decides for every gap between two tokens whether a segment begins after it."""

    def __init__(self, alpha: float = 1e-5, epochs: int = 15, threshold: float = 0.5, seed: int = 0) -> None:
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

    def fit(self, X: Sequence[Doc], y: Sequence[set[int]]) -> Self:
        """Learn from documents and the tokens at which their segments begin."""
        gaps = [features for doc in X for features in gap_features(doc)]
        starts = [place in begins for doc, begins in zip(X, y, strict=True) for place in range(1, len(doc))]
        self.hasher_ = FeatureHasher(n_features=2**17, input_type="string", dtype=np.float32, alternate_sign=False)
        self.head_ = SGDClassifier(
            loss="log_loss", alpha=self.alpha, max_iter=self.epochs, tol=None, random_state=self.seed, average=True
        ).fit(self.hasher_.transform(gaps), np.array(starts))
        return self

    def split(self, doc: Doc) -> list[tuple[int, int]]:
        """The segments, as first and last-but-one tokens. None overlap; together they hold all words."""
        if len(doc) < 2:
            return [(0, len(doc))] if _has_words(doc, 0, len(doc)) else []
        chances = self.head_.predict_proba(self.hasher_.transform(gap_features(doc)))[:, 1]
        begins = [0, *(place for place, chance in enumerate(chances, start=1) if chance >= self.threshold)]
        pairs = zip(begins, [*begins[1:], len(doc)], strict=True)
        return [pair for pair in pairs if _has_words(doc, *pair)]


def _has_words(doc: Doc, start: int, end: int) -> bool:
    return any(not token.is_space for token in doc[start:end])


def gap_features(doc: Doc) -> Iterable[list[str]]:
    """What stands around every gap, as strings."""
    words = ["<", "<", *(token.lower_ for token in doc), ">", ">", ">"]
    bare = "marked" if _MARKS.intersection(words[2:-4]) else "bare"
    since = 0
    for place in range(1, len(doc)):
        since = 0 if words[place + 1] in _STOPS else since + 1
        a, b, c, d, e = words[place : place + 5]
        marked = "mark" if b in _MARKS else "word"
        yield [
            f"b {b}",
            f"c {c}",
            f"ab {a} {b}",
            f"bc {b} {c}",
            f"cd {c} {d}",
            f"cde {c} {d} {e}",
            f"abc {a} {b} {c}",
            f"bcd {b} {c} {d}",
            f"{marked} c {c}",
            f"{marked} cd {c} {d}",
            f"{marked} title {doc[place].is_title}",
            f"{bare} b {b}",
            f"{bare} c {c}",
            f"{bare} bc {b} {c}",
            f"{bare} cd {c} {d}",
            f"{bare} since {min(since, 10)} {marked}",
            f"{bare} {marked} since {min(since, 10)} {c}",
            f"left {min(len(doc) - place, 6)} {marked}",
        ]

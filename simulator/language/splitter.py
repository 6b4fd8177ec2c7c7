"""Where one segment ends and the next begins: a trained boundary between tokens."""

from collections.abc import Iterable, Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.feature_extraction import FeatureHasher
from sklearn.linear_model import LogisticRegression, SGDClassifier
from spacy.tokens import Doc

from simulator.language.encoder import Reading

_STOPS = frozenset({".", "?", "!", "…", "...", "\n"})
_MARKS = _STOPS | {",", ";", ":", "-", "–", "—"}

Tokens = Sequence[str]
"""A response's tokens, spelt as they were typed."""
Odds = NDArray[np.float64]
_NEVER = -8.0
"""The log-odds of a token that the encoder does not see, such as white space."""


class Splitter(BaseEstimator):
    """Decides for every gap between two tokens whether a segment begins after it.

    Two opinions are weighed: what stands around the gap, learnt here, and the encoder's.
    """

    def __init__(self, alpha: float = 1e-5, epochs: int = 15, threshold: float = 0.35, seed: int = 0) -> None:
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
        self.hasher_ = FeatureHasher(n_features=2**17, input_type="string", dtype=np.float32, alternate_sign=False)
        self.head_ = SGDClassifier(
            loss="log_loss", alpha=self.alpha, max_iter=self.epochs, tol=None, random_state=self.seed, average=True
        ).fit(self.hasher_.transform(gaps), starts_of(X, y))
        return self

    def weigh(self, opinions: Odds, starts: NDArray[np.bool_]) -> Self:
        """Learn how far to believe either opinion, from voices that neither has met.

        Args:
            opinions: Both opinions' log-odds for every gap. Shape (number of gaps, 2).
            starts: Does a segment begin after it? Shape (number of gaps,).
        """
        self.mix_ = LogisticRegression().fit(opinions, starts)
        return self

    def opinions(self, X: Sequence[Tokens], odds: Sequence[Odds]) -> Odds:
        """Both opinions' log-odds for every gap of every response, in order. Shape (number of gaps, 2)."""
        gaps = [features for tokens in X for features in gap_features(tokens)]
        own = self.head_.decision_function(self.hasher_.transform(gaps)) if gaps else np.empty(0)
        return np.stack([own, np.concatenate([np.empty(0), *(row[1:] for row in odds)])], axis=1)

    def split(self, X: Sequence[Tokens], odds: Sequence[Odds]) -> list[list[tuple[int, int]]]:
        """The segments of each response, as first and last-but-one tokens.

        None overlap; together they hold all words.
        """
        opinions = self.opinions(X, odds)
        chances = iter(self.mix_.predict_proba(opinions)[:, 1] if len(opinions) else ())
        return [self._segments(tokens, [next(chances) for _ in tokens[1:]]) for tokens in X]

    def _segments(self, tokens: Tokens, chances: Sequence[float]) -> list[tuple[int, int]]:
        begins = [0, *(place for place, chance in enumerate(chances, start=1) if chance >= self.threshold)]
        pairs = zip(begins, [*begins[1:], len(tokens)], strict=True)
        return [(start, end) for start, end in pairs if "".join(tokens[start:end]).strip()]


def starts_of(X: Sequence[Tokens], y: Sequence[set[int]]) -> NDArray[np.bool_]:
    """For every gap of every response: does a segment begin after it? Shape (number of gaps,)."""
    return np.array([place in begins for tokens, begins in zip(X, y, strict=True) for place in range(1, len(tokens))])


def token_odds(doc: Doc, reading: Reading) -> Odds:
    """The encoder's log-odds that a segment begins with each token of a document. Shape (tokens,)."""
    if not len(reading.places):
        return np.full(len(doc), _NEVER)
    first = reading.places[:, 0]
    found = np.searchsorted(first, [token.idx for token in doc])
    place = np.minimum(found, len(first) - 1)
    inside = (found < len(first)) & (first[place] < [token.idx + len(token) for token in doc])
    return np.where(inside, reading.starts[place], _NEVER)


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

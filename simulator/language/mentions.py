"""What words mention: a goal, a time, who will help. Learnt from lines with everything that is true of each."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from scipy.special import expit
from sklearn.base import BaseEstimator
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import LeaveOneGroupOut

from simulator.core.corpus import Mentioning
from simulator.core.ports import Answered
from simulator.core.words import Speaker
from simulator.language.documents import straight
from simulator.language.encoder import Encoder
from simulator.language.features import packed, unpacked, word_grams

_LEAST_USES = 2
_GIST_WEIGHT, _WORDS_WEIGHT, _BEFORE_WEIGHT = 3.0, 2.0, 1.5
"""How far features of each kind reach: all have rows of length 1."""
SHOWN = 0.33
"""The chance from which something counts as mentioned: where precision and recall balance on held-out voices."""


class Words(NamedTuple):
    """What is looked at."""

    text: str
    gist: NDArray[np.float32]
    """What the encoder knows of them as a whole. Shape (WIDTH,)."""
    before: NDArray[np.float32] | None = None
    """The same of the coach's words before a coachee's; None where there are none, and for a coach. Shape (WIDTH,)."""


def words_of(lines: Sequence[Mentioning], encoder: Encoder) -> list[Words]:
    """Lines of one speaker as they are looked at, with the other's before them."""
    texts, before = [straight(line.text) for line in lines], [straight(line.before) for line in lines]
    if lines and lines[0].speaker is Speaker.COACHEE:
        gists = [read.gist for read in encoder.read_lines(texts)]
        return answers_as_words([Answered(*pair) for pair in zip(texts, before, strict=True)], gists, encoder)
    readings = encoder.read(texts, before)
    return [Words(text, read.gist(0, len(text))) for text, read in zip(texts, readings, strict=True)]


def answers_as_words(lines: Sequence[Answered], gists: Sequence[NDArray[np.float32]], encoder: Encoder) -> list[Words]:
    """A coachee's lines as they are looked at: "the bell" is an obstacle if that was asked for.

    Args:
        lines: The lines.
        gists: What the encoder knows of each by itself.
        encoder: Reads what the coach said before.
    """
    asked = dict.fromkeys(line.before for line in lines if line.before.strip())
    known = dict(zip(asked, (read.gist for read in encoder.read_lines(list(asked))), strict=True))
    return [Words(line.text, gist, known.get(line.before)) for line, gist in zip(lines, gists, strict=True)]


def unseen(lines: Sequence[Mentioning], encoder: Encoder) -> list[frozenset[str]]:
    """What each of one speaker's lines mentions, found by a classifier that never met its voice."""
    words, names = words_of(lines, encoder), [line.names for line in lines]
    voices = [line.author for line in lines]
    found: NDArray[np.object_] = np.empty(len(lines), dtype=object)
    for known, unknown in LeaveOneGroupOut().split(words, groups=voices):
        classifier = MentionClassifier().fit([words[place] for place in known], [names[place] for place in known])
        found[unknown] = classifier.predict([words[place] for place in unknown])
    return list(found)


def _grams() -> TfidfVectorizer:
    return word_grams(None, (1, 3), _LEAST_USES)


class MentionClassifier(BaseEstimator):
    """For every name, a linear head on the words' n-grams and their gist."""

    def __init__(self, strength: float = 3.0, weight: float = 2.0) -> None:
        """Store the settings.

        Args:
            strength: The inverse of the regularisation.
            weight: How much more a line counts of which a name is true: most are true of few.
        """
        self.strength = strength
        self.weight = weight

    def fit(self, X: Sequence[Words], y: Sequence[frozenset[str]]) -> Self:
        """Learn from lines and the names of all that each mentions."""
        self.grams_ = _grams().fit([one.text for one in X])
        self.classes_ = np.array(sorted(frozenset().union(*y)))
        before = [one.before for one in X if one.before is not None]
        self.usual_ = np.mean(before, axis=0) if before else np.zeros(0, dtype=np.float32)
        measured = self._measured(X, np.zeros_like(self.usual_))
        heads = [self._head(measured, [name in names for names in y]) for name in self.classes_]
        self.weights_ = np.concatenate([head.coef_ for head in heads]).astype(np.float32)
        self.bias_ = np.concatenate([head.intercept_ for head in heads])
        return self

    def predict_proba(self, X: Sequence[Words]) -> NDArray[np.float64]:
        """The chance that each name is true. Shape (len(X), number of names).

        A line that opens a conversation is read as though the usual words came before it. Lines that stand alone in the
        data were written as feelings and push-back; that is learnt, but says nothing of how people begin.
        """
        chances: NDArray[np.float64] = expit(self._measured(X, self.usual_) @ self.weights_.T + self.bias_)
        return chances

    def predict(self, X: Sequence[Words]) -> list[frozenset[str]]:
        """The names of all that each mentions."""
        return [frozenset(self.classes_[row >= SHOWN].tolist()) for row in self.predict_proba(X)] if X else []

    def __getstate__(self) -> dict[str, Any]:
        """As few, large pieces."""
        return {**self.__dict__, "grams_": packed(self.grams_)} if hasattr(self, "grams_") else dict(self.__dict__)

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Unpack the n-grams."""
        if "grams_" in state:
            state["grams_"] = unpacked(_grams(), state["grams_"])
        self.__dict__.update(state)

    def _head(self, measured: csr_matrix, truth: Sequence[bool]) -> LogisticRegression:
        weights = {False: 1.0, True: self.weight}
        return LogisticRegression(C=self.strength, class_weight=weights, max_iter=500).fit(measured, truth)

    def _measured(self, X: Sequence[Words], alone: NDArray[np.float32]) -> csr_matrix:
        grams = self.grams_.transform([one.text for one in X])
        gists = np.array([one.gist for one in X], dtype=np.float32)
        before = np.array([alone if one.before is None else one.before for one in X], dtype=np.float32)
        return hstack([_WORDS_WEIGHT * grams, _GIST_WEIGHT * gists, _BEFORE_WEIGHT * before], format="csr")

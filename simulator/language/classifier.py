"""The n-grams' opinion: from features to a chance for every label."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.special import softmax
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.linear_model import SGDClassifier

from simulator.language.features import Clip, Features

_FLOOR = 1e-4
"""Nothing is ruled out."""


class ClipClassifier(ClassifierMixin, BaseEstimator):
    """Features and a linear head. How far to believe it is for the blend to say."""

    def __init__(self, alpha: float = 1e-5, epochs: int = 20, seed: int = 0) -> None:
        """Store the settings.

        Args:
            alpha: Strength of the regularisation.
            epochs: Passes over the examples.
            seed: Of the order in which examples are seen.
        """
        self.alpha = alpha
        self.epochs = epochs
        self.seed = seed

    def __getstate__(self) -> dict[str, Any]:
        """Without what is worked out anew when it is needed."""
        return {name: value for name, value in self.__dict__.items() if name not in {"word_grams", "vocabulary"}}

    def fit(self, X: Sequence[Clip], y: Sequence[str]) -> Self:
        """Learn from clips and their labels."""
        self.features_ = Features().fit(X)
        self.head_ = SGDClassifier(
            loss="log_loss", alpha=self.alpha, max_iter=self.epochs, tol=None, random_state=self.seed
        ).fit(self.features_.transform(X), y)
        # Half the file for the same labels.
        self.head_.coef_ = self.head_.coef_.astype(np.float32)
        self.classes_ = self.head_.classes_
        return self

    def chances(self, measured: csr_matrix) -> NDArray[np.float64]:
        """The chance of each label, from features already measured.

        Args:
            measured: Sparse matrix of shape (n, number of features).

        Returns:
            Array of shape (n, number of labels); rows sum to 1.
        """
        chances: NDArray[np.float64] = softmax(self.head_.decision_function(measured), axis=1) + _FLOOR
        normal: NDArray[np.float64] = chances / chances.sum(axis=1, keepdims=True)
        return normal

    def predict_proba(self, X: Sequence[Clip]) -> NDArray[np.float64]:
        """The chance of each label. Array of shape (len(X), number of labels); rows sum to 1."""
        return self.chances(self.features_.transform(X))

    def predict(self, X: Sequence[Clip]) -> NDArray[np.str_]:
        """The likeliest label of each clip. Array of shape (len(X),)."""
        labels: NDArray[np.str_] = self.classes_[self.predict_proba(X).argmax(axis=1)]
        return labels

    @cached_property
    def word_grams(self) -> Sequence[str]:
        """The word n-grams, which are the first columns of the features, in order."""
        return tuple(self.features_.words_.get_feature_names_out())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word and n-gram that coaches have used."""
        return frozenset(self.word_grams)

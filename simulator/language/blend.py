"""Weighing two opinions on the same segments into one honest probability."""

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import log_softmax, softmax
from sklearn.base import BaseEstimator, ClassifierMixin

_FLOOR = 1e-4

Matrix = NDArray[np.float64]


class Blend(ClassifierMixin, BaseEstimator):
    """A logarithmic opinion pool: the log-chances of each opinion, weighted and added.

    The weights say how far to believe either opinion, and how modest to be. They have to be fitted on voices that
    those who hold the opinions never met: on what they learnt from, both are always right. A logistic regression over
    all log-chances has a thousand weights where this has two, and does worse on new voices.
    """

    def fit(self, X: Matrix, y: Sequence[str]) -> Self:
        """Learn the two weights.

        Args:
            X: The log-chances of each label, one opinion's beside the other's. Shape (n, 2 x labels).
            y: The labels.
        """
        self.classes_ = np.unique(np.asarray(y, dtype=str))
        right = np.searchsorted(self.classes_, np.asarray(y, dtype=str))

        def surprise(weights: NDArray[np.float64]) -> float:
            return -float(log_softmax(_pooled(X, weights), axis=1)[np.arange(len(right)), right].mean())

        self.weights_ = minimize(surprise, x0=(0.5, 0.5), method="Nelder-Mead").x
        return self

    def predict_proba(self, X: Matrix) -> Matrix:
        """The chance of each label; nothing is ruled out. Shape (n, labels); rows sum to 1."""
        chances = softmax(_pooled(X, self.weights_), axis=1) + _FLOOR
        normal: Matrix = chances / chances.sum(axis=1, keepdims=True)
        return normal


def _pooled(opinions: Matrix, weights: NDArray[np.float64]) -> Matrix:
    """The weighted sum of two opinions. Shape (n, labels)."""
    first, second = np.split(opinions, 2, axis=1)
    summed: Matrix = weights[0] * first + weights[1] * second
    return summed


def side_by_side(scores: NDArray[np.float32], chances: Matrix) -> Matrix:
    """Two opinions as the blend takes them: scores of any scale, and chances. Each of shape (n, labels)."""
    return np.hstack([log_softmax(scores.astype(np.float64), axis=1), np.log(chances)])

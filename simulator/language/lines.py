"""Hearing the coachee: what kind of line it is, and what else it shows."""

import re
from collections.abc import Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.linear_model import SGDClassifier

from simulator.core.words import Kind, Sign
from simulator.language.features import Clip, Features

_TAG = re.compile(
    r"\b(?:is|was|are|were|do|does|did|have|has|had|can|could|would|will|should)(?:n't)?"
    r" (?:i|it|you|he|she|we|they|there)\s*\?\s*$",
    re.IGNORECASE,
)
_RARE = 3.0
"""Signs are rare and an unseen feeling costs more than an imagined one."""


class LineClassifier(BaseEstimator):
    """One head for the kind, one for each sign."""

    def __init__(self, alpha: float = 3e-5, epochs: int = 20, seed: int = 0) -> None:
        """Store the settings.

        Args:
            alpha: Strength of the regularisation.
            epochs: Passes over the examples.
            seed: Of the order in which examples are seen.
        """
        self.alpha = alpha
        self.epochs = epochs
        self.seed = seed

    def fit(self, X: Sequence[str], kinds: Sequence[Kind], signs: Sequence[frozenset[Sign]]) -> Self:
        """Learn from lines, their kinds and their signs."""
        self.features_ = Features(words=20_000, characters=30_000, context=0).fit(_clips(X))
        measured = self.features_.transform(_clips(X))
        self.kind_ = self._head().fit(measured, [str(kind) for kind in kinds])
        self.signs_ = [
            self._head(class_weight={True: _RARE}).fit(measured, np.array([sign in shown for shown in signs]))
            for sign in Sign
        ]
        return self

    def predict(self, X: Sequence[str]) -> list[tuple[Kind, frozenset[Sign]]]:
        """The kind and the signs of each line."""
        measured = self.features_.transform(_clips(X))
        kinds = self.kind_.predict(measured)
        shown: NDArray[np.bool_] = np.stack([head.predict(measured) for head in self.signs_], axis=1)
        return [(Kind(kind), _signs(text, row)) for text, kind, row in zip(X, kinds, shown, strict=True)]

    def _head(self, **options: Any) -> SGDClassifier:
        return SGDClassifier(
            loss="log_loss", alpha=self.alpha, max_iter=self.epochs, tol=None, random_state=self.seed, **options
        )


def _signs(text: str, shown: NDArray[np.bool_]) -> frozenset[Sign]:
    """The signs that are shown; a tag ("does it?") asks for nothing."""
    signs = {sign for sign, is_shown in zip(Sign, shown, strict=True) if is_shown}
    return frozenset(signs - {Sign.ASKS} if _TAG.search(text) else signs)


def _clips(lines: Sequence[str]) -> list[Clip]:
    return [Clip(line) for line in lines]

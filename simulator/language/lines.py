"""Hearing the coachee: what kind of line it is, and what else it shows."""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.core.words import Kind, Sign

_TAG = re.compile(
    r"\b(?:is|was|are|were|do|does|did|have|has|had|can|could|would|will|should)(?:n't)?"
    r" (?:i|it|you|he|she|we|they|there)\s*\?\s*$",
    re.IGNORECASE,
)
_SHOWN = -0.5
"""Log-odds from which a sign counts as shown: an unseen feeling costs more than an imagined one."""


def named(lines: Sequence[str], scores: NDArray[np.floating]) -> Iterator[tuple[Kind, frozenset[Sign]]]:
    """The kind and the signs of each line.

    Args:
        lines: The coachee's words.
        scores: A score for each kind, then the log-odds of each sign. Shape (lines, kinds + signs).
    """
    kinds = list(Kind)
    for text, row in zip(lines, scores, strict=True):
        yield kinds[int(row[: len(kinds)].argmax())], _signs(text, row[len(kinds) :])


def _signs(text: str, odds: NDArray[np.floating]) -> frozenset[Sign]:
    """The signs that are shown; a tag ("does it?") asks for nothing."""
    signs = {sign for sign, each in zip(Sign, odds, strict=True) if each > _SHOWN}
    return frozenset(signs - {Sign.ASKS} if _TAG.search(text) else signs)

"""What the classifiers look at: word and character n-grams of the words, of the context, and the words' shape."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, Self

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer

TOKEN = r"(?u)\w+(?:'\w+)?|[?!.,;:…]"
STARTERS = frozenset(
    {"what", "how", "why", "when", "where", "who", "which", "could", "would", "can", "do", "does", "did", "is", "are"}
    | {"have", "has", "should", "shall", "will"}
)

_CONTEXT_WEIGHT = 0.5
"""What was said around a segment tells less than the segment."""


class Clip(NamedTuple):
    """One segment with what stands around it."""

    text: str
    before: str = ""
    """The rest of the response before the segment."""
    after: str = ""
    """The rest of the response after the segment."""
    line: str = ""
    """The coachee's last line."""


class Features(TransformerMixin, BaseEstimator):
    """Turns clips into a sparse matrix."""

    def __init__(self, words: int = 30_000, characters: int = 60_000, context: int = 4_000) -> None:
        """Store the sizes.

        Args:
            words: Most word n-grams kept.
            characters: Most character n-grams kept.
            context: Most words of the context kept; 0 leaves the context out.
        """
        self.words = words
        self.characters = characters
        self.context = context

    def fit(self, X: Sequence[Clip], y: Any = None) -> Self:
        """Learn the n-grams of clips."""
        self.words_ = word_grams(self.words, (1, 3)).fit([clip.text for clip in X])
        self.characters_ = _character_grams(self.characters).fit([clip.text for clip in X])
        if self.context:
            self.context_ = word_grams(self.context, (1, 1)).fit([_around(clip) for clip in X])
        self.shape_ = DictVectorizer(dtype=np.float32).fit([_shape(clip) for clip in X])
        return self

    def transform(self, X: Sequence[Clip]) -> csr_matrix:
        """Measure clips.

        Returns:
            Sparse matrix of shape (len(X), number of features), float32.
        """
        parts = [
            self.words_.transform([clip.text for clip in X]),
            self.characters_.transform([clip.text for clip in X]),
            self.shape_.transform([_shape(clip) for clip in X]),
        ]
        if self.context:
            parts.append(_CONTEXT_WEIGHT * self.context_.transform([_around(clip) for clip in X]))
        return hstack(parts, format="csr", dtype=np.float32)

    def __getstate__(self) -> dict[str, Any]:
        """As few, large pieces: the model file would otherwise hold an entry for each n-gram."""
        settings = {"words": self.words, "characters": self.characters, "context": self.context}
        fitted = {f"{name}_": getattr(self, f"{name}_") for name in _VECTORISERS if hasattr(self, f"{name}_")}
        shape = "\n".join(self.shape_.feature_names_) if hasattr(self, "shape_") else ""
        return {**settings, "packed": {name: packed(one) for name, one in fitted.items()}, "shape": shape}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Unpack the n-grams."""
        fitted, shape = state.pop("packed"), state.pop("shape")
        self.__init__(**state)  # type: ignore[misc]
        for name, pieces in fitted.items():
            setattr(self, name, unpacked(_MAKERS[name](None), pieces))
        if shape:
            self.shape_ = DictVectorizer(dtype=np.float32).fit([dict.fromkeys(shape.split("\n"), 1.0)])


def word_grams(most: int | None, span: tuple[int, int], least: int = 1) -> TfidfVectorizer:
    """Counts words and marks, and runs of them, by how telling they are.

    Args:
        most: Most n-grams kept; None for all.
        span: Of how many words, at least and at most.
        least: In how many texts an n-gram must stand.
    """
    return TfidfVectorizer(
        token_pattern=TOKEN, ngram_range=span, max_features=most, min_df=least, sublinear_tf=True, dtype=np.float32
    )


def packed(vectoriser: TfidfVectorizer) -> list[Any]:
    """What a vectoriser has learnt as two pieces, which a model file holds better than one for each n-gram."""
    return ["\n".join(vectoriser.get_feature_names_out()), vectoriser.idf_]


def unpacked(vectoriser: TfidfVectorizer, pieces: Sequence[Any]) -> TfidfVectorizer:
    """A new vectoriser with what another had learnt."""
    grams, weights = pieces
    vectoriser.vocabulary_ = {gram: place for place, gram in enumerate(grams.split("\n"))}
    vectoriser.idf_ = weights
    return vectoriser


def _character_grams(most: int | None) -> TfidfVectorizer:
    return TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), max_features=most, sublinear_tf=True, dtype=np.float32
    )


_VECTORISERS = ("words", "characters", "context")
_MAKERS: Mapping[str, Callable[[int | None], TfidfVectorizer]] = {
    "words_": partial(word_grams, span=(1, 3)),
    "characters_": _character_grams,
    "context_": partial(word_grams, span=(1, 1)),
}


def _around(clip: Clip) -> str:
    """The context as words that cannot be mistaken for the segment's own."""
    marked = (f"{name}{word}" for name, text in _contexts(clip) for word in text.lower().split())
    return " ".join(marked)


def _contexts(clip: Clip) -> tuple[tuple[str, str], ...]:
    return (("before_", clip.before[-60:]), ("after_", clip.after[:60]), ("line_", clip.line[-200:]))


def _shape(clip: Clip) -> dict[str, float]:
    """Form, and no words: length, marks, place, and how the segment begins."""
    words = clip.text.lower().split()
    first = words[0].strip(",.?!'") if words else ""
    return {
        "question mark": float("?" in clip.text),
        "exclamation": float("!" in clip.text),
        "ellipsis": float("..." in clip.text or "…" in clip.text),
        "starts as a question": float(first in STARTERS),
        "is first": float(not clip.before),
        "is last": float(not clip.after),
        "follows a permission": float("can i" in clip.before.lower() or "could i" in clip.before.lower()),
        "asked by the coachee": float("?" in clip.line),
        f"length {min(len(words) // 4, 8)}": 1.0,
        f"starts {first}": 1.0,
        f"ends {words[-1].strip(',.!') if words else ''}": 1.0,
    }

"""Which of a scenario's topics a coach's words are about."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from simulator.core.hearing import TopicMatch
from simulator.core.scenario import Topic

_POINTING = frozenset(["that", "it", "this", "more", "there", "then", "those", "these"])
_FOLLOW_UP = TopicMatch("", 0.5)
NO_TOPIC = ""
_NEAREST = 3
_LONG = 14
"""Code points of a cue that can hardly stand in a text by chance."""
_WORD = re.compile(r"\w[\w'-]*")
_WRONG_COSTS = 0.5
"""An answer about the wrong thing is worse than one that fits anything."""

Vectors = NDArray[np.float32]
Meanings = Callable[[Sequence[str]], Vectors]
"""From texts to vectors of length 1. Shape (texts, width)."""


class Subject(NamedTuple):
    """A topic as the matcher knows it."""

    id: str
    cues: tuple[str, ...]
    """What a coach might say about it."""
    lines: tuple[str, ...]
    """What the coachee says about it."""


def subjects_of(topics: Sequence[Topic], general: Sequence[str]) -> tuple[Subject, ...]:
    """Topics as the matcher knows them, and a last one, without a name, for what is said in any conversation."""
    named = (
        Subject(
            topic.id, (topic.title, *topic.cues), tuple(line.text for found in topic.layers.values() for line in found)
        )
        for topic in topics
    )
    return (*named, Subject(NO_TOPIC, tuple(general), ()))


class Relevance(ClassifierMixin, BaseEstimator):
    """From how near words are to a topic, and how much nearer than to others, to the chance that they are about it."""

    def __init__(self, C: float = 10.0) -> None:
        """Store the setting.

        Args:
            C: Inverse strength of the regularisation.
        """
        self.C = C

    def fit(self, X: Sequence[NDArray[np.float64]], y: Sequence[int]) -> Self:
        """Learn from what coaches said, and what it was about.

        Args:
            X: For each, the nearness to every topic of its scenario, none last. Each of shape (topics, features).
            y: For each, the place of its topic.
        """
        about = [place == right for near, right in zip(X, y, strict=True) for place in range(len(near))]
        self.head_ = LogisticRegression(C=self.C, max_iter=3000).fit(np.concatenate(X), about)
        chances = [self.chances(near) for near in X]
        self.least_ = max(np.arange(0.1, 0.9, 0.02), key=lambda least: _worth(chances, y, least))
        return self

    def chances(self, near: NDArray[np.float64]) -> NDArray[np.float64]:
        """The chance that the words are about each topic. Shape (topics,)."""
        found: NDArray[np.float64] = self.head_.predict_proba(near)[:, 1]
        return found


def _worth(chances: Sequence[NDArray[np.float64]], y: Sequence[int], least: float) -> float:
    """How good a threshold is: right answers, less what wrong topics cost."""
    none = [len(row) - 1 for row in chances]
    named = [int(row.argmax()) if row.max() >= least else last for row, last in zip(chances, none, strict=True)]
    right = sum(name == truth for name, truth in zip(named, y, strict=True))
    wrong = sum(name not in (truth, last) for name, truth, last in zip(named, y, none, strict=True))
    return right - _WRONG_COSTS * wrong


class TopicMatcher:
    """Compares words with everything that is known about each topic of one scenario."""

    def __init__(self, subjects: Sequence[Subject], meanings: Meanings) -> None:
        """Read all cues once.

        Args:
            subjects: The scenario's topics.
            meanings: The encoder's.
        """
        self.ids = [subject.id for subject in subjects]
        self._cues = [meanings(subject.cues) for subject in subjects]
        self._phrases = [tuple(f" {' '.join(_words(cue))} " for cue in subject.cues) for subject in subjects]
        cues, lines = ([" ".join(found) for found in column] for column in list(zip(*subjects, strict=True))[1:])
        everything = [f"{cue} {line}" for cue, line in zip(cues, lines, strict=True)]
        self._words = TfidfVectorizer(token_pattern=r"(?u)\b\w[\w']+\b", ngram_range=(1, 2), sublinear_tf=True)
        self._words.fit(everything)
        self._letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit(everything)
        self._known = [
            (self._words, self._words.transform(cues).T),
            (self._words, self._words.transform(lines).T),
            (self._letters, self._letters.transform(cues).T),
        ]

    def nearness(self, text: str, meaning: Vectors) -> NDArray[np.float64]:
        """How near words are to each topic, in meaning, words and letters, then how much nearer than to the best other.

        Args:
            text: The words.
            meaning: The encoder's vector of them.

        Returns:
            Array of shape (topics, features).
        """
        near = np.array([_nearest(cues @ meaning) for cues in self._cues])
        named = np.array([_named(phrases, text) for phrases in self._phrases])
        shared = [(grams.transform([text]) @ known).toarray()[0] for grams, known in self._known]
        table = np.column_stack([near, named, *shared])
        return np.hstack([table, table - _best_other(table)])


def _nearest(cues: Vectors) -> tuple[float, float]:
    """How near the nearest cue is, and the nearest few."""
    best = np.sort(cues)[-_NEAREST:]
    return float(best[-1]), float(best.mean())


def _named(phrases: Sequence[str], text: str) -> float:
    """How much of a name stands in the text, word for word: the longest cue, 1 for a long one."""
    padded = f" {' '.join(_words(text))} "
    return max((min(1.0, len(phrase) / _LONG) for phrase in phrases if phrase in padded), default=0.0)


def _words(text: str) -> Sequence[str]:
    return _WORD.findall(text.lower())


def _best_other(table: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each topic and feature, the best value among the other topics. Shape (topics, features)."""
    if len(table) < 2:
        return np.zeros_like(table)
    ordered = np.sort(table, axis=0)
    best: NDArray[np.float64] = np.where(table == ordered[-1], ordered[-2], ordered[-1])
    return best


def ranked(ids: Sequence[str], chances: Sequence[float], least: float, words: Sequence[str]) -> tuple[TopicMatch, ...]:
    """The topics that words are about, best first; last, where they point, the one talked of last.

    Args:
        ids: The topics.
        chances: That the words are about each.
        least: From this chance on they are.
        words: In lower case.
    """
    found = [TopicMatch(name, round(chance, 3)) for name, chance in zip(ids, chances, strict=True) if chance >= least]
    best = sorted(found, key=lambda match: -match.score)
    best = [] if best and best[0].topic == NO_TOPIC else [match for match in best if match.topic != NO_TOPIC]
    return (*best, _FOLLOW_UP) if _POINTING.intersection(words) else tuple(best)

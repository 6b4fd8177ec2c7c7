"""Which of a scenario's topics a coach's words are about: how much of a topic's cue stands in them."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log

from simulator.core.hearing import TopicMatch
from simulator.core.scenario import Topic

_ENOUGH = 0.58
"""From this share of a cue on it counts as said; a typo or an ending may differ."""
_POINTING = frozenset(["that", "it", "this", "more", "there", "then", "those", "these"])
_FOLLOW_UP = TopicMatch("", 0.5)


def match_topics(words: Sequence[str], topics: Sequence[Topic]) -> tuple[TopicMatch, ...]:
    """The topics that the words are about, best first.

    Args:
        words: The response's words, in lower case.
        topics: What the coachee knows about.
    """
    if not topics:
        return ()
    grams = _grams(" ".join(words))
    matcher = _matcher(tuple((topic.id, topic.cues) for topic in topics))
    found = [TopicMatch(name, round(score, 3)) for name, score in matcher.scores(grams) if score > 0]
    ranked = sorted(found, key=lambda match: -match.score)
    return (*ranked, _FOLLOW_UP) if _POINTING.intersection(words) else tuple(ranked)


class _Matcher:
    """The cues of one scenario, as weighted character n-grams."""

    def __init__(self, topics: Sequence[tuple[str, Sequence[str]]]) -> None:
        self._cues = [(name, _grams(cue.lower())) for name, cues in topics for cue in cues]
        counts: dict[str, int] = {}
        for _, grams in self._cues:
            for gram in grams:
                counts[gram] = counts.get(gram, 0) + 1
        size = max(1, len(self._cues))
        self._weights: Mapping[str, float] = {gram: log(1 + size / count) for gram, count in counts.items()}

    def scores(self, grams: frozenset[str]) -> list[tuple[str, float]]:
        """Each topic with the weight of its best cue that was said, squashed to below 1."""
        best: dict[str, float] = {}
        for name, cue in self._cues:
            best[name] = max(best.get(name, 0.0), self._said(cue, grams))
        return list(best.items())

    def _said(self, cue: frozenset[str], grams: frozenset[str]) -> float:
        whole = sum(self._weights[gram] for gram in cue)
        said = sum(self._weights[gram] for gram in cue & grams)
        return said / (said + 60) if whole and said >= _ENOUGH * whole else 0.0


@lru_cache(maxsize=32)
def _matcher(topics: tuple[tuple[str, tuple[str, ...]], ...]) -> _Matcher:
    return _Matcher(topics)


def _grams(text: str) -> frozenset[str]:
    """Character n-grams of three to five, with word borders; word pairs keep phrases together."""
    padded = f" {text} "
    return frozenset(
        padded[start : start + size] for size in (3, 4, 5) for start in range(max(1, len(padded) - size + 1))
    )

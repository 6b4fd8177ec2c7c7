"""What is made of what was heard: the coachee's kinds and signs, and what either speaker's words mention."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from simulator.core.words import Kind, Mark, Sign

_T = TypeVar("_T")
_TAG = re.compile(
    r"\b(?:is|was|are|were|do|does|did|have|has|had|can|could|would|will|should)(?:n't)?"
    r" (?:i|it|you|he|she|we|they|there)\s*\?\s*$",
    re.IGNORECASE,
)
_SHOWN = -0.5
"""Log-odds from which the encoder's word on a sign counts."""
_BOTH = (Sign.ASKS, Sign.GRANTS)
"""Signs that the encoder hears by itself: a question better than a mention does, a yes beside it."""
_ASKED = "asks-"
"""How the name of what a coach asks about begins."""
_KINDS: Mapping[str, Kind] = {
    "push-back": Kind.RESERVATION,
    "insight": Kind.INSIGHT,
    "compliance": Kind.COMPLIANCE,
}
_SIGNS: Mapping[str, Sign] = {
    "feeling": Sign.FEELS,
    "stuck": Sign.STUCK,
    "grants": Sign.GRANTS,
    "refuses": Sign.REFUSES,
    "goal": Sign.GOAL,
}
_MARKS: Mapping[str, Mark] = {str(mark): mark for mark in Mark}


class Shown(NamedTuple):
    """What a coachee's line shows."""

    kinds: frozenset[Kind]
    signs: frozenset[Sign]
    marks: frozenset[Mark]


def shown(text: str, scores: NDArray[np.floating], mentions: frozenset[str]) -> Shown:
    """What a line shows: the likeliest kind and two signs by the encoder, all else by its mentions.

    Args:
        text: The coachee's words.
        scores: A score for each kind, then the log-odds of each sign. Shape (kinds + signs,).
        mentions: The names of all that it mentions.
    """
    kinds = list(Kind)
    odds = dict(zip(Sign, scores[len(kinds) :], strict=True))
    heard = frozenset(sign for sign in _BOTH if odds[sign] > _SHOWN and not (sign is Sign.ASKS and _TAG.search(text)))
    return Shown(
        kinds=frozenset({kinds[int(scores[: len(kinds)].argmax())], *_known(mentions, _KINDS)}),
        signs=heard.union(_known(mentions, _SIGNS)),
        marks=frozenset(_known(mentions, _MARKS)),
    )


def coach_marks(names: Iterable[str]) -> frozenset[Mark]:
    """What a coach's words mention, be it said or asked about."""
    return frozenset(_known((name.removeprefix(_ASKED) for name in names), _MARKS))


def _known(names: Iterable[str], table: Mapping[str, _T]) -> Iterator[_T]:
    return (table[name] for name in names if name in table)

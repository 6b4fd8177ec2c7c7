"""Directed checks of the ear, never trained on: minimal pairs, and changes that must not change anything."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import Any, NamedTuple

from simulator.core.hearing import Hearing, Segment
from simulator.core.moves import Move
from simulator.core.play import hear_transcript
from simulator.core.ports import Listener
from simulator.core.rules import settle
from simulator.core.words import Speaker, Utterance
from simulator.language.variants import mistyped, unstopped

_SEED = 1

Raw = Mapping[str, Any]
Change = Callable[[str, Random], str]
CHANGES: Mapping[str, Change] = {
    "lower case": lambda text, dice: text.lower(),
    "capitals": lambda text, dice: text.upper(),
    "a typo": mistyped,
    "no stops": lambda text, dice: unstopped(text),
}
"""What must not change the primary family; nor must a courtesy before it."""


class Case(NamedTuple):
    """One side of a minimal pair."""

    rule: int
    context: Sequence[Utterance]
    response: str
    segment: str
    move: Move


def cases_of(pairs: Sequence[Raw]) -> Iterator[tuple[Case, Case]]:
    """The pairs as values."""
    for pair in pairs:
        yield _case(pair, "a"), _case(pair, "b")


def _case(pair: Raw, side: str) -> Case:
    raw = pair[side]
    context = [Utterance(Speaker(line["speaker"]), line["text"]) for line in raw["context"]]
    return Case(int(pair["rule"]), context, raw["response"], raw["segment"], Move(raw["move"]))


def pair_figures(pairs: Sequence[Raw], listener: Listener) -> dict[str, Any]:
    """How often the segment that a pair turns on is in the right family: of all cases, and by rule."""
    by_rule: dict[int, list[bool]] = defaultdict(list)
    both = []
    for sides in cases_of(pairs):
        right = [_deciding(case, hear(case, case.response, listener)).family is case.move.family for case in sides]
        by_rule[sides[0].rule] += right
        both.append(all(right))
    every = [each for found in by_rule.values() for each in found]
    return {
        "pairs": len(both),
        "right": _share(every),
        "both_right": _share(both),
        "rules": {str(rule): _share(found) for rule, found in sorted(by_rule.items())},
    }


def hear(case: Case, response: str, listener: Listener) -> Hearing:
    """Hear a response in the context of a case."""
    return settle(listener.hear(response, case.context, ()), hear_transcript(case.context, listener))


def _deciding(case: Case, hearing: Hearing) -> Segment:
    """The segment heard that shares most with the one the case is about."""
    start = max(0, case.response.find(case.segment))
    end = start + len(case.segment)
    return max(hearing.segments, key=lambda found: min(found.end, end) - max(found.start, start))


def invariance(pairs: Sequence[Raw], openers: Sequence[str], listener: Listener) -> dict[str, float]:
    """For each change that means nothing, how often the primary family stays.

    Args:
        pairs: The responses to change.
        openers: Courtesies, one of which is put before each.
        listener: Hears them.
    """

    def opened(text: str, dice: Random) -> str:
        return f"{dice.choice(openers)} {text[:1].lower()}{text[1:]}"

    dice = Random(_SEED)
    cases = [case for sides in cases_of(pairs) for case in sides if case.response.strip()]
    first = [hear(case, case.response, listener).primary for case in cases]
    return {
        name: _share(
            [
                hear(case, change(case.response, dice), listener).primary is primary
                for case, primary in zip(cases, first, strict=True)
            ]
        )
        for name, change in {**CHANGES, "a polite prefix": opened}.items()
    }


def _share(found: Sequence[bool]) -> float:
    return round(sum(found) / len(found), 3)

"""Who coaches whom, and who manages whom: what goes wrong when the same person does both."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_MOST_COACHED = 3


class Pair(NamedTuple):
    """One coach and one person coached."""

    coach: str
    coachee: str
    manager: str = ""
    """The coachee's line manager; empty where nobody said."""


def read_pairs(text: str) -> tuple[Sequence[Pair], Sequence[str]]:
    """Pairs from typed lines, ``coach, coachee, manager``, and the lines that cannot be read."""
    pairs, unread = [], []
    for line in text.splitlines():
        names = [name.strip() for name in line.split(",")]
        if len(names) in {2, 3} and all(names[:2]):
            pairs.append(Pair(*names))
        elif line.strip():
            unread.append(line.strip())
    return pairs, unread


def trouble(pairs: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    """Each problem in plain words, with its reason."""
    for pair in pairs:
        yield from _both(pair)
    for coach, times in Counter(pair.coach for pair in pairs).items():
        if times > _MOST_COACHED:
            problem = f"{coach} coaches {times} people."
            yield problem, "More than three at a time, and the sessions are the first thing to be cancelled."
    if unknown := [pair.coachee for pair in pairs if not pair.manager]:
        yield f"Nobody said who manages {', '.join(unknown)}.", "It matters, and it's the thing most easily overlooked."


def _both(pair: Pair) -> Iterator[tuple[str, str]]:
    """What is wrong with one pair."""
    if _same(pair.coach, pair.manager):
        problem = f"{pair.coach} coaches {pair.coachee} and manages {pair.coachee} too."
        yield problem, "Whoever signs your appraisal hears only what is safe to tell them. Swap this pair."
    if _same(pair.coach, pair.coachee):
        yield f"{pair.coach} is down to coach themselves.", "Somebody else has to ask the questions."


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()

"""How a conversation flows: who talks, how long, and what comes in a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from simulator.core.hearing import Heard, HeardLine, Hearing
from simulator.core.moves import HARMFUL, REFLECTIONS, Family


class Stretch(NamedTuple):
    """Something that lasts: a long turn, or turns in a row."""

    turn: int
    """Where it begins. Counted from 0 over all turns."""
    length: int
    """In words for one turn, in coach turns for several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The shape of a conversation. A stretch is None where there is none."""

    coach_words: int
    coachee_words: int
    longest_coach: Stretch | None
    """The coach's longest turn."""
    longest_coachee: Stretch | None
    """The coachee's longest turn."""
    asking: Stretch | None
    """Most coach turns in a row that ask and give nothing back."""
    leaving: Stretch | None
    """Most coach turns in a row that neither steer nor judge."""


def flow(conversation: Sequence[Heard]) -> Flow:
    """The shape of a conversation.

    Args:
        conversation: All turns of both speakers, as heard, oldest first.
    """
    coach = [(turn, heard.words) for turn, heard in enumerate(conversation) if isinstance(heard, Hearing)]
    coachee = [(turn, heard.words) for turn, heard in enumerate(conversation) if isinstance(heard, HeardLine)]
    return Flow(
        coach_words=sum(words for _, words in coach),
        coachee_words=sum(words for _, words in coachee),
        longest_coach=_longest(coach),
        longest_coachee=_longest(coachee),
        asking=_streak(conversation, _only_asks),
        leaving=_streak(conversation, _leaves),
    )


def _longest(turns: Sequence[tuple[int, int]]) -> Stretch | None:
    return max((Stretch(*one) for one in turns if one[1]), key=lambda one: one.length, default=None)


def _streak(conversation: Sequence[Heard], counts: Callable[[Hearing], bool]) -> Stretch | None:
    """The longest run of coach turns that count, the first if several are. What is unsure is passed over."""
    sure = [(turn, heard) for turn, heard in enumerate(conversation) if isinstance(heard, Hearing) and heard.sure]
    runs = [list(run) for does, run in groupby(sure, key=lambda one: counts(one[1])) if does]
    return max((Stretch(run[0][0], len(run)) for run in runs), key=lambda one: one.length, default=None)


def _only_asks(hearing: Hearing) -> bool:
    return Family.QUESTIONING in hearing.families and hearing.moves.isdisjoint(REFLECTIONS)


def _leaves(hearing: Hearing) -> bool:
    return hearing.families.isdisjoint(HARMFUL)

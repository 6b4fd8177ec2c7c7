"""A conversation cut into exchanges: each coach response with the coachee's lines around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.core.hearing import Heard, HeardLine, Hearing
from simulator.core.words import PUSH_BACK, Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One coach response, what it answers, and what came of it."""

    turn: int
    """The response's place among all turns of both speakers, counted from 0."""
    coach: Hearing
    before: HeardLine | None
    """The coachee's last line, or None at the start."""
    after: HeardLine | None
    """The coachee's next line, or None at the end."""
    earlier: tuple["Exchange", ...]
    """All exchanges before this one."""
    following: tuple[Hearing, ...]
    """The coach's next two responses."""

    @property
    def meets_push_back(self) -> bool:
        """Does it answer a reservation or an excuse?"""
        return self.before is not None and not PUSH_BACK.isdisjoint(self.before.kinds)

    @property
    def meets_feeling(self) -> bool:
        """Does it answer a line that shows a feeling?"""
        return self.before is not None and Sign.FEELS in self.before.signs


def exchanges(conversation: Sequence[Heard]) -> tuple[Exchange, ...]:
    """The exchanges of a conversation whose response can be scored, oldest first."""
    places = [place for place, heard in enumerate(conversation) if isinstance(heard, Hearing) and heard.sure]
    found: list[Exchange] = []
    for number, place in enumerate(places):
        coach = conversation[place]
        if isinstance(coach, Hearing):
            found.append(
                Exchange(
                    turn=place,
                    coach=coach,
                    before=_nearest(conversation[:place][::-1]),
                    after=_nearest(conversation[place + 1 :]),
                    earlier=tuple(found),
                    following=tuple(_responses(conversation, places[number + 1 : number + 3])),
                )
            )
    return tuple(found)


def _nearest(turns: Sequence[Heard]) -> HeardLine | None:
    """The first turn, if the coachee spoke it."""
    return turns[0] if turns and isinstance(turns[0], HeardLine) else None


def _responses(conversation: Sequence[Heard], places: Sequence[int]) -> list[Hearing]:
    return [heard for place in places if isinstance(heard := conversation[place], Hearing)]

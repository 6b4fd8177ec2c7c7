"""A conversation cut into exchanges: each coach response with the coachee's lines around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.core.hearing import Heard, HeardLine, Hearing, Segment
from simulator.core.moves import Family
from simulator.core.words import PUSH_BACK, Kind, Mark, Sign


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

    @property
    def asked(self) -> frozenset[Mark]:
        """What the coach asks about."""
        return frozenset().union(*(segment.marks for segment in self.coach.sure if _asks(segment)))

    @property
    def said(self) -> frozenset[Mark]:
        """What the coachee's next line speaks of: named in its words, or asked about and answered."""
        if self.after is None:
            return frozenset()
        return self.after.marks | (self.asked if _answers(self.after) else frozenset())

    @property
    def states_goal(self) -> bool:
        """Does the coachee's next line state a goal of their own?"""
        return self.after is not None and (Sign.GOAL in self.after.signs or Mark.GOAL in self.said)

    @property
    def has_idea(self) -> bool:
        """Does it bring an idea of their own?"""
        return self.after is not None and (Kind.IDEA in self.after.kinds or Mark.OPTION in self.said)

    @property
    def commits(self) -> bool:
        """Does it say what they will do?"""
        return self.after is not None and (Kind.COMMITMENT in self.after.kinds or Mark.ACTION in self.said)

    @property
    def is_productive(self) -> bool:
        """Is the coachee doing the thinking in their next line?"""
        thinks = self.after is not None and Kind.INSIGHT in self.after.kinds
        return thinks or self.has_idea or self.commits


def _asks(segment: Segment) -> bool:
    """Is it an honest question, however the listener files it?"""
    return segment.family is Family.QUESTIONING or (segment.family is Family.FRAMING and Mark.QUESTION in segment.marks)


def _answers(line: HeardLine) -> bool:
    """Does it take the question up? Going along, refusing and not knowing are no answers."""
    evades = {Kind.COMPLIANCE, *PUSH_BACK} & line.kinds or {Sign.REFUSES, Sign.STUCK, Sign.ASKS} & line.signs
    return not evades


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

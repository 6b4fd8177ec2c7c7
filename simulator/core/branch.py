"""What if: other words at one turn of a session, and what the coachee would have answered."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.core.passage import Passage, Style, label, spoken
from simulator.core.play import speak
from simulator.core.ports import Listener
from simulator.core.session import Session, Turn
from simulator.core.state import State

_SHOWN = 0.5
"""A difference in state that rounds to nothing is not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Other words at one turn. The session it leaves stays as it is."""

    was: Turn
    """What was said, and what came of it."""
    session: Session
    """The session up to that turn, with the other words as its last."""

    @property
    def now(self) -> Turn:
        """The other words, and what would have come of them."""
        return self.session.turns[-1]


def what_if(session: Session, turn: int, words: str, listener: Listener) -> Branch:
    """Say other words at a turn.

    Args:
        session: The session, which may have ended.
        turn: Whose words are replaced: the coach's turns, counted from 0.
        words: What is said instead.
        listener: The ear.
    """
    return Branch(was=session.turns[turn], session=speak(session.rewound(turn), words, listener))


def tell_turn(turn: Turn) -> Iterator[Passage]:
    """One turn: the words, their label, the answer, and what was not said."""
    yield Passage(Style.COACH, spoken(turn.hearing.text), hearing=turn.hearing)
    yield Passage(Style.NOTE, label(turn.hearing))
    yield Passage(Style.COACHEE, turn.reply.text)
    if thought := turn.reply.lines[0].thought:
        yield Passage(Style.THOUGHT, thought)


def tell_difference(branch: Branch) -> Passage:
    """How the coachee stands after each, value by value."""
    pairs = zip(State._fields, branch.was.mind.state, branch.now.mind.state, strict=True)
    told = [f"{name} {now:.0f} instead of {was:.0f}" for name, was, now in pairs if abs(now - was) >= _SHOWN]
    if not told:
        return Passage(Style.TEXT, "The coachee would stand the same after either.")
    return Passage(Style.TEXT, f"After it: {', '.join(told)}.", "After it")

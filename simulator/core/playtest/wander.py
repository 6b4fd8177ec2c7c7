"""Seeded random sessions that do first what has been done least."""

from collections.abc import Iterator, Sequence
from itertools import count

from simulator.core.chance import mark
from simulator.core.hearing import Hearing
from simulator.core.moves import HARMFUL, MOVES_OF, Family, Move
from simulator.core.playtest.given import given
from simulator.core.scenario import Scenario
from simulator.core.session import Session
from simulator.core.words import Mark, Occasion

_LEADING_ON = (Move.OPEN, Move.PROBE, Move.FUTURE, Move.REFLECT_COMPLEX, Move.SUMMARISE, Move.AUTONOMY, Move.COMMIT)
_MURMURS = 8
"""How often each murmur stands in the stock of those who say little, for one goodbye."""


def wander(scenario: Scenario, sessions: int, seed: int) -> Iterator[Session]:
    """Random sessions of one scenario, the same for the same seed.

    Four manners of coaching take turns: anything at all, nothing harmful, towards an agreement, and hardly a word.
    Each works through its own stock of responses before it says one a second time.
    """
    manners = [_dealt(stock, seed) for stock in _stocks(scenario)]
    for number in range(sessions):
        yield _wandered(Session.begin(scenario, seed + number), manners[number % len(manners)])


def _wandered(session: Session, manner: Iterator[Hearing]) -> Session:
    while not session.is_over:
        session = session.advance(next(manner))
    return session


def _dealt(stock: Sequence[Hearing], seed: int) -> Iterator[Hearing]:
    """The responses one after the other, shuffled anew in every round: the least used is always next."""
    for number in count():
        order = sorted(range(len(stock)), key=lambda place: mark(seed, number, str(place)))
        yield from (stock[place] for place in order)


def _stocks(scenario: Scenario) -> list[list[Hearing]]:
    """The four manners' responses."""
    harmless = [move for move in Move if move.family not in HARMFUL and move is not Move.OTHER]
    close = given(Move.STRUCTURE, marks=(Mark.CLOSE,))
    occasions = [given(Move.OTHER, occasion=occasion) for occasion in Occasion]
    return [
        [*_about_all(scenario, list(Move)), *occasions],
        [*_about_all(scenario, harmless), close],
        [*_about_all(scenario, _LEADING_ON), close],
        [*[given(move) for move in MOVES_OF[Family.MINIMAL]] * _MURMURS, *occasions],
    ]


def _about_all(scenario: Scenario, moves: Sequence[Move]) -> list[Hearing]:
    """Every move about every topic, about the last one, and twice about none."""
    topics = [topic.id for topic in scenario.topics]
    return [given(move, topic=topic) for move in moves for topic in (None, None, "", *topics)]

"""What one judgement does in the middle of a conversation, and what it takes to make up for it."""

from collections.abc import Iterator
from typing import NamedTuple

from simulator.core.moves import HARSH, Move
from simulator.core.playtest.given import given
from simulator.core.playtest.library import Library
from simulator.core.playtest.scripts import MIXED
from simulator.core.session import Session

_JUDGEMENTS = tuple(given(move) for move in sorted(HARSH))
_SUPPORTS = tuple(
    given(move) for move in (Move.REPAIR, Move.EMPATHISE, Move.AFFIRM, Move.AUTONOMY, Move.REFLECT_COMPLEX)
)
_NEAR = 5.0
"""Within this many points defensiveness counts as back."""
_MOST = 8
"""More support than this in one go is not tried."""
_BEFORE = 10


class Hurt(NamedTuple):
    """One judgement in one session."""

    is_raised: bool
    """Did defensiveness rise?"""
    mends: int | None
    """The fewest supportive moves that brought it back; None where the session ended or none tried was enough."""


def hurts(library: Library) -> Iterator[Hurt]:
    """Judge once in each session, after a few turns of an ordinary mix."""
    for seed, whole in enumerate(library.sessions(MIXED)):
        session = whole.rewound(1 + seed % _BEFORE)
        judged = session.advance(_JUDGEMENTS[seed % len(_JUDGEMENTS)])
        before, after = session.state.defensiveness, judged.state.defensiveness
        yield Hurt(after > before, _mends(judged, before))


def _mends(judged: Session, before: float) -> int | None:
    counts = (_support(judged, number, before) for number in range(len(_SUPPORTS)))
    return min((count for count in counts if count is not None), default=None)


def _support(session: Session, support: int, before: float) -> int | None:
    """How many moves of one kind it takes."""
    for number in range(_MOST):
        if session.state.defensiveness <= before + _NEAR:
            return number
        if session.is_over:
            return None
        session = session.advance(_SUPPORTS[support])
    return None

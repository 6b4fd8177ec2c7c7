"""How far a coachee can be brought: a search for the kindest play, to tell a layer that nobody can open."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from simulator.core.hearing import Hearing
from simulator.core.moves import Move
from simulator.core.playtest.given import given
from simulator.core.reaction import Moment, Temper, react
from simulator.core.scenario import Line, Persona
from simulator.core.session import MOST_TURNS
from simulator.core.state import State

_WIDTH = 6
"""Plays that are followed at a time: the best so far."""
_ANSWER = Line(id="", text="")
_RESPONSES = (
    given(Move.REFLECT_COMPLEX, Move.OPEN),
    given(Move.REFLECT_COMPLEX, Move.AFFIRM),
    given(Move.SUMMARISE, Move.FUTURE),
    given(Move.FOCUS, Move.AUTONOMY),
    given(Move.AUTONOMY, Move.FUTURE),
    given(Move.AFFIRM, Move.FUTURE),
    given(Move.EMPATHISE, Move.PROBE),
    given(Move.CONTRACT, Move.EMPATHISE),
    given(Move.FUTURE),
    given(Move.COMMIT),
    given(Move.CRITICISE),
)
"""The strongest row of every value, alone and in pairs; the harsh one for a layer that wants defensiveness."""


class _Play(NamedTuple):
    temper: Temper
    past: tuple[Hearing, ...] = ()


def can_reach(persona: Persona, needs: Mapping[str, float]) -> bool:
    """Did any play followed bring all these values up at once, within one session?

    A yes is proof. A no says that the kindest plays found did not, which for needs that some coach could meet
    has not been seen.
    """
    return _found(persona.baseline, persona, tuple(sorted(needs.items())))


@lru_cache(maxsize=256)
def _found(start: State, persona: Persona, needs: tuple[tuple[str, float], ...]) -> bool:
    plays = [_Play(Temper(state=start))]
    for _ in range(MOST_TURNS):
        if any(_has(play.temper.state, needs) for play in plays):
            return True
        plays = _best([_after(play, response, persona) for play in plays for response in _RESPONSES], needs)
    return False


def _after(play: _Play, response: Hearing, persona: Persona) -> _Play:
    moment = Moment(hearing=response, past=play.past, answering=_ANSWER, push_back=False, persona=persona)
    return _Play(react(play.temper, moment), (*play.past, response))


def _best(plays: Sequence[_Play], needs: tuple[tuple[str, float], ...]) -> list[_Play]:
    """The plays that lack least, each state once."""
    each = {play.temper.state: play for play in plays}
    return sorted(each.values(), key=lambda play: _lack(play.temper.state, needs))[:_WIDTH]


def _has(state: State, needs: tuple[tuple[str, float], ...]) -> bool:
    values: Mapping[str, float] = state._asdict()
    return all(values[name] >= least for name, least in needs)


def _lack(state: State, needs: tuple[tuple[str, float], ...]) -> float:
    values: Mapping[str, float] = state._asdict()
    return sum(max(0.0, least - values[name]) for name, least in needs)

"""Five named states from which every response is tried once."""

from enum import StrEnum

from simulator.core.moves import Move
from simulator.core.playtest.given import given
from simulator.core.reaction import Temper
from simulator.core.reply import Mind
from simulator.core.scenario import Layer, Scenario
from simulator.core.session import Reply, Session, Turn
from simulator.core.state import State
from simulator.core.words import Kind

_BEFORE = 4
"""Turns that are taken to have gone before: past the first few a commitment may come unasked."""


class Stance(StrEnum):
    """How the coachee stands when a response comes."""

    BEGUN = "begun"
    """As at the start: nothing opened."""
    WARM = "warm"
    """Trusting and open; every topic has been touched."""
    GUARDED = "guarded"
    """On the defensive; every topic has been touched."""
    READY = "ready"
    """Owning it and seeing clearly: a commitment is in reach, every layer is open."""
    CLOSING = "closing"
    """Trust has collapsed once: the next hard word ends it."""


def standing(scenario: Scenario, seed: int, stance: Stance) -> Session:
    """A session in which the coachee stands like this, and the coach is next."""
    session = Session.begin(scenario, seed)
    if stance is Stance.BEGUN:
        return session
    state = _state(scenario.persona.baseline, stance)
    layers = {Stance.READY: list(Layer), Stance.CLOSING: []}.get(stance, [Layer.OUTER])
    opened = frozenset((topic.id, layer) for topic in scenario.topics for layer in layers)
    mind = Mind(temper=Temper(state=state), opened=opened).saying(session.opening)
    murmur = given(Move.BACKCHANNEL)
    turn = Turn(hearing=murmur, reply=Reply(kind=Kind.NEUTRAL, lines=(session.opening,)), mind=mind)
    return Session(scenario=scenario, seed=seed, opening=session.opening, turns=(turn,) * _BEFORE)


def _state(base: State, stance: Stance) -> State:
    """The state as far as it differs from the baseline."""
    changed = {
        Stance.WARM: base._replace(trust=90, openness=90, defensiveness=10),
        Stance.GUARDED: base._replace(trust=0.8 * base.trust, openness=0.8 * base.openness, defensiveness=80),
        Stance.READY: State(80, 80, 15, 90, 90),
        Stance.CLOSING: base._replace(trust=0.5 * base.trust, openness=0.5 * base.openness, defensiveness=90),
    }
    return changed[stance].settled()

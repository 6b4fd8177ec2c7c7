"""Every response once: each move of each family, about every topic and none, in each of five named states."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from simulator.core.hearing import Hearing
from simulator.core.moves import Move
from simulator.core.playtest.given import given
from simulator.core.playtest.stances import Stance, standing
from simulator.core.scenario import Scenario
from simulator.core.session import Session
from simulator.core.words import Mark, Occasion


class Tried(NamedTuple):
    """One response tried in one state."""

    stance: Stance
    hearing: Hearing
    after: Session
    """The session with the answer in its last turn."""

    @property
    def is_silent(self) -> bool:
        """Was the coachee at a loss for words?"""
        line = self.after.turns[-1].reply.lines[0]
        return line in self.after.scenario.silences


def exhaust(scenario: Scenario, seed: int) -> Iterator[Tried]:
    """Try every response in every stance, each by a seed of its own so that the words differ."""
    for stance in Stance:
        session = standing(scenario, seed, stance)
        for number, hearing in enumerate(every_response(scenario)):
            yield Tried(stance, hearing, replace(session, seed=seed + number).advance(hearing))


def every_response(scenario: Scenario) -> Iterator[Hearing]:
    """Each move about each topic and about none, a close, and each occasion."""
    for move in Move:
        for topic in (None, *(topic.id for topic in scenario.topics)):
            yield given(move, topic=topic)
    yield given(Move.STRUCTURE, marks=(Mark.CLOSE,))
    for occasion in Occasion:
        yield given(Move.OTHER, occasion=occasion)

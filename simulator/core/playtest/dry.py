"""Dead ends: plays in which the coachee runs out of words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from simulator.core.playtest.bots import Bot, play
from simulator.core.playtest.scripts import ECHO_ONLY, GOOD, MIXED, PRAISE_ONLY
from simulator.core.scenario import Scenario

_BOTS = (PRAISE_ONLY, ECHO_ONLY, MIXED, GOOD)
"""Those who ask for little use up what is said in general."""


class DeadEnd(NamedTuple):
    """The first silence of a play in which nobody was silent first."""

    bot: Bot
    seed: int
    turn: int
    """The coach's turns, counted from 1."""


def dead_ends(scenario: Scenario, before: int, seeds: int = 2) -> Iterator[DeadEnd]:
    """Plays in which the coachee falls silent before a turn."""
    for bot in _BOTS:
        for seed in range(seeds):
            session = play(replace(bot, turns=before - 1), scenario, seed)
            for turn, played in enumerate(session.turns, start=1):
                if played.reply.lines[0] in scenario.silences:
                    yield DeadEnd(bot, seed, turn)
                    break

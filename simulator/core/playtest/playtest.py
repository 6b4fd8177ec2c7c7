"""A playtest: everything a machine can find out about a scenario by playing it."""

from dataclasses import dataclass, replace

from simulator.core.playtest.coverage import Coverage, coverage
from simulator.core.playtest.exhaust import Tried, exhaust
from simulator.core.playtest.smells import BOTS, BotScore, bot_score, smells
from simulator.core.playtest.wander import wander
from simulator.core.rubric import Rubric
from simulator.core.scenario import Scenario

_BOT_SESSIONS = 20
"""Sessions that each bot plays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Playtest:
    """What came of it."""

    seed: int
    answers: Coverage
    """Of every response once, from five named states. What these states open by decree counts as opened."""
    silent: tuple[Tried, ...]
    """Responses to which the coachee had no words."""
    sessions: Coverage
    """Of the random sessions: what a coach can come to see."""
    bots: tuple[BotScore, ...]
    smells: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Is every layer opened, every ending reached, every response answered, and no score smelling?"""
        return not (self.silent or self.sessions.unopened or self.sessions.unreached or self.smells)


def playtest(scenario: Scenario, rubric: Rubric, sessions: int, seed: int) -> Playtest:
    """Play a scenario in every way.

    Args:
        scenario: What is played.
        rubric: What the bots are scored by.
        sessions: How many random sessions.
        seed: The same seed gives the same playtest.
    """
    tried = tuple(exhaust(scenario, seed))
    bots = tuple(bot_score(bot, scenario, rubric, _BOT_SESSIONS, seed) for bot in BOTS)
    return Playtest(
        seed=seed,
        answers=coverage(scenario, (replace(one.after, turns=one.after.turns[-1:]) for one in tried)),
        silent=tuple(one for one in tried if one.is_silent and not one.hearing.occasion),
        sessions=coverage(scenario, wander(scenario, sessions, seed)),
        bots=bots,
        smells=tuple(smells(bots)),
    )

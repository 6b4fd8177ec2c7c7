"""A library of scenarios played by every persona: whom a seed meets."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from simulator.core.moves import Move
from simulator.core.playtest.bots import Bot, play, play_heard
from simulator.core.playtest.smells import Result, scored
from simulator.core.rubric import Rubric
from simulator.core.scenario import Scenario
from simulator.core.session import Session
from simulator.core.state import Profile
from simulator.core.words import Kind, Sign

PROFILES = tuple(Profile)


@dataclass(frozen=True, kw_only=True)
class Library:
    """Scenarios to be played by many seeds, the five personas weighted equally."""

    scenarios: Sequence[Scenario]
    rubric: Rubric
    seeds: int

    @cached_property
    def cast(self) -> Sequence[Scenario]:
        """Every scenario with every persona, the persona changing fastest."""
        return [_played_by(scenario, profile) for scenario in self.scenarios for profile in PROFILES]

    @cached_property
    def asking(self) -> Sequence[Scenario]:
        """Those of the cast in which somebody who is stuck may ask."""
        return [one for one in self.cast if any(line.signs >= {Sign.ASKS, Sign.STUCK} for line in one.every_line())]

    def sessions(self, bot: Bot) -> Iterator[Session]:
        """A bot's sessions, one for each seed."""
        return (play(bot, self.cast[seed % len(self.cast)], seed) for seed in range(self.seeds))

    def heard(self, bot: Bot, cast: Sequence[Scenario]) -> Iterator[Session]:
        """A bot's sessions ready to be scored, one for each seed."""
        return (play_heard(bot, cast[seed % len(cast)], seed) for seed in range(self.seeds))

    def results(self, bot: Bot) -> list[Result]:
        """What a bot scores, one result for each seed."""
        return [scored(session, self.rubric) for session in self.heard(bot, self.cast)]


class Replies:
    """How often each move was answered by each kind."""

    def __init__(self, sessions: Iterator[Session]) -> None:
        """Count the replies of all sessions."""
        self._counts: Counter[tuple[Move, Kind]] = Counter()
        for session in sessions:
            self._counts.update((turn.hearing.deciding.move, turn.reply.kind) for turn in session.turns)

    def share(self, moves: Sequence[Move] | frozenset[Move], kinds: frozenset[Kind]) -> float:
        """The share of these kinds in the replies to these moves; 0 where there was none."""
        answered = {pair: times for pair, times in self._counts.items() if pair[0] in moves}
        wanted = sum(times for (_, kind), times in answered.items() if kind in kinds)
        return wanted / sum(answered.values()) if answered else 0.0


def _played_by(scenario: Scenario, profile: Profile) -> Scenario:
    return replace(scenario, persona=replace(scenario.persona, profile=profile))

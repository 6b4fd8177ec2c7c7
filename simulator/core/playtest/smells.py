"""What each bot scores by the rubric, and where that smells: a score that no such coach should get."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

from simulator.core.debrief import SECURE
from simulator.core.playtest.bots import Bot, play_heard
from simulator.core.playtest.scripts import ADVICE_ONLY, ECHO_ONLY, GOOD, POOR, PRAISE_ONLY, QUESTION_ONLY
from simulator.core.rubric import Rubric
from simulator.core.scenario import Scenario
from simulator.core.score import overall, values_of
from simulator.core.session import Session

Levels = Mapping[str, int | None]
"""A session's level on each dimension; None where it was not observed."""

BOTS = (QUESTION_ONLY, ECHO_ONLY, PRAISE_ONLY, ADVICE_ONLY, GOOD, POOR)
"""Who plays, in the order of the report."""

_CORE = ("trust", "listening", "ownership")
"""Nobody is ready who is not secure on these."""
_MOST_SECURE = 5
_NOT_SECURE: Mapping[Bot, tuple[str, ...]] = {
    QUESTION_ONLY: ("listening", "ownership"),
    ECHO_ONLY: ("listening", "ownership"),
    PRAISE_ONLY: ("trust", "listening"),
    ADVICE_ONLY: ("ownership", "listening", "expertise"),
    POOR: ("trust", "listening", "ownership"),
}
"""On which dimensions which bot may never be secure (COACHEE.md, tests 7 and 9)."""
_APART: Mapping[Bot, float] = {
    QUESTION_ONLY: 10.0,
    ECHO_ONLY: 10.0,
    PRAISE_ONLY: 30.0,
    ADVICE_ONLY: 30.0,
    POOR: 30.0,
}
"""By how much, of 100, the good bot outscores each other."""
_SOMETIMES = 0.25


class Result(NamedTuple):
    """One scored session."""

    overall: float | None
    levels: Levels

    @property
    def passes(self) -> bool:
        """Would it count towards readiness? Nothing harmful, the core secure, and five of eight."""
        seen = {key: level for key, level in self.levels.items() if level is not None}
        secure = {key for key, level in seen.items() if level >= SECURE}
        return 1 not in seen.values() and secure.issuperset(_CORE) and len(secure) >= _MOST_SECURE


@dataclass(frozen=True, slots=True, kw_only=True)
class BotScore:
    """What one bot scored over some sessions of a scenario."""

    bot: Bot
    results: tuple[Result, ...]

    @property
    def overall(self) -> float | None:
        """The mean score, 0 to 100; None where no session could be scored."""
        known = [result.overall for result in self.results if result.overall is not None]
        return round(fmean(known), 1) if known else None

    @property
    def passes(self) -> float:
        """The share of sessions that would count towards readiness."""
        return fmean(result.passes for result in self.results) if self.results else 0.0

    def lowest(self, key: str) -> int | None:
        """The lowest level seen on a dimension; None where it was never observed."""
        return min(self._seen(key), default=None)

    def highest(self, key: str) -> int | None:
        """The highest level seen on a dimension; None where it was never observed."""
        return max(self._seen(key), default=None)

    def _seen(self, key: str) -> Iterator[int]:
        return (level for result in self.results if (level := result.levels.get(key)) is not None)


def scored(session: Session, rubric: Rubric) -> Result:
    """One session by the rubric."""
    values = values_of(session.conversation())
    if (values["turns"] or 0) < rubric.least_turns:
        return Result(None, {dimension.key: None for dimension in rubric.dimensions})
    return Result(overall(values, rubric), {one.key: one.level(values) for one in rubric.dimensions})


def bot_score(bot: Bot, scenario: Scenario, rubric: Rubric, sessions: int, seed: int) -> BotScore:
    """Let a bot play a scenario and score it."""
    played = (play_heard(bot, scenario, seed + number) for number in range(sessions))
    return BotScore(bot=bot, results=tuple(scored(session, rubric) for session in played))


def smells(scores: Sequence[BotScore]) -> Iterator[str]:
    """Scores that no such coach should get, each in one sentence."""
    for score in scores:
        for key in _NOT_SECURE.get(score.bot, ()):
            if (score.highest(key) or 0) >= SECURE:
                yield f"{score.bot.name} is secure on {key}, which no such coach can be"
        if score.passes and score.bot is not GOOD:
            yield f"{score.bot.name} passes as ready in {score.passes:.0%} of its sessions"
    yield from _too_close({score.bot: score for score in scores})


def _too_close(scores: Mapping[Bot, BotScore]) -> Iterator[str]:
    good = scores[GOOD]
    for bot, least in _APART.items():
        if (good.overall or 0) - (scores[bot].overall or 0) < least:
            yield f"{bot.name} scores {scores[bot].overall} and good {good.overall}: too close to tell apart"
    if good.passes < _SOMETIMES:
        yield f"good passes as ready in only {good.passes:.0%} of its sessions"

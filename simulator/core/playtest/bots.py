"""Bots: coaches that go by a script, and how a session with one goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import count, cycle
from typing import NamedTuple

from simulator.core.chance import mark, uniform
from simulator.core.hearing import Hearing
from simulator.core.moves import Move
from simulator.core.playtest.given import as_tagged, given
from simulator.core.scenario import Scenario
from simulator.core.session import Session
from simulator.core.words import Mark, Sign

_OWN_WORDS = 0.4
"""The share of a fair reflection's words that are the coachee's."""


class About(StrEnum):
    """What a response is about."""

    NOTHING = "nothing"
    NEXT = "next"
    """The next topic, in an order of the session's own."""
    LAST = "last"
    """What was talked of last."""


class Step(NamedTuple):
    """One response of a script."""

    moves: tuple[Move, ...]
    about: About = About.NOTHING
    marks: frozenset[Mark] = frozenset()
    repeats: float = _OWN_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """A coach that goes by a script and hardly listens."""

    name: str
    steps: tuple[Step, ...]
    """Said in order, and over again where they run out."""
    turns: int
    """The most responses in one session."""
    when_asked: Step | None = None
    """What it does for somebody who is stuck and asks; None where it goes on with its script."""
    is_drawn: bool = False
    """Are the steps drawn by chance, rather than said in order?"""


def play(bot: Bot, scenario: Scenario, seed: int) -> Session:
    """A whole session with a bot, its lines not listened to."""
    session = Session.begin(scenario, seed)
    script = _script(bot, scenario, seed)
    while not session.is_over and len(session.turns) < bot.turns:
        session = session.advance(_next(bot, session, script))
    return session


def play_heard(bot: Bot, scenario: Scenario, seed: int) -> Session:
    """A whole session with a bot, ready to be scored: every line is heard as its author tagged it."""
    session = _heard(Session.begin(scenario, seed))
    script = _script(bot, scenario, seed)
    while not session.is_over and len(session.turns) < bot.turns:
        session = _heard(session.advance(_next(bot, session, script)))
    return session


def _heard(session: Session) -> Session:
    return session.overheard(as_tagged(session))


def _next(bot: Bot, session: Session, script: Iterator[Hearing]) -> Hearing:
    is_asked = session.last_line.signs >= {Sign.ASKS, Sign.STUCK}
    return _said(bot.when_asked, "") if bot.when_asked and is_asked else next(script)


def _script(bot: Bot, scenario: Scenario, seed: int) -> Iterator[Hearing]:
    """What a bot says in one session, without end."""
    topics = cycle(sorted((topic.id for topic in scenario.topics), key=lambda name: mark(seed, 0, name)))
    topic = next(topics)
    for turn in count():
        place = int(uniform(seed, turn, bot.name) * len(bot.steps)) if bot.is_drawn else turn % len(bot.steps)
        step = bot.steps[place]
        topic = next(topics) if step.about is About.NEXT else topic
        yield _said(step, topic)


@lru_cache(maxsize=4096)
def _said(step: Step, topic: str) -> Hearing:
    about = {About.NOTHING: None, About.NEXT: topic, About.LAST: ""}[step.about]
    return given(*step.moves, topic=about, marks=step.marks, repeats=step.repeats)

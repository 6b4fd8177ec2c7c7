"""The words for what is said: speakers, kinds of lines, signs, occasions, and what is mentioned."""

from enum import StrEnum
from typing import NamedTuple


class Speaker(StrEnum):
    """Who spoke."""

    COACH = "coach"
    COACHEE = "coachee"


class Utterance(NamedTuple):
    """Words and who spoke them."""

    speaker: Speaker
    text: str


class Kind(StrEnum):
    """What a coachee's line does."""

    RESERVATION = "reservation"
    EXCUSE = "excuse"
    COMPLIANCE = "compliance"
    NEUTRAL = "neutral"
    INSIGHT = "insight"
    IDEA = "idea"
    COMMITMENT = "commitment"


PUSH_BACK = frozenset({Kind.RESERVATION, Kind.EXCUSE})
"""A coachee who resists; the coach's next turn is the one to look at."""

PRODUCTIVE = frozenset({Kind.INSIGHT, Kind.IDEA, Kind.COMMITMENT})
"""A coachee who is doing the thinking."""


class Sign(StrEnum):
    """What else a coachee's line shows."""

    FEELS = "feels"
    ASKS = "asks"
    STUCK = "stuck"
    GRANTS = "grants"
    REFUSES = "refuses"
    GOAL = "goal"


class Occasion(StrEnum):
    """A response that the coachee answers in its own way, whatever the topic."""

    GREETING = "greeting"
    THANKS = "thanks"
    SILENCE = "silence"
    NONSENSE = "nonsense"
    OFF_TOPIC = "off-topic"
    INSULT = "insult"
    DISCLOSURE = "disclosure"
    FAREWELL = "farewell"


class Mark(StrEnum):
    """Something a coach's or coachee's words mention that the rubric looks for."""

    PURPOSE = "purpose"
    CONFIDENTIALITY = "confidentiality"
    TIME = "time"
    ROLE = "role"
    MANAGER = "manager"
    CLOSE = "close"
    GOAL = "goal"
    OPTION = "option"
    ACTION = "action"
    EVIDENCE = "evidence"
    PUPILS = "pupils"
    WHY = "why"
    WHEN = "when"
    MEASURE = "measure"
    OBSTACLE = "obstacle"
    SUPPORT = "support"
    REVIEW = "review"
    FEELING = "feeling"
    CHOICE = "choice"
    SAFETY = "safety"
    IDEA = "idea"
    QUESTION = "question"
    WHAT_IF = "what-if"
    LONGING = "longing"

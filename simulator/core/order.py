"""What is better than what within one dimension, as data in ``rubric/order.yaml``."""

from dataclasses import dataclass

from simulator.core.moves import Move
from simulator.core.words import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """What one response of a coach does."""

    moves: tuple[Move, ...]
    marks: frozenset[Mark] = frozenset()
    shared: bool = False
    """Does it take up the coachee's words?"""
    repeats: float = 0.0
    """Share of its words that stood in the coachee's line before, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two responses to the same line, of which one is better."""

    dimension: str
    """The dimension in which it is better, and below which nothing may fall."""
    worse: Behaviour
    better: Behaviour
    why: str

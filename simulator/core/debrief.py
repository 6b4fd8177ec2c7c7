"""The debrief: two points that matter, each dimension with its evidence, and one better line for each weakness."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.core.chance import mark
from simulator.core.exchange import Exchange, exchanges
from simulator.core.flow import Flow, flow
from simulator.core.hearing import Heard, Hearing
from simulator.core.moves import HARMFUL, MOVES_OF, Family, Move
from simulator.core.rubric import Dimension, Moment, Rubric
from simulator.core.scenario import Better
from simulator.core.score import DimensionScore, Scored, score
from simulator.core.session import Session

SECURE = 3
"""From this level on a dimension counts as a strength."""
_MOST_QUOTES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The coach's own words as evidence."""

    turn: int
    """Counted from 0 over all turns."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Improved:
    """The coach's line beside a better one."""

    own: Quote
    better: Better
    is_example: bool
    """Is it a codebook example rather than a line written for this scenario?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One dimension: how it went, what shows it, what would be better."""

    score: DimensionScore
    descriptor: str
    """Of the level reached, or empty when not observed."""
    quotes: tuple[Quote, ...]
    improved: Improved | None

    @property
    def dimension(self) -> Dimension:
        """The dimension."""
        return self.score.dimension


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing to take away, about the move and never about the person."""

    dimension: Dimension
    text: str
    quote: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """Everything said after a conversation, before any screen lays it out."""

    scored: Scored
    aspects: tuple[Aspect, ...]
    """In the rubric's order."""
    strength: Point | None
    """The strongest strength, or None when no dimension is secure."""
    change: Point | None
    """The most useful change, or None when all observed dimensions are skilled."""
    push_back: tuple[Exchange, ...]
    """The moments of push-back and the coach's reply to each."""
    flow: Flow
    """Who talked, how long, and what came in a row."""
    conversation: tuple[Heard, ...]
    """All turns of both speakers, as heard, oldest first."""


def debrief(conversation: Sequence[Heard], rubric: Rubric, session: Session | None = None) -> Debrief:
    """Debrief a conversation.

    Args:
        conversation: All turns of both speakers, as heard, oldest first.
        rubric: The standard.
        session: The session it comes from, whose scenario may hold better lines; None for a transcript.
    """
    scored = score(conversation, rubric)
    talk = exchanges(conversation)
    writer = _Writer(conversation=conversation, talk=talk, rubric=rubric, session=session)
    aspects = tuple(writer.aspect(scored.dimensions[dimension.key]) for dimension in rubric.dimensions)
    return Debrief(
        scored=scored,
        aspects=aspects,
        strength=_strength(aspects),
        change=_change(aspects),
        push_back=tuple(exchange for exchange in talk if exchange.meets_push_back),
        flow=flow(conversation),
        conversation=tuple(conversation),
    )


def _strength(aspects: Sequence[Aspect]) -> Point | None:
    secure = [aspect for aspect in aspects if (aspect.score.level.value or 0) >= SECURE]
    if not secure:
        return None
    best = max(secure, key=lambda aspect: aspect.score.level.value or 0)
    return Point(dimension=best.dimension, text=best.dimension.strength, quote=next(iter(best.quotes), None))


def _change(aspects: Sequence[Aspect]) -> Point | None:
    rated = [aspect for aspect in aspects if (aspect.score.level.value or 4) < 4]
    if not rated:
        return None
    worst = min(rated, key=lambda aspect: aspect.score.level.value or 4)
    quote = worst.improved.own if worst.improved else next(iter(worst.quotes), None)
    return Point(dimension=worst.dimension, text=worst.dimension.change, quote=quote)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """Finds the words that belong to a aspect."""

    conversation: Sequence[Heard]
    talk: Sequence[Exchange]
    rubric: Rubric
    session: Session | None

    def aspect(self, scored: DimensionScore) -> Aspect:
        level = scored.level.value
        weak = level is not None and level < SECURE
        turns: Sequence[int] = scored.evidence
        if not weak:  # what is praised is shown first
            turns = sorted(turns, key=lambda turn: not self._shows(turn, scored.dimension.practise))
        quotes = tuple(self._quotes(turns))[:_MOST_QUOTES]
        return Aspect(
            score=scored,
            descriptor=scored.dimension.levels[int(level)].descriptor if level else "",
            quotes=quotes,
            improved=self._improved(scored, quotes) if weak else None,
        )

    def _quotes(self, turns: Sequence[int]) -> Iterator[Quote]:
        for turn in turns:
            if isinstance(self.conversation[turn], Hearing):
                yield Quote(turn=turn, text=self.conversation[turn].text)

    def _shows(self, turn: int, moves: Sequence[Move]) -> bool:
        """Does a response do one of these?"""
        heard = self.conversation[turn]
        return isinstance(heard, Hearing) and heard.has(*moves)

    def _improved(self, scored: DimensionScore, quotes: Sequence[Quote]) -> Improved | None:
        exchange = self._weakest(scored, quotes)
        if exchange is None:
            return None
        own = Quote(turn=exchange.turn, text=exchange.coach.text)
        for move in scored.dimension.practise:
            if better := self._authored(exchange, move):
                return Improved(own=own, better=better, is_example=False)
        return self._example(scored.dimension, own)

    def _weakest(self, scored: DimensionScore, quotes: Sequence[Quote]) -> Exchange | None:
        """The turn that a better line would have helped most.

        A quoted turn that steers or judges; else, where offering would be better, one that steers; else, of the turns
        that did not do it well already, the one at the dimension's own moment; a hard one is met worst by steering.
        """
        quoted = {quote.turn for quote in quotes}
        harmful = [one for one in self.talk if one.coach.primary in HARMFUL and one.turn in quoted]
        wanted = set(scored.dimension.practise)
        if not harmful and not wanted.isdisjoint(MOVES_OF[Family.OFFERING]):
            harmful = [one for one in self.talk if Family.DIRECTIVE in one.coach.families]
        others = [one for one in self.talk if one.coach.moves.isdisjoint(wanted)] or list(self.talk)
        hard = [one for one in others if one.meets_feeling or one.meets_push_back]
        hard.sort(key=lambda one: one.coach.primary not in HARMFUL)
        places = {
            Moment.OPENING: others[:1],
            Moment.MIDDLE: others[len(others) // 2 :],
            Moment.CLOSING: others[-1:],
            Moment.HARD: hard or others[len(others) // 2 :],
        }
        return next(iter(harmful or places[scored.dimension.moment]), None)

    def _authored(self, exchange: Exchange, move: Move) -> Better | None:
        """The scenario's own model line for the topic of that turn."""
        if self.session is None:
            return None
        topics = [match.topic for match in exchange.coach.topics if match.topic]
        found = (self.session.scenario.topic[name] for name in topics if name in self.session.scenario.topic)
        return next((better for topic in found for better in topic.better if better.move is move), None)

    def _example(self, dimension: Dimension, own: Quote) -> Improved | None:
        examples: Mapping[Move, tuple[str, ...]] = self.rubric.examples
        move = next((move for move in dimension.practise if examples.get(move)), None)
        if move is None:
            return None
        say = max(examples[move], key=lambda line: mark(own.turn, 0, line))
        better = Better(move=move, say=say, why=dimension.change)
        return Improved(own=own, better=better, is_example=True)

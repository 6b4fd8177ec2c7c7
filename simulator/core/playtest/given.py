"""Given hearings: responses and lines as their author means them, so that no ear is needed."""

from collections.abc import Iterable

from simulator.core.hearing import HeardLine, Hearing, Segment, TopicMatch
from simulator.core.moves import ASKING, Move
from simulator.core.session import Session
from simulator.core.words import PRODUCTIVE, Mark, Occasion, Sign

_WORDS = 12
"""Words a segment is taken to have."""


def given(
    *moves: Move,
    topic: str | None = None,
    marks: Iterable[Mark] = (),
    repeats: float = 0.0,
    shared: bool = True,
    occasion: Occasion | None = None,
) -> Hearing:
    """A response that does these moves for certain.

    Args:
        moves: One for each segment.
        topic: A topic's id; empty for the one talked of last; None for none.
        marks: What the words mention.
        repeats: The share of a reflection's words that are the coachee's own.
        shared: Does it take up the coachee's words?
        occasion: What the response is an instance of, if anything.
    """
    segments = tuple(_segment(move, frozenset(marks), repeats, shared) for move in moves)
    return Hearing(
        text=" ".join(moves),
        segments=segments,
        topics=() if topic is None else (TopicMatch(topic, 1.0),),
        occasion=occasion,
        stacked=sum(move in ASKING for move in moves) > 1,
        words=_WORDS * len(moves),
    )


def _segment(move: Move, marks: frozenset[Mark], repeats: float, shared: bool) -> Segment:
    return Segment(start=0, end=0, text=move, move=move, confidence=1.0, marks=marks, shared=shared, repeats=repeats)


def as_tagged(session: Session) -> HeardLine:
    """The coachee's last line as its author's tags say it should be heard.

    No tag says that a goal is stated: a productive answer to somebody who asks for a goal is taken to state one.
    """
    line = session.last_line
    signs = line.signs | ({Sign.GOAL} if _answers_goal(session) else frozenset())
    return HeardLine(text=line.text, kinds=frozenset({line.kind}), signs=signs, words=len(line.text.split()))


def _answers_goal(session: Session) -> bool:
    if not session.turns or session.last_line.kind not in PRODUCTIVE:
        return False
    hearing = session.turns[-1].hearing
    return hearing.has(Move.FOCUS) or any(Mark.GOAL in segment.marks for segment in hearing.sure)

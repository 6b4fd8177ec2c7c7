"""Words for tests: hearings and lines made by hand, and a listener that needs no trained model."""

from collections.abc import Iterable, Iterator, Sequence

from simulator.core.hearing import HeardLine, HeardResponse, HeardSegment, Hearing, Segment, TopicMatch
from simulator.core.moves import ASKING, Move
from simulator.core.ports import Answered, Spoken
from simulator.core.scenario import Topic
from simulator.core.words import Kind, Mark, Occasion, Sign, Utterance


def segment(move: Move, text: str = "words", **facts: object) -> Segment:
    """A settled segment that is sure unless told otherwise."""
    return Segment(start=0, end=len(text), text=text, move=move, **({"confidence": 1.0} | facts))  # type: ignore[arg-type]


def hearing(*moves: Move | Segment, topic: str | None = None, **facts: object) -> Hearing:
    """A response that does these moves."""
    segments = tuple(one if isinstance(one, Segment) else segment(one) for one in moves)
    asked = sum(one.move in ASKING for one in segments)
    topics = () if topic is None else (TopicMatch(topic, 1.0),)
    return Hearing(
        **{"text": "words", "segments": segments, "topics": topics, "stacked": asked > 1, "words": 5} | facts
    )  # type: ignore[arg-type]


def line(*kinds: Kind, signs: Iterable[Sign] = (), marks: Iterable[Mark] = (), lemmas: Iterable[str] = ()) -> HeardLine:
    """A coachee's line of these kinds."""
    return HeardLine(
        text="their words",
        kinds=frozenset(kinds or {Kind.NEUTRAL}),
        signs=frozenset(signs),
        marks=frozenset(marks),
        lemmas=frozenset(lemmas),
        words=10,
    )


class Always:
    """Hears every response as one move, and every line as neutral."""

    model_hash = "always"

    def __init__(self, move: Move = Move.OPEN, occasion: Occasion | None = None) -> None:
        self.move = move
        self.occasion = occasion

    def hear(self, response: str, context: Sequence[Utterance], topics: Sequence[Topic]) -> HeardResponse:
        """One segment, all of it."""
        whole = HeardSegment(start=0, end=len(response), text=response, probabilities={self.move: 1.0})
        return HeardResponse(text=response, segments=(whole,), occasion=self.occasion)

    def attend(self, topics: Sequence[Topic]) -> None:
        """Nothing to get ready."""

    def hear_all(self, spoken: Iterable[Spoken]) -> Iterator[HeardResponse]:
        """One by one."""
        return (self.hear(one.response, one.context, one.topics) for one in spoken)

    def hear_line(self, text: str, before: str = "") -> HeardLine:
        """A neutral line."""
        return HeardLine(text=text, words=len(text.split()))

    def hear_lines(self, lines: Sequence[Answered]) -> Sequence[HeardLine]:
        """One by one."""
        return [self.hear_line(*line) for line in lines]

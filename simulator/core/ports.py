"""The seams: what the rules need from the edges, given to them by ``cli``."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from simulator.core.hearing import HeardLine, HeardResponse
from simulator.core.scenario import Topic
from simulator.core.words import Utterance


class Spoken(NamedTuple):
    """A coach's words with all that was said before them."""

    response: str
    context: Sequence[Utterance] = ()
    """Oldest first, both speakers."""
    topics: Sequence[Topic] = ()
    """What the words may be about; empty outside a scenario."""
    cut: Sequence[tuple[int, int]] | None = None
    """Segments already known, as code points; None lets the listener decide."""


class Answered(NamedTuple):
    """A coachee's words with what the coach said before them."""

    text: str
    before: str = ""
    """The coach's last words; empty where the coachee begins."""


class Listener(Protocol):
    """Hears both speakers. The same words in the same context are always heard alike."""

    @property
    def model_hash(self) -> str:
        """Names the model that hears, for the record."""

    def attend(self, topics: Sequence[Topic]) -> None:
        """Get ready for what a coachee knows about; takes a moment, once a scenario."""

    def hear(self, response: str, context: Sequence[Utterance], topics: Sequence[Topic]) -> HeardResponse:
        """Hear one coach response; any text at all is heard as something."""

    def hear_all(self, spoken: Iterable[Spoken]) -> Iterator[HeardResponse]:
        """Hear many responses, in order and faster than one by one."""

    def hear_line(self, text: str, before: str = "") -> HeardLine:
        """Hear one coachee line, after the coach's last words."""

    def hear_lines(self, lines: Sequence[Answered]) -> Sequence[HeardLine]:
        """Hear many coachee lines, in order and faster than one by one."""

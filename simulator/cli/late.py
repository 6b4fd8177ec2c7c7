"""An ear that is loaded when something is first to be heard: reading an old debrief needs none."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from simulator.core.hearing import HeardLine, HeardResponse
from simulator.core.ports import Answered, Listener, Spoken
from simulator.core.scenario import Topic
from simulator.core.words import Utterance


class LateListener:
    """Hears like the listener that it loads."""

    def __init__(self, load: Callable[[], Listener]) -> None:
        """Load nothing yet."""
        self._load = load
        self._topics: Sequence[Topic] = ()

    @cached_property
    def _listener(self) -> Listener:
        loaded = self._load()
        loaded.attend(self._topics)
        return loaded

    @property
    def model_hash(self) -> str:
        """Names the model that hears."""
        return self._listener.model_hash

    def attend(self, topics: Sequence[Topic]) -> None:
        """Remember what to get ready for."""
        self._topics = topics

    def hear(self, response: str, context: Sequence[Utterance], topics: Sequence[Topic]) -> HeardResponse:
        """Hear one coach response."""
        return self._listener.hear(response, context, topics)

    def hear_all(self, spoken: Iterable[Spoken]) -> Iterator[HeardResponse]:
        """Hear many responses."""
        return self._listener.hear_all(spoken)

    def hear_line(self, text: str, before: str = "") -> HeardLine:
        """Hear one coachee line."""
        return self._listener.hear_line(text, before)

    def hear_lines(self, lines: Sequence[Answered]) -> Sequence[HeardLine]:
        """Hear many coachee lines."""
        return self._listener.hear_lines(lines)

"""What has been seen of a scenario: lines said, layers opened, endings reached."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.core.scenario import Ending, Layer, Line, Scenario
from simulator.core.session import Session

Opened = tuple[str, Layer]
"""A topic's layer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How much of a scenario some sessions have shown."""

    scenario: Scenario
    sessions: int
    turns: int
    said: Mapping[str, int]
    """How often each line was said, by id."""
    opened: frozenset[Opened]
    ended: Mapping[Ending, int]

    @property
    def unsaid(self) -> tuple[Line, ...]:
        """Lines nobody has heard, in the order of the file."""
        return tuple(line for line in self.scenario.every_line() if line.id not in self.said)

    @property
    def unopened(self) -> tuple[Opened, ...]:
        """Layers nobody has opened."""
        every = ((topic.id, layer) for topic in self.scenario.topics for layer in Layer)
        return tuple(one for one in every if one not in self.opened)

    @property
    def unreached(self) -> tuple[Ending, ...]:
        """Endings nobody has come to."""
        return tuple(ending for ending in Ending if ending not in self.ended)

    @property
    def lines(self) -> float:
        """The share of lines said, 0 to 1."""
        return _share(len(self.unsaid), sum(1 for _ in self.scenario.every_line()))

    @property
    def layers(self) -> float:
        """The share of layers opened, 0 to 1."""
        return _share(len(self.unopened), len(self.scenario.topics) * len(Layer))

    @property
    def endings(self) -> float:
        """The share of endings reached, 0 to 1."""
        return _share(len(self.unreached), len(Ending))


def coverage(scenario: Scenario, sessions: Iterable[Session]) -> Coverage:
    """What these sessions of one scenario have shown. They are looked at one by one and not kept."""
    said: Counter[str] = Counter()
    ended: Counter[Ending] = Counter()
    opened: set[Opened] = set()
    number = turns = 0
    for session in sessions:
        number += 1
        turns += len(session.turns)
        said[session.opening.id] += 1
        for turn in session.turns:
            said.update([line.id.partition("#")[0] for line in turn.reply.lines])
        opened |= session.mind.opened
        if session.ending:
            ended[session.ending] += 1
    return Coverage(scenario=scenario, sessions=number, turns=turns, said=said, opened=frozenset(opened), ended=ended)


def _share(missing: int, whole: int) -> float:
    return 1 - missing / whole if whole else 1.0

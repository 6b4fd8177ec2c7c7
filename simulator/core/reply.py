"""In which words the coachee answers (COACHEE.md, "What the reply is about")."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from simulator.core.chance import mark
from simulator.core.follow_up import goes_on, is_between_us
from simulator.core.hearing import Hearing
from simulator.core.moves import HARMFUL, OPENING, REFLECTIONS, Family
from simulator.core.reaction import Temper
from simulator.core.scenario import Layer, Line, Persona, Scenario, Topic
from simulator.core.state import State
from simulator.core.words import PRODUCTIVE, Kind, Occasion

_WARMED = 8
"""The inner layer opens when openness has risen by this much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mind:
    """The coachee between two responses: temper, what has been opened up, and what has been said."""

    temper: Temper
    topic: str = ""
    """What "that" and "it" mean now; empty before anything was talked of."""
    opened: frozenset[tuple[str, Layer]] = frozenset()
    said: frozenset[str] = frozenset()
    """Ids of the lines used up."""

    @property
    def state(self) -> State:
        """The five values."""
        return self.temper.state

    def saying(self, line: Line, about: str = "") -> "Mind":
        """The mind after this line was said in answer to a question about a topic, or about none."""
        return replace(self, said=self.said | {line.id}, topic=line.topic or about or self.topic)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Chooses one line: the scenario's words for a kind, given the mind and the response."""

    scenario: Scenario
    mind: Mind
    """Already moved by the response."""
    hearing: Hearing
    seed: int
    turn: int

    def choose(self, kind: Kind) -> tuple[Line, Mind]:
        """The line for a drawn kind, and the mind after saying it."""
        topic = self._matched()
        mind, refused = self.mind, False
        if topic:
            mind, refused = self._open(topic)
        elif topic := self._steered():
            mind = _opening(self.mind, topic, Layer.OUTER)
        line = self._first(self._groups(topic, mind, kind, refused))
        return line, mind.saying(line, topic.id if topic else "")

    def choose_for(self, occasion: Occasion) -> tuple[Line, Mind]:
        """The line for an occasion, and the mind after saying it."""
        groups = (self.scenario.occasions[occasion], self.scenario.lines[Kind.NEUTRAL])
        line = self._first(iter(groups))
        return line, self.mind.saying(line)

    def choose_from(self, lines: Iterable[Line]) -> Line:
        """One of these lines, used or not: an offer or a last word."""
        return max(lines, key=self._rank)

    def _matched(self) -> Topic | None:
        """The topic that the words name, or the one talked of last where they go on about it."""
        if goes_on(self.hearing):
            return self.scenario.topic.get(self.mind.topic)
        named = (self.scenario.topic.get(match.topic) for match in self.hearing.topics)
        return next(filter(None, named), None)

    def _open(self, topic: Topic) -> tuple[Mind, bool]:
        """Open one layer if the words invite it; say whether a deeper one was refused."""
        if not self._invites():
            return self.mind, False
        if (topic.id, Layer.OUTER) not in self.mind.opened and not self._has_told(topic):
            return _opening(self.mind, topic, Layer.OUTER), False
        if (topic.id, Layer.INNER) in self.mind.opened:
            return self.mind, False
        if self._trusts(topic):
            return _opening(self.mind, topic, Layer.INNER), False
        return self.mind, True

    def _has_told(self, topic: Topic) -> bool:
        """Has the coachee spoken of it already, asked well or not? Then whoever asks well asks for more."""
        return any(line.id in self.mind.said for line in topic.layers[Layer.OUTER])

    def _invites(self) -> bool:
        named = any(match.topic for match in self.hearing.topics)
        return self.hearing.has(*OPENING) or (named and self.hearing.has(*REFLECTIONS))

    def _trusts(self, topic: Topic) -> bool:
        needs = layer_needs(self.scenario.persona, topic)
        return all(getattr(self.mind.state, name) >= least for name, least in needs.items())

    def _steered(self) -> Topic | None:
        """When openness is high and nothing matched, the unopened topic that matters most."""
        is_open = self.mind.state.openness >= self.scenario.persona.baseline.openness + _WARMED
        is_asked = self.hearing.primary not in HARMFUL | {Family.MINIMAL} and not is_between_us(self.hearing)
        if not is_open or not is_asked:
            return None
        unopened = [topic for topic in self.scenario.topics if (topic.id, Layer.OUTER) not in self.mind.opened]
        return max(unopened, key=lambda topic: (topic.matters, mark(self.seed, self.turn, topic.id)), default=None)

    def _groups(self, topic: Topic | None, mind: Mind, kind: Kind, refused: bool) -> Iterator[Iterable[Line]]:
        """Lines to choose from, the most fitting group first."""
        if topic:
            opened = [layer for layer in (Layer.INNER, Layer.OUTER) if (topic.id, layer) in mind.opened]
            # Holding back on a topic takes no opening up; thinking about it does.
            spoken = opened or ([] if kind in PRODUCTIVE else [Layer.OUTER])
            for layer in spoken:
                yield _of_kind(topic.layers[layer], kind)
            # A commitment has to be heard as one: nothing neutral may stand in for it.
            if kind is not Kind.COMMITMENT:
                yield topic.deflection if refused else ()
                for layer in opened or [Layer.OUTER]:
                    yield _of_kind(topic.layers[layer], Kind.NEUTRAL)
                yield topic.deflection if self._is_parried(topic, mind, kind) else ()
        yield self.scenario.lines[kind]
        yield self.scenario.lines[Kind.NEUTRAL]

    def _is_parried(self, topic: Topic, mind: Mind, kind: Kind) -> bool:
        """A question about a topic of which enough was said is turned away: better than an answer about nothing."""
        is_deep = (topic.id, Layer.INNER) in mind.opened
        return kind is Kind.NEUTRAL and self.hearing.primary is Family.QUESTIONING and not is_deep

    def _first(self, groups: Iterator[Iterable[Line]]) -> Line:
        """The best unused line of the first group that has one, else a silence."""
        for group in groups:
            if unused := [line for line in group if line.id not in self.mind.said]:
                return max(unused, key=self._rank)
        return self._silence()

    def _rank(self, line: Line) -> int:
        return mark(self.seed, self.turn, line.id)

    def _silence(self) -> Line:
        """An authored silence; once all are used they come round again, numbered."""
        lines = self.scenario.silences
        if unused := [line for line in lines if line.id not in self.mind.said]:
            return max(unused, key=self._rank)
        line = lines[self.turn % len(lines)]
        return replace(line, id=f"{line.id}#{self.turn}", text=f"{line.text} ({self.turn})")


def layer_needs(persona: Persona, topic: Topic) -> Mapping[str, float]:
    """What a topic's inner layer asks of the state: the usual thresholds, and the topic's own in their place."""
    base = persona.baseline
    return {"openness": min(100, base.openness + _WARMED), "trust": base.trust, **topic.needs}


def _opening(mind: Mind, topic: Topic, layer: Layer) -> Mind:
    return replace(mind, opened=mind.opened | {(topic.id, layer)})


def _of_kind(lines: Iterable[Line], kind: Kind) -> list[Line]:
    return [line for line in lines if line.kind is kind]

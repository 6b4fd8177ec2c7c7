"""Checks on topics: what leads to them, and whether they have an answer for everything."""

from collections.abc import Iterator

from simulator.core.scenario import Layer, Topic
from simulator.core.words import PRODUCTIVE, Kind
from simulator.errors import Finding
from simulator.files.checks.subject import Subject


def shared_cues(subject: Subject) -> Iterator[Finding]:
    """Cues that name two topics: which of them is meant cannot be heard."""
    owner: dict[str, str] = {}
    for number, topic in enumerate(subject.scenario.topics):
        for place, cue in enumerate(topic.cues):
            first = owner.setdefault(_plain(cue), topic.id)
            if first != topic.id:
                problem = f"cue '{cue}' of '{topic.id}' is also one of '{first}'"
                remedy = "keep it where it belongs, or make both longer"
                yield subject.finding(("topics", number, "cues", place), "S057", problem, remedy)


def unreachable_topics(subject: Subject) -> Iterator[Finding]:
    """Topics all of whose cues lead to earlier topics."""
    taken: set[str] = set()
    for number, topic in enumerate(subject.scenario.topics):
        own = {_plain(cue) for cue in topic.cues}
        if own <= taken:
            problem = f"no words lead to topic '{topic.id}': every cue of it belongs to an earlier topic"
            yield subject.finding(("topics", number, "cues"), "S050", problem, "add cues of its own")
        taken |= own


def nothing_neutral(subject: Subject) -> Iterator[Finding]:
    """Layers that have no answer where the coachee neither holds back nor moves on."""
    for number, topic in enumerate(subject.scenario.topics):
        for layer in Layer:
            if not _has(topic, layer, {Kind.NEUTRAL}):
                problem = f"the {layer} layer of '{topic.id}' has no neutral line"
                remedy = "add one with 'kind: neutral', or a question about it is answered off the point"
                yield subject.finding(("topics", number, layer.value), "S053", problem, remedy)


def leads_nowhere(subject: Subject) -> Iterator[Finding]:
    """Inner layers in which the coachee never gets any further."""
    for number, topic in enumerate(subject.scenario.topics):
        if not _has(topic, Layer.INNER, PRODUCTIVE):
            problem = f"the inner layer of '{topic.id}' leads nowhere: no insight, idea or commitment"
            yield subject.finding(("topics", number, "inner"), "S054", problem, "add one")


def _has(topic: Topic, layer: Layer, kinds: set[Kind] | frozenset[Kind]) -> bool:
    return any(line.kind in kinds for line in topic.layers[layer])


def _plain(cue: str) -> str:
    return " ".join(cue.lower().split())

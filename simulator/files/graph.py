"""A scenario as a picture: a Mermaid flowchart of its topics, layers and endings."""

from collections import Counter
from collections.abc import Iterator

from simulator.core.reply import layer_needs
from simulator.core.scenario import Ending, Layer, Line, Scenario, Topic

_ENDS = {
    Ending.AGREED: "a commitment, then a close",
    Ending.TIME: "forty turns",
    Ending.CLOSED: "trust collapses",
    Ending.LEFT: "the coach leaves",
}
"""What brings each ending about."""


def mermaid(scenario: Scenario) -> str:
    """The flowchart as text."""
    return "\n".join(["flowchart LR", *(f"  {line}" for line in _statements(scenario))])


def _statements(scenario: Scenario) -> Iterator[str]:
    yield f'opening(["{_shown(scenario.title)}: {len(scenario.opening)} openings"])'
    for number, topic in enumerate(scenario.topics):
        yield from _topic(scenario, topic, f"t{number}")
    yield f'general["fits anywhere: {_kinds(line for lines in scenario.lines.values() for line in lines)}"]'
    yield 'opening -->|"nothing named"| general'
    for ending, why in _ENDS.items():
        yield f'general -->|"{why}"| {ending}(["{ending}: {len(scenario.endings[ending])}"])'


def _topic(scenario: Scenario, topic: Topic, name: str) -> Iterator[str]:
    outer, inner = (_kinds(topic.layers[layer]) for layer in Layer)
    needs = ", ".join(f"{value} {least:g}" for value, least in layer_needs(scenario.persona, topic).items())
    yield f'subgraph {name}["{_shown(topic.title)} (matters {topic.matters})"]'
    yield f'  {name}o["outer: {outer}"] -->|"{needs}"| {name}i["inner: {inner}"]'
    yield f'  {name}o -.->|"too soon"| {name}d["deflection: {len(topic.deflection)}"]'
    yield "end"
    yield f'opening -->|"{_shown(", ".join(topic.cues[:3]))}"| {name}o'


def _kinds(lines: Iterator[Line] | tuple[Line, ...]) -> str:
    counts = Counter(line.kind for line in lines)
    return ", ".join(f"{times} {kind}" for kind, times in counts.items())


def _shown(text: str) -> str:
    """Quotes end a label in Mermaid, and so would a line break."""
    return " ".join(text.replace('"', "#quot;").split())

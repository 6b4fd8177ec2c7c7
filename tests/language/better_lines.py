"""Every improved line that a debrief may show, heard: `python -m tests.language.better_lines` lists what fails."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.cli import wiring
from simulator.core.hearing import HeardLine, Hearing
from simulator.core.moves import HARMFUL, Move
from simulator.core.ports import Listener, Spoken
from simulator.core.rubric import Rubric
from simulator.core.rules import settle
from simulator.core.scenario import Layer, Topic
from simulator.core.words import Sign, Speaker, Utterance
from simulator.files.rubric import load_rubric
from simulator.files.scenario import load_scenario, scenario_paths

_INVITED = frozenset({Sign.ASKS})


class Model(NamedTuple):
    """A line held up as better, and what the coachee said before it."""

    where: str
    move: Move
    say: str
    before: str
    hearing: Hearing | None = None

    @property
    def is_heard(self) -> bool:
        """Is its family heard in it, and nothing harmful first?"""
        heard = self.hearing
        if heard is None or heard.primary in HARMFUL:
            return False
        return self.move.family in {segment.family for segment in heard.segments}


def models(rubric: Rubric) -> Iterator[Model]:
    """Those of all scenarios, and the codebook's examples."""
    for path in scenario_paths().values():
        for topic in load_scenario(path).topics:
            before = _first_line(topic)
            yield from (Model(f"{path.stem} {topic.id}", one.move, one.say, before) for one in topic.better)
    for move, lines in rubric.examples.items():
        yield from (Model("rubric", move, say, "") for say in lines)


def heard(listener: Listener, found: Sequence[Model]) -> list[Model]:
    """Each with its hearing, after the coachee's line; an offer is heard as one that was asked for."""
    spoken = [Spoken(one.say, [Utterance(Speaker.COACHEE, one.before)] if one.before else []) for one in found]
    return [
        one._replace(hearing=settle(raw, [HeardLine(text=one.before, signs=_INVITED)]))
        for one, raw in zip(found, listener.hear_all(spoken), strict=True)
    ]


def _first_line(topic: Topic) -> str:
    lines = topic.layers.get(Layer.OUTER) or next(iter(topic.layers.values()))
    return lines[0].text


if __name__ == "__main__":
    every = heard(wiring.listener(), list(models(load_rubric())))
    failed = [one for one in every if not one.is_heard]
    print(f"{len(every) - len(failed)} of {len(every)} heard as meant")
    for one in failed:
        labels = ", ".join(
            f"{segment.move} {segment.confidence}" for segment in (one.hearing.segments if one.hearing else ())
        )
        print(f"{one.where}: {one.move} heard as {labels}: {one.say}")

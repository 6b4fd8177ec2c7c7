"""How well scores order and level the reference conversations: `python -m tests.reference.scores` prints the table."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import fmean

from sklearn.metrics import cohen_kappa_score

from simulator.cli import wiring
from simulator.core.play import hear_transcript
from simulator.core.ports import Listener
from simulator.core.rubric import Rubric
from simulator.core.score import Scored, score
from simulator.core.words import Speaker, Utterance
from simulator.files.rubric import load_rubric

FOLDER = Path(__file__).parent
MARGIN = 5
"""Points of 100 between the raters' means from which two conversations of one situation have an order."""
HELD_OUT = ("ref-d", "ref-e")
"""Voices that nothing was fitted to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One conversation as we score it and as two raters did."""

    name: str
    situation: str
    voice: str
    trap: str
    scored: Scored
    ratings: Sequence[Mapping[str, float | None]]

    @property
    def rated(self) -> float:
        """The raters' mean overall mark, 0 to 100."""
        return fmean(one["overall"] or 0.0 for one in self.ratings)

    def level(self, key: str) -> int | None:
        """Our level of a dimension."""
        value = self.scored.dimensions[key].level.value
        return None if value is None else int(value)

    def rated_level(self, key: str) -> int | None:
        """The raters' mean level, halves upwards; None where either did not observe it."""
        levels = [level for one in self.ratings if (level := one[key]) is not None]
        return int(fmean(levels) + 0.5) if len(levels) == len(self.ratings) else None


def cases(listener: Listener, rubric: Rubric) -> list[Case]:
    """All reference conversations, heard and scored."""
    ratings = json.loads((FOLDER / "ratings.json").read_text(encoding="utf-8"))["conversations"]
    return [_case(FOLDER / f"{name}.json", ratings[name], listener, rubric) for name in sorted(ratings)]


def _case(path: Path, ratings: Sequence[Mapping[str, float | None]], listener: Listener, rubric: Rubric) -> Case:
    raw = json.loads(path.read_text(encoding="utf-8"))
    spoken = [Utterance(Speaker(turn["speaker"]), turn["text"]) for turn in raw["turns"]]
    return Case(
        name=path.stem,
        situation=raw["situation"],
        voice=raw["author"],
        trap=raw["trap"],
        scored=score(hear_transcript(spoken, listener), rubric),
        ratings=ratings,
    )


def pairs(found: Sequence[Case]) -> list[tuple[Case, Case]]:
    """Two of one situation that the raters tell apart, the poorer first."""
    both = (sorted(two, key=lambda case: case.rated) for two in combinations(found, 2))
    return [(a, b) for a, b in both if a.situation == b.situation and b.rated - a.rated >= MARGIN]


def in_order(poorer: Case, better: Case) -> bool:
    """Does our score put the pair in the raters' order? A tie does not."""
    return (poorer.scored.overall.value or 0.0) < (better.scored.overall.value or 0.0)


def kappa(found: Sequence[Case], key: str) -> float:
    """Quadratic-weighted kappa of our level and the raters' mean, over conversations where both observed it."""
    both = [(ours, theirs) for case in found if (ours := case.level(key)) and (theirs := case.rated_level(key))]
    return float(cohen_kappa_score(*zip(*both, strict=True), weights="quadratic", labels=[1, 2, 3, 4]))


def unobserved(found: Sequence[Case], key: str) -> int:
    """Conversations where one of us observed the dimension and the other did not."""
    return sum((case.level(key) is None) != (case.rated_level(key) is None) for case in found)


def table(found: Sequence[Case], keys: Sequence[str]) -> Iterator[str]:
    """The figures, for all, for those held out and voice by voice, and each pair in the wrong order."""
    voices = sorted({case.voice for case in found})
    groups = {"all": voices, "held out": HELD_OUT} | {voice: [voice] for voice in voices}
    for voice, members in groups.items():
        some = [case for case in found if case.voice in members]
        compared = pairs(some)
        right = sum(in_order(*pair) for pair in compared)
        yield f"{voice}: {right} of {len(compared)} pairs in order ({right / len(compared):.1%})"
        yield from (f"  {key}: kappa {kappa(some, key):.2f}, {unobserved(some, key)} unobserved" for key in keys)
    for poorer, better in pairs(found):
        if not in_order(poorer, better):
            scores = poorer.scored.overall.value, better.scored.overall.value
            yield f"wrong: {poorer.name} above {better.name}: {scores}"


if __name__ == "__main__":
    rubric = load_rubric()
    print("\n".join(table(cases(wiring.listener(), rubric), [one.key for one in rubric.dimensions])))

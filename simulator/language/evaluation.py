"""How well the ear hears authors it was not trained on."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import f1_score

from simulator.core.corpus import Example
from simulator.core.hearing import Heard, HeardSegment, Segment
from simulator.core.moves import HARSH, Family, Move
from simulator.core.play import answers
from simulator.core.ports import Spoken
from simulator.core.rules import settle
from simulator.core.words import Speaker, Utterance
from simulator.language.listener import TrainedListener

_LEAST_RIGHT = 0.5
"""A label more often wrong than right is unsure."""
_FALSELY_HARSH = 0.05
"""The share of conversations that may be called harsh by mistake: one false judgement shuts the gate."""
_SEGMENTS = 25
"""In a conversation of ordinary length."""
_LEAST_CASES = 20
"""With fewer, a rule's share says nothing; the listener's own probability stands."""


class Judged(NamedTuple):
    """One segment: its label by hand, and how it was heard."""

    example: Example
    truth: Move
    heard: HeardSegment
    settled: Segment

    @property
    def is_right(self) -> bool:
        """Is the family right? The family is what is scored."""
        return self.settled.family is self.truth.family


def judge(listener: TrainedListener, examples: Sequence[Example]) -> Iterator[Judged]:
    """Hear the segments of examples, cut as their author cut them, with all their context."""
    histories = _histories(listener, examples)
    heard = listener.hear_all(_spoken(example, len(example.context)) for example in examples)
    for example, raw, history in zip(examples, heard, histories, strict=True):
        hearing = settle(raw, history)
        if len(hearing.segments) == len(example.segments):
            for segment, one, settled in zip(example.segments, raw.segments, hearing.segments, strict=True):
                yield Judged(example, segment.move, one, settled)


def _histories(listener: TrainedListener, examples: Sequence[Example]) -> list[list[Heard]]:
    """The context of every example, heard line by line."""
    context = [(example, place, line) for example in examples for place, line in enumerate(example.context)]
    lines = iter(listener.hear_lines([one for example in examples for one in answers(_said(example))]))
    asked = [_spoken(example, place) for example, place, line in context if line.speaker is Speaker.COACH]
    responses = listener.hear_all(asked)
    histories: list[list[Heard]] = []
    for example in examples:
        history: list[Heard] = []
        for line in example.context:
            is_coach = line.speaker is Speaker.COACH
            history.append(settle(next(responses), history) if is_coach else next(lines))
        histories.append(history)
    return histories


def _said(example: Example) -> list[Utterance]:
    return [Utterance(line.speaker, line.text) for line in example.context]


def _spoken(example: Example, place: int) -> Spoken:
    """What the coach said at a place of the context, or, after all of it, the response itself."""
    said = _said(example)
    if place < len(said):
        return Spoken(said[place].text, said[:place])
    cut = [(segment.start, segment.end) for segment in example.segments]
    return Spoken(example.response, said, cut=cut)


def family_f1(judged: Sequence[Judged]) -> float:
    """Macro-averaged F1 over the eight families."""
    truth = [str(one.truth.family) for one in judged]
    found = [str(one.settled.family) for one in judged]
    return round(
        float(f1_score(truth, found, average="macro", labels=[str(family) for family in Family], zero_division=0)), 3
    )


def fit_threshold(judged: Sequence[Judged]) -> float:
    """The confidence from which on labels are more often right than wrong."""
    confidence = np.array([one.settled.confidence for one in judged])
    right = np.array([one.is_right for one in judged], dtype=float)
    curve = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(confidence, right)
    grid = np.linspace(0, 1, 1001)
    return round(float(grid[np.argmax(curve.predict(grid) >= _LEAST_RIGHT)]), 3)


def fit_harsh_threshold(judged: Sequence[Judged]) -> float:
    """The confidence from which a conversation without harshness would hardly ever be heard as harsh."""
    innocent = [one for one in judged if one.truth not in HARSH]
    false = sorted((one.settled.confidence for one in innocent if one.settled.move in HARSH), reverse=True)
    allowed = int(len(innocent) * _FALSELY_HARSH / _SEGMENTS)
    return round(float(false[allowed]) + 0.001, 3) if allowed < len(false) else 0.0


def rule_shares(judged: Sequence[Judged]) -> Mapping[int, float]:
    """For every context rule that decided often enough, the share of its labels that were right."""
    cases: dict[int, list[bool]] = defaultdict(list)
    for one in judged:
        if one.settled.rule is not None:
            cases[one.settled.rule].append(one.is_right)
    return {rule: round(sum(right) / len(right), 3) for rule, right in cases.items() if len(right) >= _LEAST_CASES}

"""Figures on how well segments were heard: what ``coach model evaluate`` prints and the model card keeps."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, precision_recall_fscore_support

from simulator.core.moves import Family, Move
from simulator.core.rules import best_move
from simulator.language.evaluation import Judged

FAMILIES = tuple(str(family) for family in Family)
MOVES = tuple(str(move) for move in Move)
_BINS = 10
_MOST_CONFIDENT = 0.8
_MISTAKES = 3
"""How many examples of each confusion are shown."""

Figures = dict[str, Any]


def figures(judged: Sequence[Judged]) -> Figures:
    """All figures on one set of judged segments, as plain values."""
    truth, found = _families(judged, lambda one: str(one.settled.family))
    confidence = np.array([one.settled.confidence for one in judged])
    right = truth == found
    return {
        "segments": len(judged),
        **_shares(truth, found),
        "families": by_label(truth, found, FAMILIES),
        "moves": by_label(*_moves(judged), MOVES),
        "confusion": confusion_matrix(truth, found, labels=FAMILIES).tolist(),
        "calibration": calibration(confidence, right),
        "calibration_error": calibration_error(confidence, right),
        "most_confident_accuracy": most_confident(confidence, right),
        "unsure": round(float(np.mean([one.settled.unsure for one in judged])), 3),
        "unsettled": _shares(*_families(judged, lambda one: str(best_move(one.heard.probabilities).family))),
        "rules": rule_effects(judged),
    }


def _families(judged: Sequence[Judged], found: Callable[[Judged], str]) -> tuple[NDArray[np.str_], NDArray[np.str_]]:
    return np.array([str(one.truth.family) for one in judged]), np.array([found(one) for one in judged])


def _moves(judged: Sequence[Judged]) -> tuple[NDArray[np.str_], NDArray[np.str_]]:
    return np.array([str(one.truth) for one in judged]), np.array([str(one.settled.move) for one in judged])


def _shares(truth: NDArray[np.str_], found: NDArray[np.str_]) -> Figures:
    macro = f1_score(truth, found, average="macro", labels=FAMILIES, zero_division=0)
    return {"macro_f1": round(float(macro), 3), "accuracy": round(float(accuracy_score(truth, found)), 3)}


def by_label(truth: NDArray[np.str_], found: NDArray[np.str_], labels: Sequence[str]) -> Mapping[str, Figures]:
    """Precision, recall, F1 and the number of cases of every label."""
    columns = precision_recall_fscore_support(truth, found, labels=labels, zero_division=0)
    names = ("precision", "recall", "f1", "cases")
    rows = zip(*columns, strict=True)
    return {
        label: {name: round(float(value), 3) for name, value in zip(names, row, strict=True)}
        for label, row in zip(labels, rows, strict=True)
    }


def calibration(confidence: NDArray[np.float64], right: NDArray[np.bool_]) -> list[Figures]:
    """Segments in ten bins of confidence: how confident, how often right, how many."""
    places = np.minimum((confidence * _BINS).astype(int), _BINS - 1)
    filled = [places == place for place in range(_BINS) if (places == place).any()]
    return [
        {
            "confidence": round(float(confidence[inside].mean()), 3),
            "right": round(float(right[inside].mean()), 3),
            "cases": int(inside.sum()),
        }
        for inside in filled
    ]


def calibration_error(confidence: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """The expected calibration error: how far, on average, confidence is from the share that is right."""
    bins = calibration(confidence, right)
    off = sum(each["cases"] * abs(each["confidence"] - each["right"]) for each in bins)
    return round(float(off / len(confidence)), 3)


def most_confident(confidence: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Accuracy on the four fifths that are the most confident."""
    order = np.argsort(-confidence, kind="stable")[: int(_MOST_CONFIDENT * len(confidence))]
    return round(float(right[order].mean()), 3)


def rule_effects(judged: Sequence[Judged]) -> list[Figures]:
    """For each context rule: how often it decided, how often that was right, and how often the ear alone would be."""
    rules = sorted({one.settled.rule for one in judged if one.settled.rule is not None})
    return [_effect(rule, [one for one in judged if one.settled.rule == rule]) for rule in rules]


def _effect(rule: int, cases: Sequence[Judged]) -> Figures:
    alone = [best_move(one.heard.probabilities).family is one.truth.family for one in cases]
    return {
        "rule": rule,
        "cases": len(cases),
        "right": round(float(np.mean([one.is_right for one in cases])), 3),
        "right_without": round(float(np.mean(alone)), 3),
    }


def mistakes(judged: Sequence[Judged]) -> list[Figures]:
    """The commonest confusions of families, each with its most confident examples."""
    wrong = sorted((one for one in judged if not one.is_right), key=lambda one: -one.settled.confidence)
    pairs: dict[tuple[str, str], list[Judged]] = {}
    for one in wrong:
        pairs.setdefault((str(one.truth.family), str(one.settled.family)), []).append(one)
    common = sorted(pairs.items(), key=lambda pair: -len(pair[1]))[:10]
    return [
        {"truth": truth, "heard": heard, "cases": len(found), "examples": [_shown(one) for one in found[:_MISTAKES]]}
        for (truth, heard), found in common
    ]


def _shown(one: Judged) -> Figures:
    return {
        "text": one.heard.text,
        "move": str(one.truth),
        "heard": str(one.settled.move),
        "confidence": one.settled.confidence,
    }

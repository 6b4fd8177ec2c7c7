"""The evaluation as a whole: every figure on stored opinions and on the ear that ships."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from simulator.core.corpus import Corpus, Mentioning
from simulator.core.moves import Family, Move
from simulator.core.ports import Listener
from simulator.core.words import Kind, Sign, Speaker
from simulator.language.assembly import gap_opinions, judged, truths
from simulator.language.baselines import baselines
from simulator.language.encoder import MOVES, Encoder
from simulator.language.evaluation import family_f1
from simulator.language.figures import FAMILIES, by_label, figures, mistakes
from simulator.language.held_out import CURVE, FOLDS, HeldOut, folds
from simulator.language.lines import shown
from simulator.language.mentions import unseen
from simulator.language.splitter import Splitter
from simulator.language.stored import Stored
from simulator.language.suites import invariance, pair_figures

OPINIONS = ("encoder", "grams")
"""The columns of held-out opinions that the ear pools."""
EAR = "both, with the codebook's context rules: the ear"

Raw = Mapping[str, Any]


class Checks(NamedTuple):
    """What the ear that ships is checked with, beside the corpus."""

    pairs: Sequence[Raw]
    """The directed suite."""
    openers: Sequence[str]
    """Courtesies that must not change anything."""
    mentions: Sequence[Mentioning]
    """Lines with all that each mentions; every voice's are heard by a classifier that never met it."""
    encoder: Encoder
    """Has met none of them."""


def evaluation(corpus: Corpus, stored: Stored, lexicon: Path, checks: Checks, listener: Listener) -> dict[str, Any]:
    """All figures, from stored opinions and the shipped ear.

    Args:
        corpus: The examples.
        stored: What was made of them by parts that never met their voices.
        lexicon: The folder of hand-written phrases.
        checks: What else it is checked with.
        listener: The ear that ships.
    """
    held = stored.held
    heard = {grouping: judged(corpus, held[grouping], lexicon) for grouping in ("author", "setting")}
    curve = _curve(corpus, held, lexicon)
    return {
        "model": listener.model_hash,
        **{grouping: figures(found) for grouping, found in heard.items()},
        "alone": {name: _alone(corpus, held["author"], name) for name in OPINIONS},
        "curve": curve,
        "rivals": {**stored.rivals, **_parts(corpus, held["author"]), EAR: curve[-1]["macro_f1"]},
        "baselines": baselines(corpus),
        "boundaries": boundary_figures(corpus, held["author"]),
        "lines": line_figures(corpus, held["author"]),
        "mentions": {str(one): mention_figures(checks.mentions, one, checks.encoder) for one in Speaker},
        "pairs": pair_figures(checks.pairs, listener),
        "invariance": invariance(checks.pairs, checks.openers, listener),
        "mistakes": mistakes(heard["author"]),
    }


def _curve(corpus: Corpus, held: Mapping[str, HeldOut], lexicon: Path) -> list[dict[str, float]]:
    """What more voices bring: the first fold heard by ears that learnt from ever more of the others."""
    first = folds(corpus, "author")[0]
    steps = [(fold, held[name]) for name in CURVE if name in held for fold in folds(corpus, name)]
    steps.append((first, held["author"].about(first.unknown)))
    return [
        {
            "voices": len({corpus[place].author for place in fold.known}),
            "segments": sum(len(corpus[place].segments) for place in fold.known),
            "macro_f1": family_f1(judged(corpus, opinions, lexicon)),
        }
        for fold, opinions in steps
    ]


def _parts(corpus: Corpus, held: HeldOut) -> Mapping[str, float]:
    """The ear's parts alone on the voices that its rivals were asked about, the first fold's."""
    first = held.about(folds(corpus, "author")[0].unknown)
    return {
        "n-grams": _alone(corpus, first, "grams"),
        "the fine-tuned encoder": _alone(corpus, first, "encoder"),
    }


def _alone(corpus: Corpus, held: HeldOut, name: str) -> float:
    """Family macro-F1 of one opinion by itself."""
    chosen = held.of_responses
    scores = getattr(held, name)[chosen].astype(np.float64)
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    of_family = np.array([[Move(move).family is family for family in Family] for move in MOVES])
    found = np.array(FAMILIES)[(chances @ of_family).argmax(axis=1)]
    truth = [str(move.family) for move in truths(corpus, held, chosen)]
    return round(float(f1_score(truth, found, average="macro")), 3)


def boundary_figures(corpus: Corpus, held: HeldOut) -> dict[str, float]:
    """F1 of the places where segments begin, of all voices and of each, weighed as the splitter does."""
    opinions, starts = gap_opinions(corpus, held)
    voices = np.array([corpus[place].author for place in held.gap_rows[:, 0]])
    found = _cross_weighed(opinions, starts, voices)
    by_voice = {voice: f1_score(starts[voices == voice], found[voices == voice]) for voice in np.unique(voices)}
    return {"all": round(float(f1_score(starts, found)), 3)} | {
        str(voice): round(float(score), 3) for voice, score in by_voice.items()
    }


def _cross_weighed(
    opinions: NDArray[np.float64], starts: NDArray[np.bool_], voices: NDArray[np.str_]
) -> NDArray[np.bool_]:
    """Where segments begin, as weighed by a mix that never met the voice."""
    found = np.zeros(len(starts), dtype=bool)
    for known, unknown in GroupKFold(min(FOLDS, len(np.unique(voices)))).split(opinions, groups=voices):
        splitter = Splitter().weigh(opinions[known], starts[known])
        found[unknown] = splitter.mix_.predict_proba(opinions[unknown])[:, 1] >= splitter.threshold
    return found


def line_figures(corpus: Corpus, held: HeldOut) -> dict[str, Any]:
    """Precision, recall and F1 of the coachee's kinds, and of the signs that the encoder hears by itself."""
    lines = [corpus[place].context[turn] for place, turn in held.line_rows.tolist()]
    scores = held.lines.astype(np.float32)
    heard = [shown(line.text, row, frozenset()) for line, row in zip(lines, scores, strict=True)]
    kinds = by_label(
        np.array([str(line.kind) for line in lines]), np.array([str(*one.kinds) for one in heard]), [*map(str, Kind)]
    )
    signs = {
        str(sign): _one_label([sign in line.signs for line in lines], [sign in one.signs for one in heard])
        for sign in (Sign.ASKS, Sign.GRANTS)
    }
    return {"kinds": kinds, "signs": signs}


def mention_figures(lines: Sequence[Mentioning], speaker: Speaker, encoder: Encoder) -> dict[str, Any]:
    """Precision, recall and F1 of every name, each voice's lines heard by a classifier that never met it."""
    own = [line for line in lines if line.speaker is speaker]
    found = unseen(own, encoder)
    names = sorted(frozenset().union(*(line.names for line in own)))
    return {name: _one_label([name in line.names for line in own], [name in one for one in found]) for name in names}


def _one_label(truth: Sequence[bool], found: Sequence[bool]) -> dict[str, float]:
    return by_label(np.array(list(map(str, truth))), np.array(list(map(str, found))), ["True"])["True"]

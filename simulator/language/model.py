"""The trained parts of the ear: how they are saved, and what is refused."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

import skops.io as sio
from skops.io.exceptions import UntrustedTypesFoundException

from simulator.core.hearing import Calibration
from simulator.errors import wrong
from simulator.language.classifier import ClipClassifier
from simulator.language.lines import LineClassifier
from simulator.language.splitter import Splitter

MODEL = "ear.skops"
CARD = "ear.json"
TRUSTED = [
    "simulator.language.classifier.ClipClassifier",
    "simulator.language.features.Features",
    "simulator.language.lines.LineClassifier",
    "simulator.language.splitter.Splitter",
]
"""Types of our own that a model file may hold. Anything else is refused."""


@dataclass(frozen=True)
class Ear:
    """All that was learnt."""

    moves: ClipClassifier
    splitter: Splitter
    lines: LineClassifier


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a model file is, in numbers anyone can read."""

    hash: str
    """Of the model file: a record says by which model it was heard."""
    threshold: float
    """Below this confidence a label is unsure."""
    harsh_threshold: float
    """The same for a harsh judgement, whose falseness weighs most."""
    rules: Mapping[str, float]
    """By rule number, the share of its labels that were right on held-out authors."""
    segments: int
    authors: int
    family_f1: float
    """Macro-averaged, on authors held out in groups."""
    versions: Mapping[str, str]

    @property
    def calibration(self) -> Calibration:
        """How far labels can be trusted."""
        rules = {int(rule): share for rule, share in self.rules.items()}
        return Calibration(self.threshold, rules, self.harsh_threshold)


def save(ear: Ear, folder: Path) -> str:
    """Write the model file and return its hash."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / MODEL
    sio.dump({"moves": ear.moves, "splitter": ear.splitter, "lines": ear.lines}, path, compression=8)
    return file_hash(path)


def write_card(card: Card, folder: Path) -> None:
    """Write the card beside the model."""
    (folder / CARD).write_text(json.dumps(asdict(card), indent=2) + "\n", encoding="utf-8")


def load(folder: Path) -> tuple[Ear, Card]:
    """Read a model and its card.

    Raises:
        InputError: If either is missing or damaged, they do not belong together, or the file holds foreign types.
    """
    path = folder / MODEL
    if not path.is_file() or not (folder / CARD).is_file():
        raise wrong(str(path), "M010", "there is no model", "run: coach model train")
    card = Card(**json.loads((folder / CARD).read_text(encoding="utf-8")))
    if file_hash(path) != card.hash:
        raise wrong(
            str(path), "M011", f"is not the model that {CARD} describes", "restore it, or run: coach model train"
        )
    try:
        parts = sio.load(path, trusted=TRUSTED)
    except (UntrustedTypesFoundException, TypeError) as error:
        raise wrong(str(path), "M012", f"holds types that are not ours: {error}", "do not use this file") from error
    return Ear(parts["moves"], parts["splitter"], parts["lines"]), card


def file_hash(path: Path) -> str:
    """Names a model file by its bytes."""
    return blake2b(path.read_bytes(), digest_size=16).hexdigest()

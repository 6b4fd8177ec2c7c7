"""The trained parts of the ear: how they are saved, and what is refused."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Any

import skops.io as sio
from skops.io.exceptions import UntrustedTypesFoundException

from simulator.core.hearing import Calibration
from simulator.errors import wrong
from simulator.language.ear import Ear
from simulator.language.encoder import Encoder

MODEL = "ear.skops"
CARD = "ear.json"
NETWORK = "encoder.onnx"
TOKENIZER = "tokenizer.json"
PARTS = (MODEL, NETWORK, TOKENIZER)
"""The files that make an ear; the card beside them holds the hash of each."""
_NAMES = tuple(field.name for field in fields(Ear) if field.name != "encoder")
"""What the model file holds, each part of an ear by its name there."""
TRUSTED = [
    "simulator.language.blend.Blend",
    "simulator.language.classifier.ClipClassifier",
    "simulator.language.features.Features",
    "simulator.language.mentions.MentionClassifier",
    "simulator.language.splitter.Splitter",
    "simulator.language.topics.Relevance",
]
"""Types of our own that a model file may hold. Anything else is refused."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a model is, in numbers anyone can read."""

    hashes: Mapping[str, str]
    """Of the model's files, by name."""
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
    def hash(self) -> str:
        """Names the model: a record says by which one it was heard."""
        return blake2b("".join(sorted(self.hashes.values())).encode(), digest_size=16).hexdigest()

    @property
    def calibration(self) -> Calibration:
        """How far labels can be trusted."""
        rules = {int(rule): share for rule, share in self.rules.items()}
        return Calibration(self.threshold, rules, self.harsh_threshold)


NO_CARD = Card(
    hashes={}, threshold=0.0, harsh_threshold=0.0, rules={}, segments=0, authors=0, family_f1=0.0, versions={}
)
"""Of an ear that has not been measured yet."""


def save(ear: Ear, folder: Path) -> None:
    """Write what scikit-learn learnt; the network and its tokeniser are files already."""
    parts = {name: getattr(ear, name) for name in _NAMES} | {"words": "\n".join(ear.words)}
    sio.dump(parts, folder / MODEL, compression=8)


def write_card(card: Card, folder: Path) -> None:
    """Write the card beside the model."""
    (folder / CARD).write_text(json.dumps(asdict(card), indent=2) + "\n", encoding="utf-8")


def load(folder: Path) -> tuple[Ear, Card]:
    """Read a model and its card.

    Raises:
        InputError: If a file is missing or damaged, they do not belong together, or one holds foreign types.
    """
    card = read_card(folder)
    for name in PARTS:
        if file_hash(folder / name) != card.hashes.get(name):
            problem = f"is not the file that {CARD} describes"
            raise wrong(str(folder / name), "M011", problem, "restore it, or run: coach model train")
    parts = _load_parts(folder / MODEL)  # first: what unpacking takes is free again for the network
    return Ear(load_encoder(folder), **parts), card


def read_card(folder: Path) -> Card:
    """Read the card of a model whose files are all there.

    Raises:
        InputError: If one is missing, or the card cannot be read.
    """
    missing = [name for name in (*PARTS, CARD) if not (folder / name).is_file()]
    if missing:
        raise wrong(str(folder / missing[0]), "M010", "there is no model", "run: coach model train")
    try:
        return Card(**json.loads((folder / CARD).read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise wrong(
            str(folder / CARD), "M013", f"is no card: {error}", "restore it, or run: coach model train"
        ) from error


def load_encoder(folder: Path) -> Encoder:
    """Read the network and its tokeniser."""
    return Encoder(folder / NETWORK, (folder / TOKENIZER).read_text(encoding="utf-8"))


def _load_parts(path: Path) -> Mapping[str, Any]:
    try:
        parts: Mapping[str, Any] = sio.load(path, trusted=TRUSTED)
    except (UntrustedTypesFoundException, TypeError) as error:
        raise wrong(str(path), "M012", f"holds types that are not ours: {error}", "do not use this file") from error
    if missing := sorted(set(_NAMES) - set(parts)):
        raise wrong(str(path), "M014", f"lacks {', '.join(missing)}: another version made it", "run: coach model train")
    return {**parts, "words": tuple(parts["words"].split("\n"))}


def file_hash(path: Path) -> str:
    """Names a file by its bytes."""
    with path.open("rb") as stream:
        return file_digest(stream, lambda: blake2b(digest_size=16)).hexdigest()

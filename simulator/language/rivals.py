"""What else could have been the ear: spaCy's own text classifier, and the encoder's body as published.

Needs the extra ``[train]``. Both are asked about the first fold's voices, which they never met.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np
import spacy
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from spacy.training import Example as Taught
from thinc.api import fix_random_seed

from simulator.core.corpus import Corpus, Example
from simulator.core.moves import Family
from simulator.language.documents import straight
from simulator.language.encoder import encode, unpadded, windows_of
from simulator.language.held_out import folds
from simulator.language.network import Network, meanings_by

_PASSES, _BATCH = 5, 64

Texts = Sequence[str]
Labels = Sequence[str]


def rivals(corpus: Corpus, base: Path, seed: int = 0) -> Mapping[str, float]:
    """The macro-F1 over families of each rival, by its name.

    Args:
        corpus: The examples.
        base: The folder of the pretrained body and its tokeniser.
        seed: Of everything random.
    """
    fold = folds(corpus, "author")[0]
    known, labels = _labelled([corpus[place] for place in fold.known])
    unknown, truth = _labelled([corpus[place] for place in fold.unknown])
    vectors = _meanings([*known, *unknown], base)
    frozen = LogisticRegression(C=10, max_iter=1000).fit(vectors[: len(known)], labels)
    found = {
        "spaCy's text classifier": _spacy(known, labels, unknown, seed),
        "the pretrained body, frozen": frozen.predict(vectors[len(known) :]),
    }
    return {name: round(float(f1_score(truth, each, average="macro")), 3) for name, each in found.items()}


def _labelled(examples: Sequence[Example]) -> tuple[Texts, Labels]:
    segments = [(example.text_of(segment), segment) for example in examples for segment in example.segments]
    return [straight(text) for text, _ in segments], [str(segment.move.family) for _, segment in segments]


def _meanings(texts: Texts, base: Path) -> NDArray[np.float32]:
    tokenizer = unpadded((base / "tokenizer.json").read_text(encoding="utf-8"))
    network = Network(base)
    network.eval()
    encoded = encode(tokenizer, texts, [""] * len(texts))
    return np.stack(meanings_by(network, [windows_of(*pair)[0] for pair in encoded]))


def _spacy(known: Texts, labels: Labels, unknown: Texts, seed: int) -> list[str]:
    """Words in an order-blind bag and a small convolution beside it: spaCy's default."""
    fix_random_seed(seed)
    nlp, dice = spacy.blank("en"), Random(seed)
    nlp.add_pipe("textcat")
    taught = [
        Taught.from_dict(nlp.make_doc(text), {"cats": {str(family): float(family == label) for family in Family}})
        for text, label in zip(known, labels, strict=True)
    ]
    optimiser = nlp.initialize(lambda: taught[:_BATCH])
    for _ in range(_PASSES):
        dice.shuffle(taught)
        for start in range(0, len(taught), _BATCH):
            nlp.update(taught[start : start + _BATCH], sgd=optimiser)
    return [max(doc.cats, key=doc.cats.__getitem__) for doc in nlp.pipe(unknown)]

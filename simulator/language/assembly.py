"""Putting an ear together from its parts, with what held-out opinions say about how far to believe it."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold
from spacy.tokens import Doc

from simulator.core.corpus import Asked, Corpus, Example, Mentioning
from simulator.core.moves import Move
from simulator.core.words import Speaker
from simulator.language.blend import Blend
from simulator.language.documents import straight
from simulator.language.ear import Ear, topic_matcher
from simulator.language.encoder import Encoder
from simulator.language.evaluation import (
    Judged,
    family_f1,
    fit_harsh_threshold,
    fit_threshold,
    judge,
    rule_shares,
)
from simulator.language.held_out import FOLDS, HeldOut
from simulator.language.lexicon import load_lexicon
from simulator.language.listener import TrainedListener
from simulator.language.mentions import MentionClassifier, words_of
from simulator.language.model import NETWORK, NO_CARD, PARTS, TOKENIZER, Card, file_hash, load_encoder, save, write_card
from simulator.language.remembered import Remembered
from simulator.language.tidy import usual_words
from simulator.language.topics import Relevance, subjects_of
from simulator.language.training import fit_grams, fit_splitter, tokens_and_begins
from simulator.language.variants import as_written

_EXTRA = 5
"""How often a user's own example counts: one voice among many would be drowned."""
_LIBRARIES = ("spacy", "scikit-learn", "skops", "onnxruntime", "tokenizers")


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """What an ear is made from."""

    corpus: Corpus
    """The examples that held-out opinions are about, as they are read."""
    extra: Sequence[Example] = ()
    """A user's own examples, learnt from and not measured on."""
    asked: Sequence[Asked]
    """What coaches said in scenarios, and which topic it was about."""
    mentions: Sequence[Mentioning]
    """Lines with the names of all that each mentions."""
    encoder: Path
    """The folder of the network and its tokeniser."""
    lexicon: Path
    """The folder of hand-written phrases."""
    seed: int = 0
    """Of everything random; the same seed and examples give the same labels."""


def assemble(recipe: Recipe, held: HeldOut, folder: Path) -> Card:
    """Learn everything but the encoder, and save model and card.

    Args:
        recipe: What to learn from.
        held: Opinions of parts that never met the voice they heard.
        folder: Where the model goes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if recipe.encoder.resolve() != folder.resolve():
        for name in (NETWORK, TOKENIZER):
            shutil.copy(recipe.encoder / name, folder / name)
    save(_ear(recipe, held), folder)
    card = _card(recipe, judged(recipe.corpus, held, recipe.lexicon), folder)
    write_card(card, folder)
    return card


def _ear(recipe: Recipe, held: HeldOut) -> Ear:
    encoder = load_encoder(recipe.encoder)
    return Ear(
        encoder=encoder,
        grams=fit_grams([*recipe.corpus, *_EXTRA * list(recipe.extra)], recipe.seed),
        blend=fit_blend(recipe.corpus, held),
        splitter=fit_splitter(recipe.corpus, recipe.seed).weigh(*gap_opinions(recipe.corpus, held)),
        relevance=fit_relevance(
            recipe.asked, encoder, load_lexicon(recipe.lexicon, spacy.blank("en").tokenizer).general
        ),
        coach=fit_mentions(recipe.mentions, Speaker.COACH, encoder),
        coachee=fit_mentions(recipe.mentions, Speaker.COACHEE, encoder),
        words=usual_words(example.response for example in recipe.corpus),
    )


def _card(recipe: Recipe, heard: Sequence[Judged], folder: Path) -> Card:
    return Card(
        hashes={name: file_hash(folder / name) for name in PARTS},
        threshold=fit_threshold(heard),
        harsh_threshold=fit_harsh_threshold(heard),
        rules={str(rule): share for rule, share in rule_shares(heard).items()},
        segments=sum(len(example.segments) for example in recipe.corpus),
        authors=len({example.author for example in recipe.corpus}),
        family_f1=family_f1(heard),
        versions={name: version(name) for name in _LIBRARIES},
    )


def fit_blend(corpus: Corpus, held: HeldOut, known: NDArray[np.bool_] | None = None) -> Blend:
    """Learn how to weigh the encoder and the n-grams.

    Args:
        corpus: The examples.
        held: Opinions on them.
        known: Which rows of ``held`` to learn from; all that are labelled if None.
    """
    labelled = held.of_responses if known is None else held.of_responses & known
    return Blend().fit(held.opinions[labelled], truths(corpus, held, labelled))


def truths(corpus: Corpus, held: HeldOut, chosen: NDArray[np.bool_]) -> list[Move]:
    """The labels by hand of chosen rows, which are segments of responses."""
    return [_truth(corpus[place], start, end) for place, _, start, end in held.rows[chosen].tolist()]


def _truth(example: Example, start: int, end: int) -> Move:
    return next(segment.move for segment in example.segments if segment.start < end and segment.end > start)


def cross_fitted(corpus: Corpus, held: HeldOut) -> NDArray[np.float64]:
    """The chance of every move for every row, by blends that never met its voice. Shape (segments, moves)."""
    authors = np.array([corpus[place].author for place in held.rows[:, 0]])
    chances = np.empty(held.encoder.shape, dtype=np.float64)
    folds = GroupKFold(min(FOLDS, len(set(authors)))).split(authors, groups=authors)
    for known, unknown in folds:
        mask = np.isin(np.arange(len(authors)), known)
        chances[unknown] = fit_blend(corpus, held, mask).predict_proba(held.opinions[unknown])
    return chances


def judged(corpus: Corpus, held: HeldOut, lexicon: Path) -> list[Judged]:
    """Every segment as heard, and settled, by an ear that never met its voice."""
    ear = Remembered(corpus, held, cross_fitted(corpus, held))
    asked = np.union1d(held.rows[:, 0], held.line_rows[:, 0])
    return list(judge(TrainedListener(ear, NO_CARD, lexicon), [corpus[place] for place in asked]))


def gap_opinions(corpus: Corpus, held: HeldOut) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Both opinions on every gap between two tokens that was asked about, and whether a segment begins after it.

    Returns:
        Arrays of shape (gaps, 2) and (gaps,).
    """
    nlp = spacy.blank("en")
    asked = [corpus[place] for place in np.unique(held.gap_rows)]
    return held.gaps.astype(np.float64), np.concatenate([_begins(nlp.make_doc(straight(e.response)), e) for e in asked])


def _begins(doc: Doc, example: Example) -> NDArray[np.bool_]:
    tokens, starts = tokens_and_begins(doc, as_written(example))
    return np.isin(np.arange(1, len(tokens)), list(starts))


def fit_mentions(lines: Sequence[Mentioning], speaker: Speaker, encoder: Encoder) -> MentionClassifier:
    """Learn what the lines of one speaker mention."""
    own = [line for line in lines if line.speaker is speaker]
    return MentionClassifier().fit(words_of(own, encoder), [line.names for line in own])


def fit_relevance(asked: Sequence[Asked], encoder: Encoder, general: Sequence[str]) -> Relevance:
    """Learn when words are about a topic."""
    near, places = [], []
    meanings = encoder.meanings([straight(one.line) for one in asked])
    for one, meaning in zip(asked, meanings, strict=True):
        matcher = topic_matcher(subjects_of(one.topics, general), encoder)
        near.append(matcher.nearness(straight(one.line), meaning))
        places.append(matcher.ids.index(one.topic))
    return Relevance().fit(near, places)

"""Learning the ear from labelled examples, and measuring it on authors it was not trained on."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import spacy
from sklearn.model_selection import GroupKFold
from spacy.tokens import Doc

from simulator.core.corpus import Corpus
from simulator.core.words import Speaker
from simulator.language.classifier import ClipClassifier
from simulator.language.evaluation import (
    Judged,
    family_f1,
    fit_harsh_threshold,
    fit_temperature,
    fit_threshold,
    judge,
    rule_shares,
)
from simulator.language.features import Clip
from simulator.language.lexicon import load_lexicon
from simulator.language.lines import LineClassifier
from simulator.language.listener import TrainedListener
from simulator.language.model import Card, Ear, save, write_card
from simulator.language.pipeline import LINE, MARKS, clip_of, straight
from simulator.language.splitter import Splitter
from simulator.language.variants import Cut, as_written, hurried

FOLDS = 5
_MODEL_VERSIONS = {"spacy": version("spacy"), "scikit-learn": version("scikit-learn"), "skops": version("skops")}


def train(corpus: Corpus, folder: Path, lexicon: Path, seed: int = 0) -> Card:
    """Train the ear on all examples, measure it on held-out authors, and save model and card.

    Args:
        corpus: Labelled examples of at least ``FOLDS`` authors.
        folder: Where the model goes.
        lexicon: The folder of hand-written phrases.
        seed: Of everything random; the same seed and corpus give the same labels.
    """
    judged = held_out(corpus, lexicon, seed)
    temperature = fit_temperature(judged)
    ear = fit(corpus, lexicon, seed)
    ear.moves.temperature = temperature
    cooled = [one.tempered(temperature) for one in judged]
    card = Card(
        hash=save(ear, folder),
        threshold=fit_threshold(cooled),
        harsh_threshold=fit_harsh_threshold(cooled),
        rules={str(rule): share for rule, share in rule_shares(cooled).items()},
        segments=sum(len(example.segments) for example in corpus),
        authors=len({example.author for example in corpus}),
        family_f1=family_f1(cooled),
        versions=_MODEL_VERSIONS,
    )
    write_card(card, folder)
    return card


def fit(corpus: Corpus, lexicon: Path, seed: int) -> Ear:
    """Train every part on all examples."""
    clips, labels = zip(*_labelled_clips(corpus, lexicon), strict=True)
    return Ear(
        moves=ClipClassifier(seed=seed).fit(clips, labels),
        splitter=_fit_splitter(corpus, seed),
        lines=_fit_lines(corpus, seed),
    )


def held_out(corpus: Corpus, lexicon: Path, seed: int) -> list[Judged]:
    """Every segment as heard by an ear that never met its author."""
    authors = [example.author for example in corpus]
    judged: list[Judged] = []
    for known, unknown in GroupKFold(n_splits=FOLDS).split(corpus, groups=authors):
        ear = fit(tuple(corpus[place] for place in known), lexicon, seed)
        listener = TrainedListener(ear, _NO_CARD, lexicon)
        judged += judge(listener, [corpus[place] for place in unknown])
    return judged


_NO_CARD = Card(
    hash="", threshold=0.0, harsh_threshold=0.0, rules={}, segments=0, authors=0, family_f1=0.0, versions={}
)


def _labelled_clips(corpus: Corpus, lexicon: Path) -> Iterator[tuple[Clip, str]]:
    """Every segment as written and as a hurried hand would type it."""
    nlp = spacy.blank("en")
    phrases = load_lexicon(lexicon, nlp.tokenizer).marks
    for example in corpus:
        lines = [line.text for line in example.context if line.speaker is Speaker.COACHEE]
        for cut in (as_written(example), hurried(example)):
            doc = nlp.make_doc(straight(cut.text))
            doc.user_data |= {LINE: straight(lines[-1]) if lines else "", MARKS: phrases.find(doc)}
            for (start, end), segment in zip(cut.segments, example.segments, strict=True):
                if span := doc.char_span(start, end, alignment_mode="expand"):
                    yield clip_of(span), str(segment.move)


def _fit_splitter(corpus: Corpus, seed: int) -> Splitter:
    nlp = spacy.blank("en")
    cuts = [cut for example in corpus for cut in (as_written(example), hurried(example)) if cut.text.strip()]
    docs = [nlp.make_doc(straight(cut.text)) for cut in cuts]
    tokens = [[token.text for token in doc] for doc in docs]
    return Splitter(seed=seed).fit(tokens, [_begins(doc, cut) for doc, cut in zip(docs, cuts, strict=True)])


def _begins(doc: Doc, cut: Cut) -> set[int]:
    """The tokens at which segments begin, the first left out."""
    starts = [start for start, _ in cut.segments[1:]]
    return {next((token.i for token in doc if token.idx >= start), len(doc)) for start in starts}


def _fit_lines(corpus: Corpus, seed: int) -> LineClassifier:
    lines = {line.text: line for example in corpus for line in example.context if line.kind is not None}
    kinds = [line.kind for line in lines.values() if line.kind is not None]
    texts = [straight(text) for text in lines]
    return LineClassifier(seed=seed).fit(texts, kinds, [line.signs for line in lines.values()])

"""Learning the parts that scikit-learn learns: n-grams, splitter, blend. The encoder is learnt in ``tuning``."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from simulator.core.corpus import ContextLine, Corpus, Example
from simulator.core.words import Speaker
from simulator.language.classifier import ClipClassifier
from simulator.language.documents import LINE, clip_of, straight
from simulator.language.features import Clip
from simulator.language.lexicon import load_lexicon
from simulator.language.splitter import Splitter, Tokens
from simulator.language.tidy import Tidied, Tidier, usual_words
from simulator.language.variants import Cut, as_written, hurried


def tidier_of(corpus: Sequence[Example], lexicon: Path) -> Tidier:
    """What tidies a coach's words, by the words that coaches use."""
    tokenizer = spacy.blank("en").tokenizer
    return Tidier(load_lexicon(lexicon, tokenizer).courtesies, usual_words(example.response for example in corpus))


def as_read(examples: Iterable[Example], tidier: Tidier) -> Corpus:
    """Examples with the coach's words as the ear reads them, and the segments where they then are."""
    nlp = spacy.blank("en")
    return tuple(_as_read(example, tidier, nlp) for example in examples)


def _as_read(example: Example, tidier: Tidier, nlp: Language) -> Example:
    def tidied(text: str, before: Sequence[ContextLine]) -> Tidied:
        theirs = " ".join(line.text for line in before if line.speaker is Speaker.COACHEE).lower()
        return tidier.tidy(nlp.make_doc(straight(text)), theirs.__contains__)

    context = example.context
    response = tidied(example.response, context)
    places = [response.read(segment.start, segment.end) for segment in example.segments]
    return replace(
        example,
        response=response.text,
        segments=tuple(one._replace(start=a, end=b) for one, (a, b) in zip(example.segments, places, strict=True)),
        context=tuple(
            line._replace(text=tidied(line.text, context[:place]).text) if line.speaker is Speaker.COACH else line
            for place, line in enumerate(context)
        ),
    )


def fit_grams(corpus: Sequence[Example], seed: int) -> ClipClassifier:
    """Learn which n-grams speak for which move."""
    clips, labels = zip(*_labelled_clips(corpus), strict=True)
    return ClipClassifier(seed=seed).fit(clips, labels)


def _labelled_clips(corpus: Sequence[Example]) -> Iterator[tuple[Clip, str]]:
    """Every segment as written and as a hurried hand would type it."""
    nlp = spacy.blank("en")
    for example in corpus:
        for cut in (as_written(example), hurried(example)):
            doc = nlp.make_doc(straight(cut.text))
            doc.user_data[LINE] = coachee_line(example)
            for (start, end), segment in zip(cut.segments, example.segments, strict=True):
                if span := doc.char_span(start, end, alignment_mode="expand"):
                    yield clip_of(span), str(segment.move)


def coachee_line(example: Example) -> str:
    """What the coachee said last before a response; empty if nothing."""
    lines = [line.text for line in example.context if line.speaker is Speaker.COACHEE]
    return straight(lines[-1]) if lines else ""


def fit_splitter(corpus: Sequence[Example], seed: int) -> Splitter:
    """Learn what stands around the beginning of a segment."""
    nlp = spacy.blank("en")
    cuts = [cut for example in corpus for cut in (as_written(example), hurried(example)) if cut.text.strip()]
    tokens, begins = zip(*(tokens_and_begins(nlp.make_doc(straight(cut.text)), cut) for cut in cuts), strict=True)
    return Splitter(seed=seed).fit(tokens, begins)


def tokens_and_begins(doc: Doc, cut: Cut) -> tuple[Tokens, set[int]]:
    """A response's tokens, and those at which its segments begin, the first left out."""
    starts = [start for start, _ in cut.segments[1:]]
    begins = {next((token.i for token in doc if token.idx >= start), len(doc)) for start in starts}
    return [token.text for token in doc], begins

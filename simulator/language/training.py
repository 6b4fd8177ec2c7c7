"""Learning the parts that scikit-learn learns: n-grams, splitter, blend. The encoder is learnt in ``tuning``."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc

from simulator.core.corpus import Example
from simulator.core.words import Speaker
from simulator.language.classifier import ClipClassifier
from simulator.language.documents import LINE, MARKS, clip_of, straight
from simulator.language.features import Clip
from simulator.language.lexicon import load_lexicon
from simulator.language.splitter import Splitter, Tokens
from simulator.language.variants import Cut, as_written, hurried


def fit_grams(corpus: Sequence[Example], lexicon: Path, seed: int) -> ClipClassifier:
    """Learn which n-grams speak for which move."""
    clips, labels = zip(*_labelled_clips(corpus, lexicon), strict=True)
    return ClipClassifier(seed=seed).fit(clips, labels)


def _labelled_clips(corpus: Sequence[Example], lexicon: Path) -> Iterator[tuple[Clip, str]]:
    """Every segment as written and as a hurried hand would type it."""
    nlp = spacy.blank("en")
    phrases = load_lexicon(lexicon, nlp.tokenizer).marks
    for example in corpus:
        for cut in (as_written(example), hurried(example)):
            doc = nlp.make_doc(straight(cut.text))
            doc.user_data |= {LINE: coachee_line(example), MARKS: phrases.find(doc)}
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

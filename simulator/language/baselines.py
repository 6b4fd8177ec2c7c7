"""What any ear has to beat: the commonest family, a few keywords, single words."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.pipeline import Pipeline, make_pipeline

from simulator.core.corpus import Corpus
from simulator.core.moves import Family
from simulator.language.features import STARTERS, TOKEN
from simulator.language.held_out import folds

Texts = Sequence[str]
_KEYWORDS: Mapping[Family, tuple[str, ...]] = {
    Family.JUDGEMENTAL: ("why didn't", "why did you", "poor", "well done", "great", "should have", "not good"),
    Family.DIRECTIVE: ("you should", "you need to", "you must", "have you tried", "have you thought", "why don't you"),
    Family.OFFERING: ("can i offer", "would it help if", "could i share", "some people", "one option"),
    Family.FRAMING: ("today", "minutes", "confidential", "next time", "session", "agreed"),
    Family.LISTENING: ("so you", "it sounds", "sounds like", "you feel", "what i'm hearing"),
    Family.SUPPORTING: ("sorry", "it's your", "that must", "thank you for", "understandable"),
    Family.MINIMAL: ("mm", "ok", "okay", "hi", "hello", "thanks", "right"),
}


def by_keywords(text: str) -> str:
    """A question mark or a question word asks; otherwise the first family with a keyword in the text."""
    lower = text.lower()
    found = [family for family, words in _KEYWORDS.items() if any(word in lower for word in words)]
    asks = "?" in lower or lower.split(" ")[0] in STARTERS
    return str(found[0] if found else Family.QUESTIONING if asks else Family.LISTENING)


def _unigrams() -> Pipeline:
    return make_pipeline(TfidfVectorizer(token_pattern=TOKEN), LogisticRegression(C=10, max_iter=500))


def baselines(corpus: Corpus, grouping: str = "author") -> Mapping[str, float]:
    """The macro-F1 over families of three simple ears, held out as the real one is."""
    texts = [example.text_of(segment) for example in corpus for segment in example.segments]
    truth = np.array([str(segment.move.family) for example in corpus for segment in example.segments])
    owner = np.repeat(np.arange(len(corpus)), [len(example.segments) for example in corpus])
    learnt: Mapping[str, Callable[[], Pipeline]] = {
        "commonest family": lambda: make_pipeline(TfidfVectorizer(), DummyClassifier()),
        "single words": _unigrams,
    }
    found = {name: _held_out(make, texts, truth, _sides(corpus, grouping, owner)) for name, make in learnt.items()}
    found["question mark and keywords"] = np.array([by_keywords(text) for text in texts])
    return {name: round(float(f1_score(truth, each, average="macro")), 3) for name, each in found.items()}


def _sides(
    corpus: Corpus, grouping: str, owner: NDArray[np.int64]
) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    return [
        (np.flatnonzero(np.isin(owner, fold.known)), np.flatnonzero(np.isin(owner, fold.unknown)))
        for fold in folds(corpus, grouping)
    ]


def _held_out(
    make: Callable[[], Pipeline],
    texts: Texts,
    truth: NDArray[np.str_],
    sides: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]],
) -> NDArray[np.str_]:
    found = np.empty_like(truth)
    for known, unknown in sides:
        model = make().fit([texts[place] for place in known], truth[known])
        found[unknown] = model.predict([texts[place] for place in unknown])
    return found

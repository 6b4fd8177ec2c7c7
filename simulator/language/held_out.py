"""What parts that never met a voice, or a setting, make of its words: the opinions that all figures rest on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any, NamedTuple, Self

import numpy as np
import spacy
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold
from spacy.tokens import Doc, Span

from simulator.core.corpus import ContextLine, Corpus, Example
from simulator.core.words import Speaker
from simulator.language.blend import side_by_side
from simulator.language.classifier import ClipClassifier
from simulator.language.documents import LINE, clip_of, cut_spans, straight
from simulator.language.encoder import LINE_LABELS, MOVES, Encoder
from simulator.language.splitter import Splitter, token_odds
from simulator.language.training import fit_grams, fit_splitter

FOLDS = 5
_MOST_FOLDS = {"author": FOLDS, "setting": 2}
CURVE = {"quarter": 0.25, "half": 0.5}
"""The share of the voices that the first fold's parts learn from, to see what more voices bring."""
GROUPINGS = (*_MOST_FOLDS, *CURVE)
RESPONSE = -1
"""The turn of the response itself; the context's lines are counted from 0."""


class Fold(NamedTuple):
    """Places of the examples that a part learns from, and of those it is asked about."""

    known: NDArray[np.int64]
    unknown: NDArray[np.int64]


def folds(corpus: Corpus, grouping: str) -> list[Fold]:
    """The corpus cut so that no voice, or no setting, is on both sides.

    Args:
        corpus: All examples.
        grouping: One of ``GROUPINGS``.
    """
    if grouping in CURVE:
        return [_fewer(corpus, folds(corpus, "author")[0], CURVE[grouping])]
    groups = [getattr(example, grouping) for example in corpus]
    most = min(_MOST_FOLDS[grouping], len(set(groups)))
    return [Fold(known, unknown) for known, unknown in GroupKFold(most).split(corpus, groups=groups)]


def _fewer(corpus: Corpus, fold: Fold, share: float) -> Fold:
    """A fold that knows only a share of its voices."""
    voices = sorted({corpus[place].author for place in fold.known})
    kept = set(voices[: round(share * len(voices))])
    return Fold(np.array([place for place in fold.known if corpus[place].author in kept]), fold.unknown)


@dataclass(frozen=True, eq=False)
class HeldOut:
    """Opinions on a corpus, in its order."""

    rows: NDArray[np.int32]
    """Example, turn, start and end of every segment of a coach's; code points. Shape (segments, 4)."""
    encoder: NDArray[np.float16]
    """The encoder's scores. Shape (segments, moves)."""
    grams: NDArray[np.float16]
    """The log-chances from n-grams. Shape (segments, moves)."""
    gap_rows: NDArray[np.int32]
    """The example of each gap between two tokens of a response. Shape (gaps, 1)."""
    gaps: NDArray[np.float16]
    """Log-odds that a segment begins after it: from n-grams, and the encoder's. Shape (gaps, 2)."""
    line_rows: NDArray[np.int32]
    """Example and turn of every coachee line. Shape (lines, 2)."""
    lines: NDArray[np.float16]
    """The encoder's scores for them. Shape (lines, line labels)."""

    @classmethod
    def joined(cls, parts: Iterable[Self]) -> Self:
        """Parts put together in the corpus's order."""
        whole = [np.concatenate(column) for column in zip(*(part.columns.values() for part in parts), strict=True)]
        orders = [np.argsort(whole[key][:, 0], kind="stable") for key in (0, 0, 0, 3, 3, 5, 5)]
        return cls(*(column[order] for column, order in zip(whole, orders, strict=True)))

    @property
    def columns(self) -> Mapping[str, NDArray[Any]]:
        """All arrays by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def about(self, places: NDArray[np.int64]) -> Self:
        """The opinions on these examples only."""
        owners = [self.rows, self.rows, self.rows, self.gap_rows, self.gap_rows, self.line_rows, self.line_rows]
        columns = zip(self.columns.values(), owners, strict=True)
        return type(self)(*(column[np.isin(rows[:, 0], places)] for column, rows in columns))

    @property
    def of_responses(self) -> NDArray[np.bool_]:
        """Which rows are segments of a response, not of the context. Shape (segments,)."""
        found: NDArray[np.bool_] = self.rows[:, 1] == RESPONSE
        return found

    @property
    def opinions(self) -> NDArray[np.float64]:
        """Both opinions on every segment as the blend takes them. Shape (segments, 2 x moves)."""
        return side_by_side(self.encoder.astype(np.float32), np.exp(self.grams.astype(np.float64)))


def ask(corpus: Corpus, fold: Fold, encoder: Encoder, seed: int) -> HeldOut:
    """Ask parts that learnt from the known examples about the unknown ones.

    Args:
        corpus: All examples.
        fold: Which are which.
        encoder: Fine-tuned on the known ones.
        seed: Of everything random.
    """
    known = [corpus[place] for place in fold.known]
    asked = _Asked(encoder, fit_grams(known, seed), fit_splitter(known, seed))
    return HeldOut.joined(asked.about(int(place), corpus[place]) for place in fold.unknown)


class _Asked:
    """Parts of one fold, answering one example at a time."""

    def __init__(self, encoder: Encoder, grams: ClipClassifier, splitter: Splitter) -> None:
        self._encoder = encoder
        self._grams = grams
        self._splitter = splitter
        self._nlp = spacy.blank("en")

    def about(self, place: int, example: Example) -> HeldOut:
        """All opinions on an example."""
        context = [line for line in enumerate(example.context) if line[1].speaker is Speaker.COACH]
        spans = [(turn, span) for turn, line in context for span in self._own_cut(self._doc(example, turn, line.text))]
        doc = self._doc(example, len(example.context), example.response)
        given = [(RESPONSE, doc.char_span(s.start, s.end, alignment_mode="expand")) for s in example.segments]
        spans += [(turn, span) for turn, span in given if span is not None]
        gaps = self._gaps(doc)
        lines = [(turn, line) for turn, line in enumerate(example.context) if line.kind is not None]
        return HeldOut(
            rows=np.array(
                [(place, turn, span.start_char, span.end_char) for turn, span in spans], dtype=np.int32
            ).reshape(-1, 4),
            encoder=self._scores([span for _, span in spans]),
            grams=self._chances([span for _, span in spans]),
            gap_rows=np.full((len(gaps), 1), place, dtype=np.int32),
            gaps=gaps.astype(np.float16),
            line_rows=np.array([(place, turn) for turn, _ in lines], dtype=np.int32).reshape(-1, 2),
            lines=self._lines([line for _, line in lines]),
        )

    def _doc(self, example: Example, turns: int, text: str) -> Doc:
        doc = self._nlp.make_doc(straight(text))
        lines = [line.text for line in example.context[:turns] if line.speaker is Speaker.COACHEE]
        doc.user_data[LINE] = straight(lines[-1]) if lines else ""
        doc.user_data[_READING] = self._encoder.read([doc.text], [doc.user_data[LINE]])[0]
        return doc

    def _own_cut(self, doc: Doc) -> list[Span]:
        """The segments of a line that nobody cut by hand."""
        begins = [0, *(int(place) + 1 for place in np.flatnonzero(self._gaps(doc).mean(axis=1) > 0)), len(doc)]
        cuts = [(a, b) for a, b in pairwise(begins) if doc[a:b].text.strip()]
        return cut_spans(doc, cuts)

    def _gaps(self, doc: Doc) -> NDArray[np.float64]:
        tokens = [token.text for token in doc]
        return self._splitter.opinions([tokens], [token_odds(doc, doc.user_data[_READING])])

    def _scores(self, spans: Sequence[Span]) -> NDArray[np.float16]:
        rows = [span.doc.user_data[_READING].scores(span.start_char, span.end_char) for span in spans]
        return _table(rows, len(MOVES))

    def _chances(self, spans: Sequence[Span]) -> NDArray[np.float16]:
        clips = [clip_of(span) for span in spans]
        return _table(np.log(self._grams.predict_proba(clips)) if clips else [], len(MOVES))

    def _lines(self, lines: Sequence[ContextLine]) -> NDArray[np.float16]:
        read = self._encoder.read_lines([straight(line.text) for line in lines])
        return _table([one.scores for one in read], len(LINE_LABELS))


_READING = "reading"


def _table(rows: Any, width: int) -> NDArray[np.float16]:
    return np.array(rows, dtype=np.float16).reshape(-1, width)

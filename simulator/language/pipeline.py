"""The spaCy pipeline: tokens, and the component ``coach_moves`` that cuts and labels a coach's words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import numpy as np
import spacy
from scipy.sparse import csr_matrix
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from simulator.core.moves import Move
from simulator.core.rules import best_move
from simulator.language.cues import cues_of
from simulator.language.features import Clip
from simulator.language.model import Ear

SPANS = "moves"
"""The key of ``doc.spans`` under which the unsettled segments stand; a span's label is its likeliest move."""
LINE = "coachee line"
"""The key of ``doc.user_data`` for the coachee's last words, to be set before the document is heard."""
CHANCES = "chances"
"""The key of ``doc.user_data`` for each segment's probabilities."""
GIVEN = "given"
"""The key of ``doc.user_data`` for segments already known, as code points; without it the splitter decides."""
CUES = "cues"
"""The key of ``doc.user_data`` for each segment's cues."""

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_BATCH = 256


def straight(text: str) -> str:
    """The text with typewriter quotes; one character for one, so that offsets stay true."""
    return text.translate(_STRAIGHT)


class CoachMoves:
    """The component: fills ``doc.spans["moves"]`` with the unsettled labels."""

    def use(self, ear: Ear) -> None:
        """Hear with these trained parts; spaCy makes the component before there are any."""
        self._ear = ear
        self._moves = [Move(name) for name in ear.moves.classes_]

    def __call__(self, doc: Doc) -> Doc:
        """Label one document."""
        return self._labelled([doc])[0]

    def pipe(self, stream: Iterable[Doc], batch_size: int = _BATCH) -> Iterator[Doc]:
        """Label many documents, a batch at a time."""
        waiting = iter(stream)
        while batch := list(islice(waiting, batch_size)):
            yield from self._labelled(batch)

    def _labelled(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        spans = [self._cut(doc) for doc in docs]
        clips = [_clip(span) for found in spans for span in found]
        measured = self._ear.moves.features_.transform(clips) if clips else csr_matrix((0, 0))
        chances = self._ear.moves.chances(measured) if clips else np.empty((0, 0))
        first = 0
        for doc, found in zip(docs, spans, strict=True):
            rows = range(first, first + len(found))
            self._write(doc, found, [self._by_move(chances[row]) for row in rows], [measured[row] for row in rows])
            first += len(found)
        return docs

    def _cut(self, doc: Doc) -> list[Span]:
        given = doc.user_data.get(GIVEN)
        if given is not None:
            found = (doc.char_span(start, end, alignment_mode="expand") for start, end in given if start < end)
            return [span for span in found if span is not None]
        return [_trimmed(doc[start:end]) for start, end in self._ear.splitter.split(doc)]

    def _by_move(self, row: Iterable[float]) -> Mapping[Move, float]:
        return dict(zip(self._moves, map(float, row), strict=True))

    def _write(
        self, doc: Doc, spans: Sequence[Span], chances: Sequence[Mapping[Move, float]], rows: Sequence[csr_matrix]
    ) -> None:
        best = [best_move(chance) for chance in chances]
        labelled = [Span(doc, span.start, span.end, label=move) for span, move in zip(spans, best, strict=True)]
        doc.spans[SPANS] = SpanGroup(doc, spans=labelled)
        doc.user_data[CHANCES] = chances
        doc.user_data[CUES] = [cues_of(span, row, self._ear.moves) for span, row in zip(labelled, rows, strict=True)]


@Language.factory("coach_moves")
def _component(nlp: Language, name: str) -> CoachMoves:
    return CoachMoves()


def pipeline(ear: Ear) -> Language:
    """English tokens and ``coach_moves``."""
    nlp = spacy.blank("en")
    component = nlp.add_pipe("coach_moves")
    assert isinstance(component, CoachMoves)
    component.use(ear)
    return nlp


def _trimmed(span: Span) -> Span:
    """Without white space at its ends."""
    start, end = span.start, span.end
    while span.doc[start].is_space:
        start += 1
    while span.doc[end - 1].is_space:
        end -= 1
    return span.doc[start:end]


def _clip(span: Span) -> Clip:
    text = span.doc.text
    line = str(span.doc.user_data.get(LINE, ""))
    return Clip(span.text, text[: span.start_char].strip(), text[span.end_char :].strip(), line)

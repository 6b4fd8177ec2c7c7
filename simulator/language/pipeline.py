"""The spaCy pipeline: tokens, and the component ``coach_moves`` that cuts and labels a coach's words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from scipy.sparse import csr_matrix
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from simulator.core.moves import Move
from simulator.core.rules import best_move
from simulator.language.cues import cues_of, rows_of
from simulator.language.features import Clip
from simulator.language.model import Ear
from simulator.language.phrases import Found, Phrases

SPANS = "moves"
"""The key of ``doc.spans`` under which the unsettled segments stand; a span's label is its likeliest move."""
LINE = "coachee line"
"""The key of ``doc.user_data`` for the coachee's last words, to be set before the document is heard."""
CHANCES = "chances"
"""The key of ``doc.user_data`` for each segment's probabilities."""
GIVEN = "given"
"""The key of ``doc.user_data`` for segments already known, as code points; without it the splitter decides."""
MARKS = "marks"
"""The key of ``doc.user_data`` for the hand-written phrases that stand in the document."""
CUES = "cues"
"""The key of ``doc.user_data`` for each segment's cues."""

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_BATCH = 256


def straight(text: str) -> str:
    """The text with typewriter quotes; one character for one, so that offsets stay true."""
    return text.translate(_STRAIGHT)


class CoachMoves:
    """The component: fills ``doc.spans["moves"]`` with the unsettled labels."""

    def use(self, ear: Ear, phrases: Phrases) -> None:
        """Hear with these trained parts and phrases; spaCy makes the component before there are any."""
        self._ear = ear
        self._phrases = phrases
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
        for doc in docs:
            doc.user_data[MARKS] = self._phrases.find(doc)
        spans = self._cut(docs)
        clips = [clip_of(span) for found in spans for span in found]
        if clips:
            self._write(docs, spans, self._ear.moves.features_.transform(clips))
        return docs

    def _cut(self, docs: Sequence[Doc]) -> list[list[Span]]:
        """The segments of each document: given ones, or the splitter's."""
        split = self._ear.splitter.split([[token.text for token in doc] for doc in docs])
        return [
            [_trimmed(doc[start:end]) for start, end in cut] if doc.user_data.get(GIVEN) is None else _given(doc)
            for doc, cut in zip(docs, split, strict=True)
        ]

    def _write(self, docs: Sequence[Doc], spans: Sequence[Sequence[Span]], measured: csr_matrix) -> None:
        chances = iter(self._ear.moves.chances(measured))
        rows = iter(rows_of(measured))
        for doc, found in zip(docs, spans, strict=True):
            by_move = [dict(zip(self._moves, map(float, next(chances)), strict=True)) for _ in found]
            labelled = [
                Span(doc, span.start, span.end, label=best_move(chance))
                for span, chance in zip(found, by_move, strict=True)
            ]
            doc.spans[SPANS] = SpanGroup(doc, spans=labelled)
            doc.user_data[CHANCES] = by_move
            doc.user_data[CUES] = [cues_of(span, next(rows), self._ear.moves) for span in labelled]


@Language.factory("coach_moves")
def _component(nlp: Language, name: str) -> CoachMoves:
    return CoachMoves()


def pipeline(ear: Ear, nlp: Language, phrases: Phrases) -> Language:
    """English tokens and ``coach_moves``.

    Args:
        ear: The trained parts.
        nlp: A blank pipeline, whose tokeniser the phrases were made with.
        phrases: What marks a purpose, a feeling, a time.
    """
    component = nlp.add_pipe("coach_moves")
    assert isinstance(component, CoachMoves)
    component.use(ear, phrases)
    return nlp


def _given(doc: Doc) -> list[Span]:
    found = (doc.char_span(start, end, alignment_mode="expand") for start, end in doc.user_data[GIVEN] if start < end)
    return [span for span in found if span is not None]


def _trimmed(span: Span) -> Span:
    """Without white space at its ends."""
    start, end = span.start, span.end
    while span.doc[start].is_space:
        start += 1
    while span.doc[end - 1].is_space:
        end -= 1
    return span.doc[start:end]


def clip_of(span: Span) -> Clip:
    """A segment with what stands around it, as the classifier takes it."""
    text = span.doc.text
    line = str(span.doc.user_data.get(LINE, ""))
    before, after = text[: span.start_char].strip(), text[span.end_char :].strip()
    return Clip(span.text, before, after, line, marks_within(span))


def marks_within(span: Span) -> frozenset[str]:
    """Names of the phrases that stand in a segment."""
    found: Sequence[Found] = span.doc.user_data[MARKS]
    return frozenset(one.name for one in found if span.start <= one.start and one.end <= span.end)

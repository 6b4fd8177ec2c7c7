"""The spaCy pipeline: tokens, and the component ``coach_moves`` that cuts and labels a coach's words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from simulator.language.documents import MARKS, MEANING, OPINIONS, SPANS
from simulator.language.ear import Heard, Labeller
from simulator.language.phrases import Phrases

_BATCH = 256


class CoachMoves:
    """The component: fills ``doc.spans["moves"]`` with the unsettled labels."""

    def use(self, ear: Labeller, phrases: Phrases) -> None:
        """Hear with these trained parts and phrases; spaCy makes the component before there are any."""
        self._ear = ear
        self._phrases = phrases

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
        for doc, heard in zip(docs, self._ear.hear(docs), strict=True):
            _write(doc, heard)
        return docs


def _write(doc: Doc, heard: Heard) -> None:
    doc.spans[SPANS] = SpanGroup(doc, spans=[one.span for one in heard.opinions])
    doc.user_data |= {OPINIONS: heard.opinions, MEANING: heard.meaning}


@Language.factory("coach_moves")
def _component(nlp: Language, name: str) -> CoachMoves:
    return CoachMoves()


def pipeline(ear: Labeller, nlp: Language, phrases: Phrases) -> Language:
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

"""The listener: words in, plain values out. The same words in the same context are always heard alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span

from simulator.core.hearing import Cue, HeardLine, HeardResponse, HeardSegment
from simulator.core.moves import Move
from simulator.core.ports import Answered, Spoken
from simulator.core.scenario import Topic
from simulator.core.words import Mark, Occasion, Speaker, Utterance
from simulator.language.documents import GIVEN, LINE, MARKS, OPINIONS, marks_within, straight
from simulator.language.ear import Labeller, Opinion
from simulator.language.features import STARTERS
from simulator.language.lexicon import lemma, load_lexicon
from simulator.language.lines import Shown, coach_marks, shown
from simulator.language.model import Card
from simulator.language.occasions import occasion_of
from simulator.language.pipeline import pipeline
from simulator.language.tidy import Tidied, Tidier

MOST_CHARACTERS = 20_000
"""More than this is not listened to; the whole is kept in the record."""
_BATCH = 256
_WORDLESS: Mapping[Occasion | None, Move] = {Occasion.SILENCE: Move.BACKCHANNEL}


@dataclass(frozen=True, slots=True)
class _Words:
    """What the lexicon finds in a stretch of tokens."""

    lemmas: frozenset[str]
    feelings: frozenset[str]
    evaluative: frozenset[str]
    marks: frozenset[Mark]


class TrainedListener:
    """Hears both speakers with the trained parts and the lexicon."""

    def __init__(self, ear: Labeller, card: Card, lexicon_folder: Path) -> None:
        """Build the pipeline and read the lexicon."""
        self._ear = ear
        self._card = card
        blank = spacy.blank("en")
        self._lexicon = load_lexicon(lexicon_folder, blank.tokenizer)
        self._nlp = pipeline(ear, blank, self._lexicon.marks)
        self._vocabulary = ear.vocabulary
        self._tidier = Tidier(self._lexicon.courtesies, ear.words)

    @property
    def model_hash(self) -> str:
        """Names the model that hears, for the record."""
        return self._card.hash

    def attend(self, topics: Sequence[Topic]) -> None:
        """Get ready for what a coachee knows about; takes a moment, once a scenario."""
        self._ear.match(self._nlp.make_doc(""), topics, self._lexicon.general)

    def hear(self, response: str, context: Sequence[Utterance], topics: Sequence[Topic]) -> HeardResponse:
        """Hear one coach response."""
        return next(self.hear_all([Spoken(response, context, topics)]))

    def hear_all(self, spoken: Iterable[Spoken]) -> Iterator[HeardResponse]:
        """Hear many responses, in order, a batch at a time."""
        waiting = iter(spoken)
        while batch := list(islice(waiting, _BATCH)):
            typed = [self._nlp.make_doc(straight(one.response[:MOST_CHARACTERS])) for one in batch]
            read = list(map(self._read, batch, typed))
            docs = self._nlp.pipe(map(self._doc, batch, typed, read), batch_size=_BATCH)
            for one, tidied, doc in zip(batch, read, docs, strict=True):
                yield self._response(one, tidied, doc)

    def hear_line(self, text: str, before: str = "") -> HeardLine:
        """Hear one coachee line, after the coach's last words."""
        return self.hear_lines([Answered(text, before)])[0]

    def hear_lines(self, lines: Sequence[Answered]) -> Sequence[HeardLine]:
        """Hear many coachee lines, in order and faster than one by one."""
        if not lines:
            return []
        docs = [self._nlp.make_doc(straight(line.text[:MOST_CHARACTERS])) for line in lines]
        for doc in docs:
            doc.user_data[MARKS] = self._lexicon.marks.find(doc)
        asked = [
            Answered(doc.text, straight(line.before[:MOST_CHARACTERS])) for doc, line in zip(docs, lines, strict=True)
        ]
        heard = zip(lines, docs, self._ear.hear_lines(asked), strict=True)
        return [_line(line.text, shown(doc.text, *one), self._words(doc[:])) for line, doc, one in heard]

    def _read(self, one: Spoken, typed: Doc) -> Tidied:
        """The words as they are read; what the coachee has said, or what a topic is called, is no slip."""
        heard = (said.text for said in one.context if said.speaker is Speaker.COACHEE)
        theirs = [*heard, *(cue for topic in one.topics for cue in topic.cues)]
        return self._tidier.tidy(typed, lambda word: any(word in text.lower() for text in theirs))

    def _doc(self, one: Spoken, typed: Doc, read: Tidied) -> Doc:
        doc = self._nlp.make_doc(read.text) if read.moved else typed
        lines = (said.text for said in reversed(one.context) if said.speaker is Speaker.COACHEE)
        doc.user_data[LINE] = straight(next(lines, ""))
        doc.user_data[GIVEN] = None if one.cut is None else [read.read(start, end) for start, end in one.cut]
        return doc

    def _response(self, one: Spoken, read: Tidied, doc: Doc) -> HeardResponse:
        opinions: Sequence[Opinion] = doc.user_data[OPINIONS]
        segments = [_as_typed(self._segment(opinion), read, one.response) for opinion in opinions]
        asks = any(Mark.QUESTION in segment.marks for segment in segments)
        occasion = occasion_of(doc, self._lexicon, self._vocabulary, asks)
        if occasion in (Occasion.SILENCE, Occasion.NONSENSE) or not segments:
            segments = [_wordless(one.response[:MOST_CHARACTERS], _WORDLESS.get(occasion, Move.OTHER))]
        return HeardResponse(
            text=one.response,
            segments=tuple(segments),
            topics=self._ear.match(doc, one.topics, self._lexicon.general),
            occasion=occasion,
            calibration=self._card.calibration,
        )

    def _segment(self, opinion: Opinion) -> HeardSegment:
        span, words = opinion.span, self._words(opinion.span)
        return HeardSegment(
            start=span.start_char,
            end=span.end_char,
            text=span.text,
            probabilities=opinion.chances,
            lemmas=words.lemmas,
            feelings=words.feelings,
            evaluative=words.evaluative,
            marks=words.marks | coach_marks(opinion.mentions) | ({Mark.QUESTION} if _is_question(span) else set()),
            cues=opinion.cues,
        )

    def _words(self, span: Span) -> _Words:
        lower = [token.lower_ for token in span]
        bases = frozenset(map(lemma, lower)) | frozenset(lower)
        return _Words(
            lemmas=self._lexicon.content(lower),
            feelings=bases & self._lexicon.feelings,
            evaluative=bases & self._lexicon.evaluative,
            marks=frozenset(map(Mark, marks_within(span))),
        )


def _line(text: str, shown: Shown, words: _Words) -> HeardLine:
    return HeardLine(
        text=text,
        kinds=shown.kinds,
        signs=shown.signs,
        lemmas=words.lemmas,
        feelings=words.feelings,
        evaluative=words.evaluative,
        marks=words.marks | shown.marks,
        words=len(text.split()),
    )


def _wordless(text: str, move: Move) -> HeardSegment:
    return HeardSegment(start=0, end=len(text), text=text, probabilities={move: 1.0})


def _as_typed(segment: HeardSegment, read: Tidied, response: str) -> HeardSegment:
    """A segment with the words and places of the response as it was typed."""
    start, end = read.typed(segment.start, segment.end)
    cues = tuple(Cue(*read.typed(cue.start, cue.end), cue.why) for cue in segment.cues)
    return replace(segment, start=start, end=end, text=response[start:end], cues=cues)


def _is_question(span: Span) -> bool:
    """Does it look like a question? Typed words often have no question mark."""
    return span[-1].text == "?" or span[0].lower_ in STARTERS

"""The trained parts together: from documents to segments, their chances and their cues."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from simulator.core.hearing import Cue, TopicMatch
from simulator.core.moves import Move
from simulator.core.ports import Answered
from simulator.core.rules import best_move
from simulator.core.scenario import Topic
from simulator.language.blend import Blend, side_by_side
from simulator.language.classifier import ClipClassifier
from simulator.language.cues import cues_of, rows_of
from simulator.language.documents import MEANING, clip_of, cut_spans, given_spans, is_given, line_of
from simulator.language.encoder import MOVES, Encoder, Reading
from simulator.language.mentions import MentionClassifier, Words, answers_as_words
from simulator.language.splitter import Splitter, token_odds
from simulator.language.topics import Relevance, Subject, TopicMatcher, ranked, subjects_of


class Opinion(NamedTuple):
    """One segment as heard, before the codebook's context rules."""

    span: Span
    """Its label is the likeliest move."""
    chances: dict[Move, float]
    cues: tuple[Cue, ...] = ()
    mentions: frozenset[str] = frozenset()
    """The names of what it mentions."""


class Heard(NamedTuple):
    """One document as heard."""

    opinions: Sequence[Opinion]
    meaning: NDArray[np.float32]
    """What it is about. Shape (WIDTH,)."""


class HeardWords(NamedTuple):
    """A coachee's line as heard."""

    scores: NDArray[np.floating]
    """For each kind, then the log-odds of each sign. Shape (line labels,)."""
    mentions: frozenset[str]
    """The names of what it mentions."""


class Labeller(Protocol):
    """Whoever cuts and labels documents for the pipeline."""

    @property
    def vocabulary(self) -> Container[str]:
        """Words that coaches have used."""

    @property
    def words(self) -> Sequence[str]:
        """The usual ones of them, the commonest first."""

    def hear(self, docs: Sequence[Doc]) -> Sequence[Heard]:
        """Hear documents, in order; their marks are set, and their coachee's lines where there are any."""

    def hear_lines(self, lines: Sequence[Answered]) -> Sequence[HeardWords]:
        """Hear a coachee's lines, in order."""

    def match(self, doc: Doc, topics: Sequence[Topic], general: Sequence[str]) -> tuple[TopicMatch, ...]:
        """The topics that a document is about, best first; none before it was heard.

        Args:
            doc: The document.
            topics: What the coachee knows about.
            general: What is said in any conversation.
        """


@dataclass(frozen=True)
class Ear:
    """All that was learnt."""

    encoder: Encoder
    grams: ClipClassifier
    blend: Blend
    splitter: Splitter
    relevance: Relevance
    coach: MentionClassifier
    coachee: MentionClassifier
    """What the words of either speaker mention."""
    words: Sequence[str]
    """Those that coaches use, the commonest first."""

    @property
    def vocabulary(self) -> Container[str]:
        """Words that coaches have used."""
        return self.grams.vocabulary

    def hear_lines(self, lines: Sequence[Answered]) -> Sequence[HeardWords]:
        """Hear a coachee's lines, in order."""
        read = self.encoder.read_lines([line.text for line in lines])
        mentions = self.coachee.predict(answers_as_words(lines, [one.gist for one in read], self.encoder))
        return [HeardWords(one.scores, names) for one, names in zip(read, mentions, strict=True)]

    def match(self, doc: Doc, topics: Sequence[Topic], general: Sequence[str]) -> tuple[TopicMatch, ...]:
        """The topics that a document is about, best first; none before it was heard."""
        if not topics:
            return ()
        matcher = topic_matcher(subjects_of(topics, general), self.encoder)
        if MEANING not in doc.user_data:
            return ()
        chances = self.relevance.chances(matcher.nearness(doc.text, doc.user_data[MEANING]))
        return ranked(matcher.ids, chances.tolist(), self.relevance.least_, [token.lower_ for token in doc])

    def hear(self, docs: Sequence[Doc]) -> Sequence[Heard]:
        """Cut and label documents."""
        readings = self.encoder.read([doc.text for doc in docs], [line_of(doc) for doc in docs])
        spans = self.cut(docs, readings)
        opinions = self._opinions(spans, readings)
        return [
            Heard([next(opinions) for _ in found], reading.meaning)
            for found, reading in zip(spans, readings, strict=True)
        ]

    def cut(self, docs: Sequence[Doc], readings: Sequence[Reading]) -> list[list[Span]]:
        """The segments of each document: given ones, or the splitter's."""
        tokens = [[token.text for token in doc] for doc in docs]
        odds = [token_odds(doc, reading) for doc, reading in zip(docs, readings, strict=True)]
        split = self.splitter.split(tokens, odds)
        return [
            given_spans(doc) if is_given(doc) else cut_spans(doc, cut) for doc, cut in zip(docs, split, strict=True)
        ]

    def _opinions(self, spans: Sequence[Sequence[Span]], readings: Sequence[Reading]) -> Iterator[Opinion]:
        flat = [(span, reading) for found, reading in zip(spans, readings, strict=True) for span in found]
        if not flat:
            return
        measured = self.grams.features_.transform([clip_of(span) for span, _ in flat])
        scores = np.array([reading.scores(span.start_char, span.end_char) for span, reading in flat])
        chances = self.blend.predict_proba(side_by_side(scores, self.grams.chances(measured)))
        mentions = self.coach.predict([_words(*pair) for pair in flat])
        for (span, reading), row, chance, names in zip(flat, rows_of(measured), chances, mentions, strict=True):
            by_move = dict(zip(map(Move, MOVES), map(float, chance), strict=True))
            labelled = Span(span.doc, span.start, span.end, label=best_move(by_move))
            yield Opinion(labelled, by_move, cues_of(labelled, row, self.grams, reading), names)


def _words(span: Span, reading: Reading) -> Words:
    return Words(span.text, reading.gist(span.start_char, span.end_char))


@lru_cache(maxsize=8)
def topic_matcher(subjects: tuple[Subject, ...], encoder: Encoder) -> TopicMatcher:
    """The matcher of a scenario's topics; reading them all takes about a second, once."""
    return TopicMatcher(subjects, encoder.meanings)

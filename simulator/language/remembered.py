"""An ear that only remembers: it repeats stored opinions, so that figures can be worked out without the parts."""

from collections.abc import Container, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from simulator.core.corpus import Corpus
from simulator.core.hearing import TopicMatch
from simulator.core.moves import Move
from simulator.core.ports import Answered
from simulator.core.rules import best_move
from simulator.core.scenario import Topic
from simulator.core.words import Speaker
from simulator.language.documents import line_of, straight
from simulator.language.ear import Heard, HeardWords, Opinion
from simulator.language.encoder import MOVES, WIDTH
from simulator.language.held_out import RESPONSE, HeldOut


class _Known(NamedTuple):
    start: int
    end: int
    chances: dict[Move, float]


class Remembered:
    """Repeats what held-out parts made of a corpus."""

    def __init__(self, corpus: Corpus, held: HeldOut, chances: NDArray[np.float64]) -> None:
        """Store the opinions.

        Args:
            corpus: The examples.
            held: The opinions on them.
            chances: Of every move for every segment of ``held``. Shape (segments, moves).
        """
        rows = zip(held.rows.tolist(), chances, strict=True)
        self._known: Mapping[tuple[str, str], Sequence[_Known]] = {
            _words(corpus, *unit): [_known(row, chance) for row, chance in found]
            for unit, found in groupby(rows, key=lambda one: (one[0][0], one[0][1]))
        }
        self._lines: Mapping[str, NDArray[np.float16]] = {
            straight(corpus[place].context[turn].text): row
            for (place, turn), row in zip(held.line_rows.tolist(), held.lines, strict=True)
        }

    @property
    def vocabulary(self) -> Container[str]:
        """None: occasions are not what is remembered."""
        return frozenset()

    @property
    def words(self) -> Sequence[str]:
        """None: what is remembered was tidied before."""
        return ()

    def hear(self, docs: Sequence[Doc]) -> Sequence[Heard]:
        """Repeat what was made of each document."""
        return [Heard([_opinion(doc, known) for known in self._of(doc)], np.zeros(WIDTH, np.float32)) for doc in docs]

    def match(self, doc: Doc, topics: Sequence[Topic], general: Sequence[str]) -> tuple[TopicMatch, ...]:
        """None: a corpus has no topics."""
        return ()

    def hear_lines(self, lines: Sequence[Answered]) -> Sequence[HeardWords]:
        """Repeat the scores of coachee lines; mentions are measured by themselves."""
        return [HeardWords(self._lines[line.text], frozenset()) for line in lines]

    def _of(self, doc: Doc) -> Sequence[_Known]:
        return self._known.get((doc.text, line_of(doc)), ())


def _known(row: Sequence[int], chances: NDArray[np.float64]) -> _Known:
    return _Known(row[2], row[3], dict(zip(map(Move, MOVES), map(float, chances), strict=True)))


def _words(corpus: Corpus, place: int, turn: int) -> tuple[str, str]:
    """What the coach said, and the coachee before that."""
    example = corpus[place]
    is_response = turn == RESPONSE
    text = example.response if is_response else example.context[turn].text
    before = example.context if is_response else example.context[:turn]
    lines = [line.text for line in before if line.speaker is Speaker.COACHEE]
    return straight(text), straight(lines[-1]) if lines else ""


def _opinion(doc: Doc, known: _Known) -> Opinion:
    span = doc.char_span(known.start, known.end, alignment_mode="expand")
    assert span is not None
    return Opinion(Span(doc, span.start, span.end, label=best_move(known.chances)), known.chances)

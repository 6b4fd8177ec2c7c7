"""What the encoder is taught: labelled responses and lines, every epoch as other hands would type them.

Needs the extra ``[train]``.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from simulator.core.corpus import ContextLine, Example
from simulator.core.words import Kind, Sign
from simulator.language.documents import straight
from simulator.language.encoder import MOVES, Window, encode, heard_alone, unpadded, windows_of
from simulator.language.network import Network, meanings_by
from simulator.language.training import coachee_line
from simulator.language.variants import Cut, as_written, joined, plain, varied

_BATCH = 32
_NEAR = 20
"""Batches' worth of examples sorted by length together, so that little is padding."""
_JOINED = 0.12
"""The share of responses that another follows at once."""
_UNTOLD = -100
"""The move of a segment that no move is learnt from; the loss passes over it."""
_PLAIN = 0.3
"""The share of coachee lines seen without marks and capitals."""

Meaning = NDArray[np.float32]
Meanings = Mapping[str, Meaning]
"""By text: the vector of shape (WIDTH,) by which the pretrained body knows it."""


class Response(NamedTuple):
    """A response to learn from."""

    window: Window
    meaning: Meaning
    """What the pretrained body makes of its words."""
    spans: Sequence[tuple[int, int]]
    """First and last-but-one token of each segment."""
    moves: Sequence[int]


class Line(NamedTuple):
    """A coachee's line to learn from."""

    window: Window
    meaning: Meaning
    kind: int
    signs: Sequence[float]


Batch = Sequence[Response] | Sequence[Line]
_T = TypeVar("_T", Response, Line)


def epoch_of(corpus: Sequence[Example], tokenizer: Tokenizer, meanings: Meanings, dice: Random) -> list[Batch]:
    """All examples in batches of either kind, in an order of chance."""
    responses = _responses(corpus, tokenizer, meanings, dice)
    lines = _lines(corpus, tokenizer, meanings, dice)
    batches: list[Batch] = [*_batches(responses, dice, _BATCH), *_batches(lines, dice, 2 * _BATCH)]
    dice.shuffle(batches)
    return batches


def _batches(found: list[_T], dice: Random, size: int) -> Iterator[list[_T]]:
    dice.shuffle(found)
    for start in range(0, len(found), size * _NEAR):
        near = sorted(found[start : start + size * _NEAR], key=lambda one: one.window.length)
        yield from (near[place : place + size] for place in range(0, len(near), size))


def _responses(corpus: Sequence[Example], tokenizer: Tokenizer, meanings: Meanings, dice: Random) -> list[Response]:
    """Responses as this epoch sees them; without the wordless ones."""
    cuts, wanted = zip(*(_breath(example, corpus, meanings, dice) for example in corpus), strict=True)
    encoded = encode(tokenizer, [straight(cut.text) for cut in cuts], [coachee_line(example) for example in corpus])
    windows = [windows_of(*pair)[0] for pair in encoded]
    made = (_response(*each) for each in zip(corpus, cuts, windows, wanted, strict=True))
    return [one for one in made if one.spans]


def _breath(example: Example, corpus: Sequence[Example], meanings: Meanings, dice: Random) -> tuple[Cut, Meaning]:
    """A response by some hand and its meaning; now and then one that begins with another move follows at once."""
    cut, other = varied(example, dice), dice.choice(corpus)
    if dice.random() >= _JOINED or example.segments[-1].move is other.segments[0].move:
        return cut, meanings[example.response]
    return joined(cut, as_written(other)), meanings[example.response] + meanings[other.response]


def _response(example: Example, cut: Cut, window: Window, meaning: Meaning) -> Response:
    """Of what follows a response at once, only where it begins is learnt: it answers another line."""
    spans, moves = [], []
    labels = chain((MOVES.index(segment.move) for segment in example.segments), repeat(_UNTOLD))
    for (start, end), label in zip(cut.segments, labels, strict=False):
        inside = [place for place, (first, last) in enumerate(window.places) if first < end and last > start]
        if inside:
            spans.append((inside[0], inside[-1] + 1))
            moves.append(label)
    return Response(window, meaning, spans, moves)


def _lines(corpus: Sequence[Example], tokenizer: Tokenizer, meanings: Meanings, dice: Random) -> list[Line]:
    known = _known_lines(corpus)
    texts = [plain(text) if dice.random() < _PLAIN else straight(text) for text in known]
    encoded = tokenizer.encode_batch(texts, add_special_tokens=False)
    pairs = zip(known.values(), encoded, strict=True)
    return [_line(line, heard_alone(one), meanings[line.text]) for line, one in pairs if one.ids]


def _known_lines(corpus: Sequence[Example]) -> Mapping[str, ContextLine]:
    """The labelled coachee lines, by their words."""
    return {line.text: line for example in corpus for line in example.context if line.kind is not None}


def _line(line: ContextLine, window: Window, meaning: Meaning) -> Line:
    kind = list(Kind).index(line.kind or Kind.NEUTRAL)
    return Line(window, meaning, kind, [float(sign in line.signs) for sign in Sign])


def meanings_of(corpus: Sequence[Example], base: Path) -> Meanings:
    """What the pretrained body makes of every text of a corpus: the mean of its states, as published."""
    texts = sorted({example.response for example in corpus} | set(_known_lines(corpus)))
    tokenizer = unpadded((base / "tokenizer.json").read_text(encoding="utf-8"))
    encoded = encode(tokenizer, [straight(text) for text in texts], [""] * len(texts))
    network = Network(base)
    network.eval()
    return dict(zip(texts, meanings_by(network, [windows_of(*pair)[0] for pair in encoded]), strict=True))

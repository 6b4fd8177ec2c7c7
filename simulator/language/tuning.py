"""Fine-tuning the encoder. Needs the extra ``[train]``; nothing else of the project does.

A segment's scores are the mean of its tokens' votes, so that at work the segments may be cut after reading.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, repeat
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.lr_scheduler import LambdaLR

from simulator.core.corpus import ContextLine, Example
from simulator.core.words import Kind, Sign
from simulator.language.documents import straight
from simulator.language.encoder import (
    MOVES,
    Window,
    encode,
    heard_alone,
    side_by_side,
    unpadded,
    windows_of,
)
from simulator.language.network import Network, meanings_by
from simulator.language.training import coachee_line
from simulator.language.variants import Cut, as_written, joined, plain, varied

EPOCHS = 3
_BATCH = 32
_BODY_RATE, _HEAD_RATE = 1.5e-4, 1e-3
_WARM_UP = 0.1
_START_WEIGHT = 4.0
_LINE_WEIGHT = 0.7
_MEANING_WEIGHT = 1.0
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


def tune(corpus: Sequence[Example], base: Path, meanings: Meanings, seed: int, epochs: int = EPOCHS) -> Network:
    """Fine-tune on all examples; every epoch sees them as other hands would type them.

    Args:
        corpus: Labelled examples.
        base: The folder of the pretrained body and its tokeniser.
        meanings: Of all texts of the corpus, to be kept while the labels are learnt.
        seed: Of everything random.
        epochs: Passes over the examples.
    """
    torch.manual_seed(seed)
    dice = Random(seed)
    tokenizer = unpadded((base / "tokenizer.json").read_text(encoding="utf-8"))
    network = Network(base)
    network.train()
    steps = epochs * len(_epoch(corpus, tokenizer, meanings, dice))
    optimiser = torch.optim.AdamW(_groups(network), weight_decay=0.01)
    plan = LambdaLR(optimiser, lambda step: min(step / (steps * _WARM_UP), (steps - step) / (steps * (1 - _WARM_UP))))
    for _ in range(epochs):
        for batch in _epoch(corpus, tokenizer, meanings, dice):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores, found = network(*map(torch.from_numpy, side_by_side([one.window for one in batch])))
            optimiser.zero_grad()
            (_loss(scores.float(), batch) + _forgotten(found.float(), batch)).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            plan.step()
    network.eval()
    return network


def _groups(network: Network) -> list[dict[str, object]]:
    body = [weight for weight in network.body.parameters() if weight.requires_grad]
    return [{"params": body, "lr": _BODY_RATE}, {"params": network.head.parameters(), "lr": _HEAD_RATE}]


Batch = Sequence[Response] | Sequence[Line]
_T = TypeVar("_T", Response, Line)


def _epoch(corpus: Sequence[Example], tokenizer: Tokenizer, meanings: Meanings, dice: Random) -> list[Batch]:
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


def _loss(scores: Tensor, batch: Batch) -> Tensor:
    """How much the labels surprise the network."""
    first = batch[0]
    if isinstance(first, Line):
        return _LINE_WEIGHT * _line_loss(scores, [one for one in batch if isinstance(one, Line)])
    return _response_loss(scores, [one for one in batch if isinstance(one, Response)])


def _forgotten(found: Tensor, batch: Batch) -> Tensor:
    """How far the meanings are from what the pretrained body made of the words."""
    wanted = torch.from_numpy(np.stack([one.meaning for one in batch]))
    return _MEANING_WEIGHT * (1 - functional.cosine_similarity(found, wanted)).mean()


def _response_loss(scores: Tensor, batch: Sequence[Response]) -> Tensor:
    """By the moves of the segments, and by where they begin."""
    votes = [
        scores[row, one.window.own][a:b, : len(MOVES)].mean(0) for row, one in enumerate(batch) for a, b in one.spans
    ]
    labels = torch.tensor([move for one in batch for move in one.moves])
    odds = torch.cat([scores[row, one.window.own][1:, len(MOVES)] for row, one in enumerate(batch)])
    starts = torch.cat([_starts(one) for one in batch])
    named = functional.cross_entropy(torch.stack(votes), labels, label_smoothing=0.02)
    return named + _START_WEIGHT * functional.binary_cross_entropy_with_logits(odds, starts)


def _starts(one: Response) -> Tensor:
    """For every token but the first: does a segment begin with it?"""
    begins = {start for start, _ in one.spans}
    return torch.tensor([float(place in begins) for place in range(1, len(one.window.ids))])


def _line_loss(scores: Tensor, batch: Sequence[Line]) -> Tensor:
    """By the kinds and the signs."""
    votes = torch.stack([scores[row, one.window.heard, len(MOVES) + 1 :].mean(0) for row, one in enumerate(batch)])
    kinds = torch.tensor([one.kind for one in batch])
    signs = torch.tensor([one.signs for one in batch])
    named = functional.cross_entropy(votes[:, : len(Kind)], kinds, label_smoothing=0.02)
    return named + functional.binary_cross_entropy_with_logits(votes[:, len(Kind) :], signs)


def meanings_of(corpus: Sequence[Example], base: Path) -> Meanings:
    """What the pretrained body makes of every text of a corpus: the mean of its states, as published."""
    texts = sorted({example.response for example in corpus} | set(_known_lines(corpus)))
    tokenizer = unpadded((base / "tokenizer.json").read_text(encoding="utf-8"))
    encoded = encode(tokenizer, [straight(text) for text in texts], [""] * len(texts))
    network = Network(base)
    network.eval()
    return dict(zip(texts, meanings_by(network, [windows_of(*pair)[0] for pair in encoded]), strict=True))

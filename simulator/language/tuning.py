"""Fine-tuning the encoder. Needs the extra ``[train]``; nothing else of the project does.

A segment's scores are the mean of its tokens' votes, so that at work the segments may be cut after reading.
"""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.lr_scheduler import LambdaLR

from simulator.core.corpus import Example
from simulator.core.words import Kind
from simulator.language.encoder import MOVES, side_by_side, unpadded
from simulator.language.lessons import Batch, Line, Meanings, Response, epoch_of
from simulator.language.network import Network

EPOCHS = 3
_BODY_RATE, _HEAD_RATE = 1.5e-4, 1e-3
_WARM_UP = 0.1
_START_WEIGHT = 4.0
_LINE_WEIGHT = 0.7
_MEANING_WEIGHT = 1.0


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
    steps = epochs * len(epoch_of(corpus, tokenizer, meanings, dice))
    optimiser = torch.optim.AdamW(_groups(network), weight_decay=0.01)
    plan = LambdaLR(optimiser, lambda step: min(step / (steps * _WARM_UP), (steps - step) / (steps * (1 - _WARM_UP))))
    for _ in range(epochs):
        for batch in epoch_of(corpus, tokenizer, meanings, dice):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores, found, _ = network(*map(torch.from_numpy, side_by_side([one.window for one in batch])))
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

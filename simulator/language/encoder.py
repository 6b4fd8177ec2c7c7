"""The encoder at work: a small transformer reads words, and each of its tokens votes for labels."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from simulator.core.moves import Move
from simulator.core.words import Kind, Sign

MOVES = tuple(sorted(str(move) for move in Move))
LINE_LABELS = (*(str(kind) for kind in Kind), *(str(sign) for sign in Sign))
"""What a token votes for: moves, a segment's beginning, and the coachee's kinds and signs, in this order."""
WIDTH = 384
"""Of a meaning: the vector by which texts about the same thing are near each other."""
MOST_TOKENS = 256
"""Of a response, read in one go; what is longer is read window by window."""
MOST_LINE_TOKENS = 96
"""Of the coachee's line; the end of a long one tells most."""
_FIRST, _BORDER, _PADDING = 101, 102, 0
"""The ids of [CLS], [SEP] and [PAD] in the vocabulary of BERT."""

Scores = NDArray[np.float32]


class Window(NamedTuple):
    """A response, or the part of a very long one that is read in one go, with the coachee's line before it."""

    ids: Sequence[int]
    """The response's tokens."""
    line: Sequence[int]
    """The line's tokens."""
    places: Sequence[tuple[int, int]] = ()
    """First and last-but-one code point of each of the response's tokens."""

    @property
    def length(self) -> int:
        """How many tokens are read, borders included."""
        return len(self.ids) + len(self.line) + 3

    @property
    def own(self) -> slice:
        """Where the response's tokens stand among those read."""
        return slice(1, 1 + len(self.ids))

    @property
    def heard(self) -> slice:
        """Where the line's tokens stand among those read."""
        return slice(2 + len(self.ids), 2 + len(self.ids) + len(self.line))


class Arrays(NamedTuple):
    """Windows side by side: what the network takes. Each of shape (windows, longest)."""

    ids: NDArray[np.int64]
    mask: NDArray[np.int64]
    types: NDArray[np.int64]


class Reading(NamedTuple):
    """A response as the encoder reads it: a row a token."""

    places: NDArray[np.int64]
    """First and last-but-one code point of each token. Shape (tokens, 2)."""
    votes: Scores
    """Each token's score for every move. Shape (tokens, moves)."""
    starts: Scores
    """The log-odds that a segment begins with the token. Shape (tokens,)."""

    meaning: Scores
    """What the response is about. Shape (WIDTH,)."""
    states: Scores
    """What the network knows of each token in its place. Shape (tokens, WIDTH)."""

    def within(self, start: int, end: int) -> NDArray[np.bool_]:
        """Which tokens lie between two code points. Shape (tokens,)."""
        inside: NDArray[np.bool_] = (self.places[:, 0] < end) & (self.places[:, 1] > start)
        return inside

    def scores(self, start: int, end: int) -> Scores:
        """A segment's score for every move: the mean of its tokens' votes. Shape (moves,)."""
        inside = self.within(start, end)
        mean: Scores = self.votes[inside].mean(axis=0) if inside.any() else np.zeros(len(MOVES), dtype=np.float32)
        return mean

    def gist(self, start: int, end: int) -> Scores:
        """What is known of a stretch of words as a whole. Of length 1. Shape (WIDTH,)."""
        return gist_of(self.states[self.within(start, end)])


class LineReading(NamedTuple):
    """A coachee's line as the encoder reads it."""

    scores: Scores
    """A score for each kind and sign. Shape (line labels,)."""
    gist: Scores
    """What is known of it as a whole. Of length 1. Shape (WIDTH,)."""


class Seen(NamedTuple):
    """What the network makes of one window."""

    scores: Scores
    """A row for each token that was read, borders included. Shape (tokens or more, moves + 1 + line labels)."""
    meaning: Scores
    """Of length 1. Shape (WIDTH,)."""
    states: Scores
    """A row for each token that was read. Shape (tokens or more, WIDTH)."""


class Encoder:
    """A fine-tuned network in ONNX form and its tokeniser."""

    def __init__(self, network: Path, tokenizer: str) -> None:
        """Load both.

        Args:
            network: An ONNX file: ids, mask and types in; scores, meanings and states out. Its bytes are not kept.
            tokenizer: A tokeniser as JSON.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(str(network), options, providers=["CPUExecutionProvider"])
        self._tokenizer = unpadded(tokenizer)

    def read(self, responses: Sequence[str], lines: Sequence[str]) -> list[Reading]:
        """Read responses, each with the coachee's line before it; empty where there was none."""
        cut = [windows_of(*encoded) for encoded in encode(self._tokenizer, responses, lines)]
        windows = [window for found in cut for window in found]
        seen = self._see(windows)
        return [_reading(found, [next(seen) for _ in found]) for found in cut]

    def read_lines(self, lines: Sequence[str]) -> list[LineReading]:
        """Read the coachee's lines by themselves."""
        windows = [
            heard_alone(encoded) for encoded in self._tokenizer.encode_batch(list(lines), add_special_tokens=False)
        ]
        return [_line_reading(window, one) for window, one in zip(windows, self._see(windows), strict=True)]

    def meanings(self, responses: Sequence[str]) -> Scores:
        """What texts are about. Shape (texts, WIDTH)."""
        found = [reading.meaning for reading in self.read(responses, [""] * len(responses))]
        return np.array(found, dtype=np.float32).reshape(-1, WIDTH)

    def _see(self, windows: Iterable[Window]) -> Iterator[Seen]:
        """Each window as seen, by itself: weights in eight bits would let its neighbours in a batch sway its scores."""
        for window in windows:
            yield Seen(*(output[0] for output in self._session.run(None, side_by_side([window])._asdict())))


def unpadded(tokenizer: str) -> Tokenizer:
    """A tokeniser that gives a text's own tokens; as published it pads and cuts them to a fixed length."""
    made = Tokenizer.from_str(tokenizer)
    made.no_padding()
    made.no_truncation()
    return made


def encode(
    tokenizer: Tokenizer, responses: Sequence[str], lines: Sequence[str]
) -> Iterator[tuple[Encoding, Sequence[int]]]:
    """Tokens of responses, and the last ids of the lines before them."""
    spoken = tokenizer.encode_batch(list(responses), add_special_tokens=False)
    heard = tokenizer.encode_batch(list(lines), add_special_tokens=False)
    for response, line in zip(spoken, heard, strict=True):
        yield response, line.ids[-MOST_LINE_TOKENS:]


def windows_of(response: Encoding, line: Sequence[int]) -> list[Window]:
    """A response cut into pieces that the network can read; one piece, unless it is very long."""
    return [
        Window(response.ids[start : start + MOST_TOKENS], line, response.offsets[start : start + MOST_TOKENS])
        for start in range(0, max(1, len(response.ids)), MOST_TOKENS)
    ]


def heard_alone(line: Encoding) -> Window:
    """A coachee's line by itself, standing where lines stand before a response."""
    return Window((), line.ids[-MOST_TOKENS:])


def side_by_side(windows: Sequence[Window]) -> Arrays:
    """Windows padded to the longest."""
    shape = (len(windows), max(window.length for window in windows))
    ids, mask, types = (np.full(shape, fill, dtype=np.int64) for fill in (_PADDING, 0, 0))
    for row, window in enumerate(windows):
        ids[row, : window.length] = [_FIRST, *window.ids, _BORDER, *window.line, _BORDER]
        mask[row, : window.length] = 1
        types[row, len(window.ids) + 2 : window.length] = 1
    return Arrays(ids, mask, types)


def _reading(windows: Sequence[Window], seen: Sequence[Seen]) -> Reading:
    places = [place for window in windows for place in window.places]
    pairs = list(zip(windows, seen, strict=True))
    rows = np.concatenate([one.scores[window.own] for window, one in pairs])
    return Reading(
        places=np.array(places, dtype=np.int64).reshape(-1, 2),
        votes=rows[:, : len(MOVES)],
        starts=rows[:, len(MOVES)],
        meaning=seen[0].meaning,
        states=np.concatenate([one.states[window.own] for window, one in pairs]),
    )


def _line_reading(window: Window, seen: Seen) -> LineReading:
    rows = seen.scores[window.heard, len(MOVES) + 1 :]
    scores = rows.mean(axis=0) if len(rows) else np.zeros(len(LINE_LABELS), dtype=np.float32)
    return LineReading(scores, gist_of(seen.states[window.heard]))


def gist_of(states: Scores) -> Scores:
    """The mean of tokens' states, of length 1; nothing where there are no tokens. Shape (WIDTH,)."""
    if not len(states):
        return np.zeros(WIDTH, dtype=np.float32)
    mean: Scores = states.mean(axis=0)
    return mean / np.linalg.norm(mean)

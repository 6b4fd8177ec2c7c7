"""A response with its labels on it: which words each segment covers, and which words point to its label."""

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from simulator.core.hearing import Hearing
from simulator.core.passage import segment_label, shortened

_Span = tuple[int, int]
NO_CUE = "No single word decided this."
_QUOTED = 48
"""Code points of a segment that are quoted before its label, where a response has several."""


class Run(NamedTuple):
    """A piece of a response that lies in one segment, or in none, and wholly in one cue, or in none."""

    text: str
    segment: int | None
    """The segment's place, or None between segments."""
    is_first: bool
    """Does the segment begin here?"""
    is_cue: bool


def runs(hearing: Hearing) -> tuple[Run, ...]:
    """A response cut where segments and cues begin and end; together the runs are its whole text."""
    covered = [(segment.start, segment.end) for segment in hearing.segments]
    cues = [(cue.start, cue.end) for segment in hearing.segments for cue in segment.cues]
    edges = {0, len(hearing.text), *chain.from_iterable((*covered, *cues))}
    pieces = pairwise(sorted(edge for edge in edges if edge <= len(hearing.text)))
    return tuple(_run(hearing.text, start, end, covered, cues) for start, end in pieces)


def _run(text: str, start: int, end: int, covered: Sequence[_Span], cues: Sequence[_Span]) -> Run:
    segment = next((place for place, (first, last) in enumerate(covered) if first <= start < last), None)
    is_first = segment is not None and covered[segment][0] == start
    is_cue = any(first <= start < last for first, last in cues)
    return Run(text[start:end], segment, is_first, is_cue)


def cue_words(hearing: Hearing, place: int) -> tuple[str, ...]:
    """The words that point to a segment's label, in order, each once."""
    cues = sorted(hearing.segments[place].cues)
    return tuple(dict.fromkeys(hearing.text[cue.start : cue.end] for cue in cues))


def reasons(hearing: Hearing) -> tuple[str, ...]:
    """For each segment its label, the words that point to it, and why; each of several says which it is."""
    return tuple(_reason(hearing, place) for place in range(len(hearing.segments)))


def _reason(hearing: Hearing, place: int) -> str:
    segment = hearing.segments[place]
    which = f"“{shortened(segment.text, _QUOTED)}” " if len(hearing.segments) > 1 else ""
    cues = ", ".join(f"“{words}”" for words in cue_words(hearing, place))
    label = f"{segment_label(hearing, place)}{f', from {cues}' if cues else ''}."
    return " ".join(part for part in (f"{which}{label}", segment.why, "" if cues else NO_CUE) if part)

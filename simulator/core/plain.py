"""Hearings as plain values and back: how a record keeps what was heard."""

from collections.abc import Mapping
from typing import Any

from simulator.core.hearing import Cue, HeardLine, Hearing, Segment, TopicMatch
from simulator.core.moves import Move
from simulator.core.words import Kind, Mark, Occasion, Sign

Plain = Mapping[str, Any]
"""Only texts, numbers, truth values, lists and mappings of these: ready for JSON."""


def hearing_to_plain(hearing: Hearing) -> Plain:
    """A response as heard."""
    return {
        "text": hearing.text,
        "segments": [_segment_to_plain(segment) for segment in hearing.segments],
        "topics": [list(match) for match in hearing.topics],
        "occasion": hearing.occasion,
        "stacked": hearing.stacked,
        "words": hearing.words,
    }


def hearing_from_plain(plain: Plain) -> Hearing:
    """The response that ``hearing_to_plain`` was given."""
    return Hearing(
        text=plain["text"],
        segments=tuple(_segment_from_plain(segment) for segment in plain["segments"]),
        topics=tuple(TopicMatch(*match) for match in plain["topics"]),
        occasion=Occasion(plain["occasion"]) if plain["occasion"] else None,
        stacked=plain["stacked"],
        words=plain["words"],
    )


def line_to_plain(line: HeardLine) -> Plain:
    """A coachee's line as heard."""
    sets = {name: sorted(getattr(line, name)) for name in _LINE_SETS}
    return {"text": line.text, "words": line.words, **sets}


def line_from_plain(plain: Plain) -> HeardLine:
    """The line that ``line_to_plain`` was given."""
    return HeardLine(
        text=plain["text"],
        words=plain["words"],
        kinds=frozenset(map(Kind, plain["kinds"])),
        signs=frozenset(map(Sign, plain["signs"])),
        marks=frozenset(map(Mark, plain["marks"])),
        lemmas=frozenset(plain["lemmas"]),
        feelings=frozenset(plain["feelings"]),
        evaluative=frozenset(plain["evaluative"]),
    )


_LINE_SETS = ("kinds", "signs", "marks", "lemmas", "feelings", "evaluative")


def _segment_to_plain(segment: Segment) -> Plain:
    return {
        "start": segment.start,
        "end": segment.end,
        "text": segment.text,
        "move": segment.move,
        "confidence": segment.confidence,
        "unsure": segment.unsure,
        "rule": segment.rule,
        "why": segment.why,
        "cues": [list(cue) for cue in segment.cues],
        "marks": sorted(segment.marks),
        "shared": segment.shared,
        "repeats": segment.repeats,
        "unfounded": list(segment.unfounded),
    }


def _segment_from_plain(plain: Plain) -> Segment:
    built = {
        "move": Move(plain["move"]),
        "cues": tuple(Cue(*cue) for cue in plain["cues"]),
        "marks": frozenset(map(Mark, plain["marks"])),
        "unfounded": tuple(plain["unfounded"]),
    }
    return Segment(**{**plain, **built})


def classified(hearing: Hearing, name: str | None = None) -> Plain:
    """A response in the form of ``coach classify``: what other programs read."""
    return {
        "id": name,
        "response": hearing.text,
        "primary": hearing.primary,
        "unsure": hearing.unsure,
        "stacked": hearing.stacked,
        "segments": [_classified_segment(segment) for segment in hearing.segments],
    }


def _classified_segment(segment: Segment) -> Plain:
    return {
        "start": segment.start,
        "end": segment.end,
        "text": segment.text,
        "family": segment.family,
        "move": segment.move,
        "confidence": segment.confidence,
        "unsure": segment.unsure,
        "rule": segment.rule,
        "why": segment.why,
        "cues": [cue._asdict() for cue in segment.cues],
    }

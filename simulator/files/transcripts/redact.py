"""A conversation without names, as it was heard with them: what is shown changes, what is scored does not."""

import re
from collections.abc import Sequence
from dataclasses import replace

from simulator.core.hearing import Cue, Heard, Hearing, Segment
from simulator.files.transcripts.redactor import Edit, Redactor, edited, keys

_QUOTED = re.compile(r"[^\W\d_]+")


def redact(conversation: Sequence[Heard], speakers: Sequence[str]) -> tuple[Heard, ...]:
    """The same turns with placeholders for names in all that they show.

    Args:
        conversation: All turns of one transcript, as heard.
        speakers: The names of those who speak in it.
    """
    redactor = Redactor(speakers)
    redactor.learn(heard.text for heard in conversation)  # a surname may stand alone before its first name is told
    return tuple(_unnamed(heard, redactor) for heard in conversation)


def _unnamed(heard: Heard, redactor: Redactor) -> Heard:
    if not isinstance(heard, Hearing):
        return replace(heard, text=redactor.redacted(heard.text))
    edits = redactor.edits(heard.text)
    text = edited(heard.text, edits)
    cued = [replace(one, cues=_cues(one, heard.text, edits, redactor)) for one in heard.segments]
    return replace(heard, text=text, segments=tuple(_segment(one, text, edits, redactor) for one in cued))


def _segment(segment: Segment, text: str, edits: Sequence[Edit], redactor: Redactor) -> Segment:
    """A segment where it stands now. Its reasons may quote a name too."""
    start, end = _moved(segment.start, segment.end, edits)
    return replace(segment, start=start, end=end, text=text[start:end], why=redactor.redacted(segment.why))


def _cues(segment: Segment, before: str, edits: Sequence[Edit], redactor: Redactor) -> tuple[Cue, ...]:
    """A segment's cues where they stand now, and their reasons."""
    return tuple(
        Cue(*_moved(cue.start, cue.end, edits), redactor.redacted(_unquoted(cue, before, edits)))
        for cue in segment.cues
    )


def _unquoted(cue: Cue, before: str, edits: Sequence[Edit]) -> str:
    """A cue's reason. It quotes in lower case, where Hope cannot be told from hope but by where the cue stands."""
    touched = [edit for edit in edits if edit.start < cue.end and cue.start < edit.stop]
    instead = {word: edit.instead for edit in touched for word in keys(before[edit.start : edit.stop])}
    return _QUOTED.sub(lambda found: instead.get(found[0].casefold(), found[0]), cue.why)


def _moved(start: int, end: int, edits: Sequence[Edit]) -> tuple[int, int]:
    """Where a stretch lies once the edits are made; it takes in the whole of a placeholder that it touches."""
    first, last = start, end
    for edit in edits:
        longer = len(edit.instead) - (edit.stop - edit.start)
        if edit.stop <= start:
            first += longer
        elif edit.start < start:
            first += edit.start - start
        if edit.stop <= end:
            last += longer
        elif edit.start < end:
            last += edit.start + len(edit.instead) - end
    return first, last

"""A conversation without names, as it was heard with them: what is shown changes, what is scored does not."""

from collections.abc import Sequence
from dataclasses import replace

from simulator.core.hearing import Cue, Heard, Hearing, Segment
from simulator.files.transcripts.redactor import Edit, Redactor, edited


def redact(conversation: Sequence[Heard], speakers: Sequence[str]) -> tuple[Heard, ...]:
    """The same turns with placeholders for names in all that they show.

    Args:
        conversation: All turns of one transcript, as heard.
        speakers: The names of those who speak in it.
    """
    redactor = Redactor(speakers)
    for heard in conversation:  # a surname may stand alone before it stands beside its first name
        redactor.edits(heard.text)
    return tuple(_unnamed(heard, redactor) for heard in conversation)


def _unnamed(heard: Heard, redactor: Redactor) -> Heard:
    if not isinstance(heard, Hearing):
        return replace(heard, text=redactor.redacted(heard.text))
    edits = redactor.edits(heard.text)
    text = edited(heard.text, edits)
    return replace(heard, text=text, segments=tuple(_segment(one, text, edits, redactor) for one in heard.segments))


def _segment(segment: Segment, text: str, edits: Sequence[Edit], redactor: Redactor) -> Segment:
    """A segment where it stands now. Its cues and reasons may quote a name too."""
    start, end = _moved(segment.start, segment.end, edits)
    cues = tuple(Cue(*_moved(one.start, one.end, edits), redactor.redacted(one.why)) for one in segment.cues)
    return replace(segment, start=start, end=end, text=text[start:end], why=redactor.redacted(segment.why), cues=cues)


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

"""What a document carries from room to room: the coachee's line, given segments, marks, and what was heard."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span

from simulator.language.features import Clip
from simulator.language.phrases import Found

SPANS = "moves"
"""The key of ``doc.spans`` under which the unsettled segments stand; a span's label is its likeliest move."""
LINE = "coachee line"
"""The key of ``doc.user_data`` for the coachee's last words, to be set before the document is heard."""
OPINIONS = "opinions"
"""The key of ``doc.user_data`` for what was heard of each segment, in order."""
GIVEN = "given"
"""The key of ``doc.user_data`` for segments already known, as code points; without it the splitter decides."""
MARKS = "marks"
"""The key of ``doc.user_data`` for the hand-written phrases that stand in the document."""
MEANING = "meaning"
"""The key of ``doc.user_data`` for the vector of what the document is about."""

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def straight(text: str) -> str:
    """The text with typewriter quotes; one character for one, so that offsets stay true."""
    return text.translate(_STRAIGHT)


def line_of(doc: Doc) -> str:
    """What the coachee said before; empty at the start."""
    return str(doc.user_data.get(LINE) or "")


def is_given(doc: Doc) -> bool:
    """Are its segments already known?"""
    return doc.user_data.get(GIVEN) is not None


def given_spans(doc: Doc) -> list[Span]:
    """The segments already known; those without a token are left out."""
    found = (doc.char_span(start, end, alignment_mode="expand") for start, end in doc.user_data[GIVEN] if start < end)
    return [span for span in found if span is not None]


def cut_spans(doc: Doc, cuts: Iterable[tuple[int, int]]) -> list[Span]:
    """The segments between given tokens, without white space at their ends."""
    return [_trimmed(doc[start:end]) for start, end in cuts]


def _trimmed(span: Span) -> Span:
    start, end = span.start, span.end
    while span.doc[start].is_space:
        start += 1
    while span.doc[end - 1].is_space:
        end -= 1
    return span.doc[start:end]


def clip_of(span: Span) -> Clip:
    """A segment with what stands around it, as the classifier takes it."""
    text = span.doc.text
    before, after = text[: span.start_char].strip(), text[span.end_char :].strip()
    return Clip(span.text, before, after, line_of(span.doc))


def marks_within(span: Span) -> frozenset[str]:
    """Names of the phrases that stand in a segment."""
    found: Sequence[Found] = span.doc.user_data[MARKS]
    return frozenset(one.name for one in found if span.start <= one.start and one.end <= span.end)

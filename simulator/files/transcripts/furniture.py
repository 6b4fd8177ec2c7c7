"""What recorders and typists write beside the talk: it was not said."""

import re

_LINES = re.compile(
    r"^\s*(?:.{0,60}\s)?(?:(?:started|stopped) transcription|transcription (?:started|stopped|ended))\s*$"
    r"|^\s*(?:transcribed by|this (?:editable )?transcript was)\s.*$"
    r"|^\s*(?:meeting|recording) (?:started|stopped|ended)\b.*$",
    re.IGNORECASE,
)
_SOUNDS = re.compile(
    r"\s*[\[(]\s*(?:inaudible|unclear|indistinct|crosstalk|overtalking|laugh|chuckle|sigh|cough|pause|silence|music|applause"
    r"|noise|background)[^\])]{0,30}[\])]",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Is it about the recording: "Jane Doe stopped transcription", "Transcribed by ..."?"""
    return bool(_LINES.match(line))


def without_sounds(words: str) -> str:
    """The words without "[laughs]", "(pause)" and "[inaudible 00:31]"."""
    return _SOUNDS.sub("", words).strip()


def is_said(words: str) -> bool:
    """Is there a letter or a digit in it? A template that nobody filled in has none."""
    return any(map(str.isalnum, words))

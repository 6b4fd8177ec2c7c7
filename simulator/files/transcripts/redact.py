"""Replacing names, so that a transcript can be scored and shown without saying whom it is about.

What it cannot find: a name that is an ordinary word at the start of a sentence ("Will was late") or without its
capital, a nickname that is a word, and who somebody is by what is told of them. So the result is without names, not
anonymous. It may also replace a capitalised word that only its dictionary lacks, such as a brand; that hides too much
rather than too little.
"""

import re
from collections.abc import Iterator, Sequence

from simulator.core.words import Utterance
from simulator.files.transcripts.names import Place, could_be_surname, is_name

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTENED = re.compile(r"['’](?:s|d|ll|re|ve)$", re.IGNORECASE)
_CONTACT = re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w+|(?<!\w)\+?\d(?:[ ()-]{0,2}\d){8,14}(?!\w)")
"""Addresses and telephone numbers."""
_ROLES = frozenset({"coach", "coachee", "mentor", "mentee", "teacher", "speaker", "facilitator", "interviewer"})

_SEEN = 20
"""Characters around a word that are looked at."""

_Span = tuple[int, int]


class Redactor:
    """Gives every name in one transcript a placeholder, the same one wherever it stands."""

    def __init__(self, speakers: Sequence[str]) -> None:
        """Know the speakers' names from the start."""
        self._speakers = frozenset(word.casefold() for name in speakers for word in _WORD.findall(name)) - _ROLES
        self._names: dict[str, int] = {}
        self._contacts: dict[str, int] = {}

    def redacted(self, text: str) -> str:
        """The text with ``Name1``, ``Name2`` for names and ``Contact1`` for addresses and telephone numbers.

        A placeholder is one word, so that it is heard as a name would be.
        """
        text = _CONTACT.sub(self._contact, text)
        pieces, end = [], 0
        for start, stop in _together(self._spans(text), text):
            pieces += [text[end:start], self._placeholder(text[start:stop])]
            end = stop
        return "".join((*pieces, text[end:]))

    def _contact(self, found: re.Match[str]) -> str:
        return f"Contact{self._contacts.setdefault(found[0].casefold(), len(self._contacts) + 1)}"

    def _spans(self, text: str) -> Iterator[_Span]:
        known = self._speakers | self._names.keys()
        end = 0
        for found in _WORD.finditer(text):
            start, word = found.start(), _SHORTENED.sub("", found[0])
            place = Place(word, text[max(0, start - _SEEN) : start], text[found.end() : found.end() + _SEEN])
            if is_name(place, known) or (text[end:start] == " " and could_be_surname(word)):
                end = start + len(word)
                yield start, end

    def _placeholder(self, name: str) -> str:
        """A first name says who is meant; the words after it are theirs if they are nobody's yet."""
        first, *others = (word.casefold() for word in _WORD.findall(name))
        number = self._names.setdefault(first, 1 + max(self._names.values(), default=0))
        for word in others:
            self._names.setdefault(word, number)
        return f"Name{number}"


def redact(turns: Sequence[Utterance], speakers: Sequence[str]) -> tuple[Utterance, ...]:
    """The same turns without names.

    Args:
        turns: All turns of one transcript.
        speakers: The names of those who speak in it.
    """
    redactor = Redactor(speakers)
    for turn in turns:  # a surname may stand alone before it stands beside its first name
        redactor.redacted(turn.text)
    return tuple(turn._replace(text=redactor.redacted(turn.text)) for turn in turns)


def _together(spans: Iterator[_Span], text: str) -> list[_Span]:
    """Words with nothing but a space between them are one name."""
    joined: list[_Span] = []
    for start, stop in spans:
        if joined and text[joined[-1][1] : start] == " ":
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((start, stop))
    return joined

"""Finding the names in one transcript and giving each a placeholder.

What it cannot find: a name that is an ordinary word at the start of a sentence ("Will was late") or without its
capital, a nickname that is a word, and who somebody is by what is told of them. So the result is without names, not
anonymous. It may also replace a capitalised word that only its dictionary lacks, such as a brand; that hides too much
rather than too little.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from simulator.files.transcripts.names import Place, could_be_surname, is_name

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTENED = re.compile(r"['’](?:s|d|ll|re|ve)$", re.IGNORECASE)
_CONTACT = re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w+|(?<!\w)\+?\d(?:[ ()-]{0,2}\d){8,14}(?!\w)")
"""Addresses and telephone numbers."""
_ROLES = frozenset({"coach", "coachee", "mentor", "mentee", "teacher", "speaker", "facilitator", "interviewer"})

_SEEN = 20
"""Characters around a word that are looked at."""

_Span = tuple[int, int]


class Edit(NamedTuple):
    """A stretch of a text and what is to stand there instead."""

    start: int
    stop: int
    instead: str


class Redactor:
    """Gives every name in one transcript a placeholder, the same one wherever it stands."""

    def __init__(self, speakers: Sequence[str]) -> None:
        """Know the speakers' names from the start."""
        self._speakers = frozenset(word.casefold() for name in speakers for word in _WORD.findall(name)) - _ROLES
        self._names: dict[str, int] = {}
        self._contacts: dict[str, int] = {}

    def redacted(self, text: str) -> str:
        """The text with ``Name1``, ``Name2`` for names and ``Contact1`` for addresses and telephone numbers."""
        return edited(text, self.edits(text))

    def edits(self, text: str) -> tuple[Edit, ...]:
        """What is to be replaced, in order; what is found here is known from then on."""
        contacts = [Edit(*found.span(), self._contact(found[0])) for found in _CONTACT.finditer(text)]
        others = _CONTACT.sub(lambda found: "0" * len(found[0]), text)
        names = [Edit(*span, self._name(text[slice(*span)])) for span in _together(self._spans(others), others)]
        return tuple(sorted(contacts + names))

    def _contact(self, contact: str) -> str:
        return f"Contact{self._contacts.setdefault(contact.casefold(), len(self._contacts) + 1)}"

    def _spans(self, text: str) -> Iterator[_Span]:
        known = self._speakers | self._names.keys()
        end = 0
        for found in _WORD.finditer(text):
            start, word = found.start(), _SHORTENED.sub("", found[0])
            place = Place(word, text[max(0, start - _SEEN) : start], text[found.end() : found.end() + _SEEN])
            if is_name(place, known) or (text[end:start] == " " and could_be_surname(word)):
                end = start + len(word)
                yield start, end

    def _name(self, name: str) -> str:
        """A first name says who is meant; the words after it are theirs if they are nobody's yet."""
        first, *others = (word.casefold() for word in _WORD.findall(name))
        number = self._names.setdefault(first, 1 + max(self._names.values(), default=0))
        for word in others:
            self._names.setdefault(word, number)
        return f"Name{number}"


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with its edits made."""
    pieces, end = [], 0
    for start, stop, instead in edits:
        pieces += [text[end:start], instead]
        end = stop
    return "".join((*pieces, text[end:]))


def _together(spans: Iterator[_Span], text: str) -> list[_Span]:
    """Words with nothing but a space between them are one name."""
    joined: list[_Span] = []
    for start, stop in spans:
        if joined and text[joined[-1][1] : start] == " ":
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((start, stop))
    return joined

"""Which words are names: the speakers', those of a shipped list, and words with a capital that no dictionary has."""

import re
from collections.abc import Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Auntie", "Uncle"})
_ENDS = '.?!:;\n“"([-–—…'
"""After one of these a capital says nothing."""
_LONGEST_INITIALS = 5
"""All capitals up to here are no name: TA, SEND."""
_WHEN = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march"),
        *("april", "may", "june", "july", "august", "september", "october", "november", "december"),
    }
)
_CONTRACTED = re.compile(r"(?:n['’]t|['’](?:s|m|d|ll|re|ve|all|you))$")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_KNOWN = frozenset(
    {
        *(
            "a",
            "i",
            "d",
            "her",
            "ca",
            "wo",
            "ai",
            "ofsted",
            "senco",
            "sendco",
            "cpd",
            "ects",
            "sats",
            "vocab",
            "powerpoint",
        ),
        *("hmm", "mm", "mhm", "umm", "ahh", "ooh", "pff", "yep", "yup", "nah", "hiya", "gonna", "dunno", "geog"),
    }
)
"""Words of schools and of talk that dictionaries lack."""


class Place(NamedTuple):
    """A word where it stands."""

    word: str
    """Without "'s" and the like."""
    before: str
    """Some of the text before it."""
    after: str
    """Some of the text after it."""

    @property
    def stands_out(self) -> bool:
        """Does a capital say that it is a name: inside a sentence, or where somebody is called by it?"""
        before = self.before.rstrip(" ")
        return bool(before and before[-1] not in _ENDS) or self.after.startswith(",")

    @property
    def has_title(self) -> bool:
        """Does it follow "Mr" or the like?"""
        words = self.before.rstrip(" .").rsplit(None, 1)
        return bool(words) and self.before.endswith(" ") and words[-1] in _TITLES


def is_name(place: Place, known: Set[str]) -> bool:
    """Is a word a name where it stands?

    Args:
        place: The word.
        known: The words of names met before, in lower case.
    """
    lower = place.word.casefold().replace("’", "'")
    if lower in _listed("names") or (lower in known and not is_word(lower)):
        return True
    if not place.word[0].isupper() or (place.word.isupper() and len(place.word) <= _LONGEST_INITIALS):
        return False
    if lower in known or lower in _listed("names_that_are_words"):
        return place.stands_out or place.has_title
    return place.has_title or not is_word(lower)


def could_be_surname(word: str) -> bool:
    """Can a word right after a name belong to it? A day or a month cannot."""
    return word[0].isupper() and not word.isupper() and word.casefold() not in _WHEN


@cache
def is_word(lower: str) -> bool:
    """Does a dictionary have it? Of words with a hyphen it must have every part that is no name."""
    from simplemma import is_known  # noqa: PLC0415 - a dictionary is read only where names are replaced

    parts = _DRAWN_OUT.sub(r"\1", _CONTRACTED.sub("", lower)).split("-")
    return all(part in _KNOWN or (is_known(part, "en") and part not in _listed("names")) for part in parts)


@cache
def _listed(file: str) -> frozenset[str]:
    lines = (_FOLDER / f"{file}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())

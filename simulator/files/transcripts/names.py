"""Which words are names: the speakers', those of a shipped list, and words with a capital that no dictionary has."""

import re
from collections.abc import Set
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent
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
_NEVER = frozenset(
    {
        *("a", "about", "after", "ah", "all", "am", "an", "and", "any", "are", "as", "at", "back", "be"),
        *("because", "been", "before", "but", "by", "can", "could", "did", "do", "does", "don't", "for", "from"),
        *("get", "go", "good", "great", "had", "has", "have", "he", "hello", "her", "here", "hers", "hi", "him"),
        *("his", "how", "i", "i'd", "i'll", "i'm", "i've", "if", "in", "into", "is", "it", "it's", "its", "just"),
        *("let", "let's", "like", "me", "my", "no", "not", "now", "of", "off", "oh", "ok", "okay", "on", "one"),
        *("or", "our", "out", "over", "she", "should", "so", "some", "than", "thank", "thanks", "that", "that's"),
        *("the", "their", "them", "then", "there", "these", "they", "they're", "this", "those", "to", "today"),
        *("tomorrow", "too", "up", "us", "very", "was", "we", "we're", "well", "were", "what", "what's", "when"),
        *("where", "which", "while", "who", "whose", "why", "with", "would", "yeah", "yes", "yet", "you"),
        *("you're", "your"),
    }
)
"""Words that are no name whatever stands beside them."""
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

_PARTICLES = frozenset(
    {
        *("abu", "al", "ap", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "des", "di", "dos"),
        *("du", "el", "het", "ibn", "la", "las", "le", "los", "ní", "ó", "ter", "van", "von"),
    }
)
"""Words that begin a surname: of them nothing says who is meant."""
_TITLES = frozenset({"mr", "mrs", "ms", "mx", "dr", "miss", "auntie", "uncle", "saint", "st"})

_PARTICLE = rf"(?i:{'|'.join(sorted(_PARTICLES))})"
_INITIAL = r"[A-ZÀ-ÖØ-Þ]"
_SAINT = r"(?:(?i:st)\.? |Saint )"
_LEAD = re.compile(
    rf"(?<![^\W_])(?<!['’-]){_SAINT}$"
    rf"|(?<![^\W_])(?<!['’-])(?:{_INITIAL}\. ?)*(?:{_INITIAL}\. ?|(?![AI]){_INITIAL} )$"
    rf"|(?<![^\W_])(?<!['’-])(?:{_PARTICLE}[ -])+$"
)
"""What belongs to a name and stands before it: "St", "J. B.", "van der"."""
_BEFORE_ANY = re.compile(r"(?<![^\W_])(?i:(?:mr|mrs|ms|mx|dr|st)(?:\.\s*|\s+)|(?:van|von) de[rn]?\s+|de la\s+)$")
"""After one of these even a word in lower case is a name."""
_BEFORE_CAPITAL = re.compile(rf"(?<![^\W_])(?<!['’-])(?:(?:Miss|Auntie|Uncle|Saint)\s+|{_PARTICLE} )$")
"""After one of these a word with a capital is a name."""
_AFTER_INITIAL = re.compile(rf"(?<![^\W_])(?<!['’.-])(?!I){_INITIAL}\. ?$")
_LETTERED = re.compile(
    r"\b(?:an?|band|class|form|grade|group|level|option|part|plan|question|section|set|team|type|year) [A-Z]\. ?$",
    re.IGNORECASE,
)
"""A letter that counts, at the end of a sentence: "plan B. Lessons ..."."""


class Place(NamedTuple):
    """A word where it stands."""

    word: str
    """Without "'s" and the like."""
    before: str
    """Some of the text before it."""
    after: str
    """Some of the text after it."""

    @property
    def has_capital(self) -> bool:
        """Does it begin with a capital?"""
        return self.word[0].isupper()

    @property
    def stands_out(self) -> bool:
        """Does a capital say that it is a name: inside a sentence, or where somebody is called by it?"""
        before = self.before.rstrip(" ")
        return bool(before and before[-1] not in _ENDS) or self.after.startswith(",")

    @property
    def is_announced(self) -> bool:
        """Does what stands before it say that it is a name: a title, "St", "van der", "T."?"""
        if _BEFORE_ANY.search(self.before):
            return True
        if not could_be_surname(self.word):
            return False
        return bool(_BEFORE_CAPITAL.search(self.before)) or self._follows_initial

    @property
    def _follows_initial(self) -> bool:
        has_initial = len(self.word) > 1 and _AFTER_INITIAL.search(self.before)
        return bool(has_initial) and not _LETTERED.search(self.before)

    @property
    def lead(self) -> str:
        """What before it is part of the name, if it is one."""
        found = _LEAD.search(self.before)
        return found[0] if found and not _LETTERED.search(self.before) else ""


def is_name(place: Place, known: Set[str]) -> bool:
    """Is a word a name where it stands?

    Args:
        place: The word.
        known: The words of names met before, as ``plain`` has them.
    """
    lower = plain(place.word)
    if lower in _NEVER:
        return False
    if _is_listed(lower) or place.is_announced or _is_known(place, lower, known):
        return True
    if not place.has_capital or (place.word.isupper() and len(place.word) <= _LONGEST_INITIALS):
        return _has_particle(place.word)
    if lower in _listed("names_that_are_words"):
        return place.stands_out
    return not is_word(lower) or _has_particle(place.word)


def could_be_surname(word: str) -> bool:
    """Can a word right after a name belong to it? A day, a month or "Then" cannot; an initial can."""
    lower = plain(word)
    is_initial = len(word) == 1 and lower not in _NEVER
    return word[0].isupper() and (is_initial or not word.isupper()) and lower not in _WHEN | _NEVER


@cache
def plain(word: str) -> str:
    """A word in lower case, its apostrophes and hyphens as a keyboard has them."""
    return word.translate(_TYPED).casefold()


_TYPED = str.maketrans({**dict.fromkeys("’‘ʼ`", "'"), **dict.fromkeys("‐‑", "-")})


def says_who(lower: str) -> bool:
    """Can a word of a name be known by itself? A title, "van", a letter or "of" cannot."""
    return len(lower) > 1 and lower not in _PARTICLES | _TITLES | _NEVER


@cache
def without_particle(lower: str) -> str:
    """The surname without what is joined to it: "hassan" of "al-hassan"."""
    particle, _, rest = lower.partition("-")
    return rest if rest and particle in _PARTICLES else lower


@cache
def singulars(lower: str) -> tuple[str, ...]:
    """What a word may be the plural of; a listed name is nobody's plural."""
    if _is_listed(lower):
        return ()
    return tuple(lower.removesuffix(end) for end in ("s", "es") if lower.endswith(end) and len(lower) > len(end) + 1)


@cache
def is_word(lower: str) -> bool:
    """Does a dictionary have it? Of words with a hyphen it must have every part that is no name."""
    from simplemma import is_known  # noqa: PLC0415 - a dictionary is read only where names are replaced

    parts = _DRAWN_OUT.sub(r"\1", _CONTRACTED.sub("", lower)).split("-")
    return all(part in _KNOWN or (is_known(part, "en") and part not in _listed("names")) for part in parts)


def _is_known(place: Place, lower: str, known: Set[str]) -> bool:
    """Is it, or what it is the plural of, a name met before? A capital is enough, but for plurals that are words."""
    lower = without_particle(lower)
    many = [one for one in singulars(lower) if one in known]
    if any(_is_listed(one) for one in many):
        return True
    if lower in known:
        return place.has_capital or not is_word(lower)
    return bool(many) and (not is_word(lower) or (place.has_capital and place.stands_out))


@cache
def _is_listed(lower: str) -> bool:
    return any(part in _listed("names") for part in (lower, *lower.split("-")))


def _has_particle(word: str) -> bool:
    """Is it a surname with its particle joined to it: "al-Berg"?"""
    rest = word[len(word) - len(without_particle(plain(word))) :]
    return rest != word and rest[0].isupper()


@cache
def _listed(file: str) -> frozenset[str]:
    lines = (_FOLDER / f"{file}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())

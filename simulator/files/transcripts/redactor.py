"""Finding the names in one transcript and giving each a placeholder.

What it cannot find: a name that is an ordinary word at the start of a sentence ("Will was late"), unless it is found
elsewhere in the transcript; one that is an ordinary word without its capital ("ask will"), or in the plural at the
start of a sentence; a surname in lower case that no list has, unless a title stands before it or it is found elsewhere;
up to five capitals that are a name nowhere else; a nickname that is a word; a handle without its "@", an address of
house and street, a number read out in words; and who somebody is by what is told of them. So the result is without
names, not anonymous.

It hides too much rather than too little: a capitalised word that only its dictionary lacks, such as a brand; every
"Will" and "Hope" with a capital once somebody is called so; the word before "at bbc.co.uk". Two who share a name share
a placeholder.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from simulator.files.transcripts.names import (
    Place,
    could_be_surname,
    is_name,
    plain,
    says_who,
    singulars,
    without_particle,
)

_WORD = re.compile(r"[^\W\d_]+(?:['’‘`‐‑-][^\W\d_]+)*")
_SHORTENED = re.compile(r"['’‘`ʼ](?:s|d|ll|re|ve)$", re.IGNORECASE)

_DOT = r"(?:\.|[ ]dot[ ])"
_DOMAIN = rf"[\w-]+(?:{_DOT}[\w-]+){{0,6}}?{_DOT}(?:com|org|net|edu|gov|uk|ie|io|eu|info|wales|scot)(?![\w-])"
_SPELT = r"[\w.+-]+(?:[ ](?:dot|dash|hyphen|underscore)[ ][\w.+-]+){0,6}[ ]at[ ]"
_PATH = r"(?:/[^\s<>“”\"]*(?<![.,;:!?)\]'’]))"
_POSTCODE_ENDS = r"\d[ABD-HJLNP-UW-Z]{2}"
_CONTACT = re.compile(
    rf"""
    (?i:https?://|\bwww\.)[^\s<>“”"]*(?<![.,;:!?)\]'’])     # an address of a page
    | (?<![^\s@<>()\[\]“”",;:])[^\s@<>()\[\]“”",;:]+[ ]?@[ ]?[\w-]+(?:\.[\w-]+)*\.[^\W\d]\w*     # of e-mail
    | (?<![\w.-])(?i:{_SPELT}{_DOMAIN})
    | (?<![\w.-])(?i:{_DOMAIN}){_PATH}?
    | (?<![\w.-])[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{{2,}}{_PATH}
    | (?<![\w@])@[^\W\d][\w.]*\b                             # a handle
    | (?<!\w)[A-Z]{{1,2}}\d[A-Z\d]?[ ]?{_POSTCODE_ENDS}(?!\w)
    | (?<!\w)(?i:[A-Z]{{1,2}}\d[A-Z\d]?[ ]?(?!\d(?:st|[nr]d|th)){_POSTCODE_ENDS})(?!\w)
    | (?:\((?=\+?[\d ]{{1,8}}\)))?(?<!\w)(?:                 # a telephone number, its area code in brackets or not:
        (?:\+|00[ -]?)\d(?:[ ().–-]{{0,3}}\d){{6,13}}        # with what says that it is one
        | 0\d\d(?:[ ().–-]{{0,3}}\d){{6,8}}
        | 0(?:[ ]?\d){{8,10}}                                # digit by digit
        | (?<![–-])(?!(?:19|20)\d\d[ –-])(?=(?:[ ()-]{{0,2}}\d){{9}})[1-9]\d{{0,4}}(?:[ -](?:\(0\))?[ ]?\d{{3,}}){{1,4}}
        | \d{{9,}}
      )(?!\w)
    """,
    re.VERBOSE,
)
"""Addresses, handles, postcodes and telephone numbers."""
_CONTACT_LIKELY = re.compile(r"\d|@|://|\.[^\s.]| dot ", re.IGNORECASE)
"""None of them is without one of these, and most of what is said is."""
_ROLES = frozenset(
    {
        *("coach", "coachee", "mentor", "mentee", "teacher", "speaker", "facilitator", "interviewer", "interviewee"),
        *("client", "counsellor", "head", "participant", "senco", "ta", "therapist", "trainee", "tutor", "year"),
    }
)

_SEEN = 40
"""Characters around a word that are looked at."""
_ROUNDS = 3
"""How often a transcript is read for names that are only known by others found later in it."""

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
        self._speakers = frozenset(key for name in speakers for key in keys(name)) - _ROLES
        self._names: dict[str, int] = {}
        self._contacts: dict[str, int] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Find the names of a whole transcript, however late in it they are first told to be names."""
        texts, known = tuple(texts), -1
        for _ in range(_ROUNDS):
            if len(self._names) == known:
                return
            known = len(self._names)
            for text in texts:
                self.edits(text)

    def redacted(self, text: str) -> str:
        """The text with ``Name1``, ``Name2`` for names and ``Contact1`` for ways to reach somebody."""
        return edited(text, self.edits(text))

    def edits(self, text: str) -> tuple[Edit, ...]:
        """What is to be replaced, in order; what is found here is known from then on."""
        found = _CONTACT.finditer(text) if _CONTACT_LIKELY.search(text) else ()
        contacts = [Edit(*one.span(), self._contact(one[0])) for one in found]
        others = edited(text, [Edit(start, stop, "0" * (stop - start)) for start, stop, _ in contacts])
        names = [Edit(*span, self._name(text[slice(*span)])) for span in _together(self._spans(others), others)]
        return tuple(sorted(contacts + names))

    def _contact(self, contact: str) -> str:
        """A number is the same however it is set out."""
        has_letters = any(one.isalpha() for one in contact)
        key = contact.casefold() if has_letters else "".join(one for one in contact if one.isdigit())
        return f"Contact{self._contacts.setdefault(key, len(self._contacts) + 1)}"

    def _spans(self, text: str) -> Iterator[_Span]:
        known = self._speakers | self._names.keys()
        end = 0
        for found in _WORD.finditer(text):
            start, word = found.start(), _SHORTENED.sub("", found[0])
            place = Place(word, text[max(0, start - _SEEN) : start], text[found.end() : found.end() + _SEEN])
            if is_name(place, known):
                end = start + len(word)
                yield start - len(place.lead), end
            elif text[end:start] == " " and could_be_surname(word):
                end = start + len(word)
                yield start, end

    def _name(self, name: str) -> str:
        """A first name says who is meant; the words after it are theirs if they are nobody's yet."""
        first, *others = keys(name) or [plain(name)]
        number = next((self._names[one] for one in _same(first) if one in self._names), None)
        number = self._names.setdefault(first, number or 1 + max(self._names.values(), default=0))
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


def keys(name: str) -> list[str]:
    """The words of a name that say who is meant."""
    words = (without_particle(plain(_SHORTENED.sub("", word))) for word in _WORD.findall(name))
    return [word for word in words if says_who(word)]


def _same(key: str) -> Iterator[str]:
    """The key, what it is the plural of, and its plurals."""
    yield from (key, *singulars(key))
    yield from (many for many in (f"{key}s", f"{key}es") if key in singulars(many))


def _together(spans: Iterator[_Span], text: str) -> list[_Span]:
    """Words with nothing but a space between them are one name."""
    joined: list[_Span] = []
    for start, stop in spans:
        if joined and (start < joined[-1][1] or text[joined[-1][1] : start] == " "):
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((start, stop))
    return joined

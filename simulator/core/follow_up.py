"""Whether a response goes on about what was talked of last, without saying what that is."""

from simulator.core.hearing import Hearing
from simulator.core.moves import ASKING, Family, Move

_POINTS = frozenset(
    ["he", "she", "they", "him", "her", "them", "his", "hers", "their", "theirs", "it", "its", "that", "this", "those"]
)
"""Words for somebody or something that was named before."""
_SHORT = 5
"""A question of at most this many words, which names nothing itself, asks about what was just said."""
_VAGUE = 0.7
"""Below this a topic is only guessed."""
_ABOUT_SOMETHING = frozenset({Family.QUESTIONING, Family.LISTENING, Family.OFFERING, Family.DIRECTIVE})
"""Praise, sympathy and blame answer the person: "that was brave of you" asks for no story."""
_BETWEEN_US = frozenset(
    [
        *(Move.REPAIR, Move.CONTRACT, Move.STRUCTURE, Move.BOUNDARY, Move.FOCUS),
        *(Move.SUMMARISE, Move.CHECK, Move.ASK_PERMISSION, Move.SOCIAL),
    ]
)
"""What is about the conversation itself, or about the whole of it."""


def goes_on(hearing: Hearing) -> bool:
    """Is it about the topic talked of last, rather than about one that it names?

    "Go on" names nothing, whatever it sounds like. "Is she any good?" and "Why?" ask about whoever and whatever
    was spoken of, unless they plainly name something else.
    """
    if hearing.deciding.move is Move.BACKCHANNEL:
        return True
    if is_between_us(hearing) or not _is_about_something(hearing):
        return False
    if any(match.topic and match.score >= _VAGUE for match in hearing.topics):
        return False
    return _points(hearing) or (not _named(hearing) and _asks_briefly(hearing))


def _is_about_something(hearing: Hearing) -> bool:
    """What is unsure may be about anything; a reproach in the form of a question is one."""
    asks = hearing.primary in _ABOUT_SOMETHING or hearing.deciding.move in ASKING
    return asks or hearing.unsure


def is_between_us(hearing: Hearing) -> bool:
    """Does it name no topic, and speak of the conversation itself or of what is to come of it?"""
    speaks = hearing.deciding.move in _BETWEEN_US or hearing.has(Move.COMMIT)
    return speaks and not _named(hearing)


def _named(hearing: Hearing) -> bool:
    return any(match.topic for match in hearing.topics)


def _points(hearing: Hearing) -> bool:
    if any(not match.topic for match in hearing.topics):
        return True
    text = hearing.text.lower().replace("’", "'")
    return not _POINTS.isdisjoint(word.strip(".,;:!?'\"()").partition("'")[0] for word in text.split())


def _asks_briefly(hearing: Hearing) -> bool:
    is_brief = hearing.primary is Family.QUESTIONING and hearing.words <= _SHORT
    return is_brief and not any(map(_is_name, hearing.text.split()[1:]))


def _is_name(word: str) -> bool:
    """A capital inside a question names somebody, though nobody knows whom."""
    return word[0].isupper() and word.partition("'")[0] != "I"

"""Responses that are an occasion of their own: a greeting, silence, nonsense, an insult, a disclosure."""

from collections.abc import Container, Sequence

from spacy.tokens import Doc

from simulator.core.words import Occasion
from simulator.language.lexicon import Lexicon, is_word

_ALWAYS = (Occasion.DISCLOSURE, Occasion.INSULT, Occasion.OFF_TOPIC)
_ALONE = (Occasion.FAREWELL, Occasion.THANKS, Occasion.GREETING)
_MOST_WORDS = {Occasion.FAREWELL: 14, Occasion.THANKS: 8, Occasion.GREETING: 8}
"""A greeting with more than this is a greeting and something else."""
_UNKNOWN = 0.5
"""From this share of strange words on nothing was said in English."""
_LONG_WORD = 24


def occasion_of(doc: Doc, lexicon: Lexicon, known: Container[str], asks: bool) -> Occasion | None:
    """The occasion that a response is, or None.

    Args:
        doc: The response's tokens.
        lexicon: The hand-written phrases.
        known: Words that coaches have used, slang and abbreviations among them.
        asks: Does the response do coaching work that deserves an answer of its own?
    """
    words = [token.text for token in doc if token.is_alpha or token.like_num]
    if not words:
        return _wordless(doc.text)
    found = {phrase.name for phrase in lexicon.occasions.find(doc)}
    for occasion in _ALWAYS:
        if occasion in found:
            return occasion
    alone = () if asks else (one for one in _ALONE if one in found and len(words) <= _MOST_WORDS[one])
    return next(iter(alone), Occasion.NONSENSE if is_nonsense(words, known) else None)


def _wordless(text: str) -> Occasion:
    """Dots and blanks are silence; other signs without words are nonsense."""
    return Occasion.NONSENSE if set(text) - set(" .…\t\n\r-–—\u00a0") else Occasion.SILENCE


def is_nonsense(words: Sequence[str], known: Container[str] = ()) -> bool:
    """Are these hardly English words: keys hit at random, or another language?

    A capital letter excuses a word: names are in no dictionary.
    """
    strange = [word for word in words if not _is_known(word, known)]
    if any(len(word) > _LONG_WORD for word in words):
        return True
    return len(strange) >= _UNKNOWN * len(words) and (len(words) > 1 or len(words[0]) > 4)


def _is_known(word: str, known: Container[str]) -> bool:
    is_plain = len(word) < 2 or not word.isalpha() or word.istitle()
    return is_plain or is_word(word.lower(), known)

"""Phrases written by hand: what marks a purpose, a feeling, a farewell. Kept as data in ``models/lexicon``."""

import tomllib
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import simplemma
from spacy.tokenizer import Tokenizer

from simulator.core.words import Mark, Occasion
from simulator.language.phrases import Phrases

COURTESIES = "courtesies.txt"
COURTESY_GAP = 6
"""A ``*`` in a courtesy stands for up to this many words."""


class Lexicon(NamedTuple):
    """All hand-written phrases, ready to match."""

    marks: Phrases
    occasions: Phrases
    feelings: frozenset[str]
    evaluative: frozenset[str]
    common: frozenset[str]
    """Words that carry no content of their own."""
    courtesies: Phrases
    """Openers that change nothing about what follows."""
    general: tuple[str, ...]
    """What a coach says in any conversation, about no topic of a scenario."""

    def content(self, words: Iterable[str]) -> frozenset[str]:
        """Base forms of the words that carry content.

        Args:
            words: In lower case.
        """
        kept = (word for word in words if len(word) > 2 and word[0].isalpha() and word not in self.common)
        return frozenset(lemma(word) for word in kept) - self.common


def load_lexicon(folder: Path, tokenizer: Tokenizer) -> Lexicon:
    """Read the phrases of a lexicon folder.

    Args:
        folder: Holds marks.toml, occasions.toml, and the lists courtesies.txt, feelings.txt,
            evaluative.txt, common.txt and general.txt.
        tokenizer: Of the pipeline whose documents will be matched.
    """
    return Lexicon(
        marks=_phrases(folder / "marks.toml", tokenizer, Mark),
        occasions=_phrases(folder / "occasions.toml", tokenizer, Occasion),
        feelings=_words(folder / "feelings.txt"),
        evaluative=_words(folder / "evaluative.txt"),
        common=_words(folder / "common.txt"),
        courtesies=_courtesies(folder / COURTESIES, tokenizer),
        general=_entries(folder / "general.txt"),
    )


def is_word(word: str, known: Container[str] = ()) -> bool:
    """Is a lower-case word one that somebody knows: the dictionary, or coaches?"""
    return word in known or simplemma.is_known(word, lang="en")


@cache
def lemma(word: str) -> str:
    """The base form of a lower-case word: "lessons" and "lesson" are one."""
    return simplemma.lemmatize(word, lang="en").lower()


def _words(path: Path) -> frozenset[str]:
    words = {entry.lower() for entry in _entries(path)}
    return frozenset(words | {lemma(word) for word in words})


def _entries(path: Path) -> tuple[str, ...]:
    """One a line; comments and blank lines left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _courtesies(path: Path, tokenizer: Tokenizer) -> Phrases:
    """The courtesies; where one ends with a comma, a dash will do."""
    written = [entry.replace(",", ",|-|–|—") for entry in _entries(path)]
    return Phrases({"courtesy": written}, tokenizer, COURTESY_GAP)


def _phrases(path: Path, tokenizer: Tokenizer, known: Iterable[str]) -> Phrases:
    written: Mapping[str, Sequence[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Phrases({name: written[name] for name in written if name in set(known)}, tokenizer)

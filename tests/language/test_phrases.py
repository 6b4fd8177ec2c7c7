"""The little language of the lexicon."""

import pytest
import spacy

from simulator.language.phrases import Phrases

NLP = spacy.blank("en")
PHRASES = Phrases({"close": ["leave it there", "see you next|on", "not * share"], "time": ["minutes"]}, NLP.tokenizer)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Let's leave it there.", {"close"}),
        ("See you on Monday", {"close"}),
        ("see you then", set()),
        ("I will not ever share this", {"close"}),
        ("I will not in any way at all share", set()),
        ("TEN MINUTES and see you next week", {"time", "close"}),
        ("", set()),
    ],
)
def test_phrases_choices_and_gaps_are_found(text, names):
    """Words in any case, either of two, and up to three in between."""
    assert {found.name for found in PHRASES.find(NLP(text))} == names


def test_places_are_tokens():
    """A phrase says where it stands."""
    [found] = PHRASES.find(NLP("So we leave it there now"))

    assert (found.start, found.end) == (2, 5)

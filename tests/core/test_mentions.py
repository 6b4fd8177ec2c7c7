"""Phrases in the words themselves."""

import pytest

from simulator.core.mentions import marked, mentions, words_of
from simulator.core.moves import Move
from simulator.core.words import Mark, Speaker
from tests.talk import hearing, line, segment

TABLE = mentions(
    {"when": ["on {day}"], "measure": ["how * you will|would know"], "close": ["^ enough $"]},
    {"day": ["friday", "monday"]},
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I'll do it on Friday.", {Mark.WHEN}),
        ("On Tuesday, then", set()),
        ("How, by then, you'd know", {Mark.MEASURE}),
        ("How so? You would know.", set()),
        ("How on earth do they think you will know", set()),
        ("Enough of that!", set()),
        ("Well. Enough. Bye.", {Mark.CLOSE}),
        ("", set()),
    ],
)
def test_a_phrase_is_found_within_one_sentence(text, found):
    """Choices, lists, gaps of up to three words, and the ends of a sentence."""
    assert TABLE.find(text) == found


def test_contractions_are_written_out():
    """So that one phrase finds what is typed in many ways."""
    assert words_of("What’ll you do? Don't.") == [
        "^",
        "what",
        "will",
        "you",
        "do",
        "$",
        "^",
        "do",
        "not",
        "$",
        "^",
        "$",
    ]


def test_what_was_heard_is_added_to_and_never_taken_away():
    """Both speakers' words; with no vocabulary a conversation stays as it is."""
    spoken = (hearing(segment(Move.COMMIT, "on Monday", marks=frozenset({Mark.GOAL}))), line(marks=[Mark.PUPILS]))
    both = marked(spoken, {Speaker.COACH: TABLE, Speaker.COACHEE: TABLE})

    assert both[0].segments[0].marks == {Mark.GOAL, Mark.WHEN}
    assert both[1].marks == {Mark.PUPILS}
    assert marked(spoken, {}) == spoken

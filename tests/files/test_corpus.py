"""The labelled examples."""

import re
from collections import Counter
from itertools import combinations

import pytest

from simulator.core.moves import Move
from simulator.errors import InputError
from simulator.files.corpus import load_corpus
from simulator.places import shipped

PATHS = sorted((shipped("models") / "corpus").glob("*.jsonl"))


@pytest.fixture(scope="module")
def corpus():
    """All shipped examples."""
    return load_corpus(PATHS)


def test_the_corpus_is_large_and_varied(corpus):
    """Many voices, every move often, mixtures and borderline cases."""
    moves = Counter(segment.move for example in corpus for segment in example.segments)
    several = sum(len(example.segments) > 1 for example in corpus) / len(corpus)
    borderline = sum(any(segment.rules for segment in example.segments) for example in corpus) / len(corpus)
    outside = {"line-management", "health", "peer-support", "tutoring", "sport"}

    assert len(corpus) >= 6000
    assert sum(moves.values()) >= 8000
    assert len({example.author for example in corpus}) >= 12
    assert all(moves[move] >= 150 for move in Move)
    assert several >= 0.25
    assert borderline >= 0.35
    assert sum(example.setting in outside for example in corpus) / len(corpus) >= 0.2


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_no_author_fills_slots(path):
    """No four words open more than 1 % of an author's lines; near-duplicates that do the same stay under 1 %."""
    examples = load_corpus([path])
    openings = Counter(" ".join(_words(one.response)[:4]) for one in examples if len(_words(one.response)) >= 4)
    told = [(_shingles(one.response), _moves(one)) for one in examples if len(_words(one.response)) > 4]
    near = sum(len(a & b) > 0.5 * len(a | b) and did == does for (a, did), (b, does) in combinations(told, 2))

    assert max(openings.values()) <= max(3, 0.01 * len(examples))
    assert near < 0.01 * len(examples)


def test_ids_are_unique(corpus):
    """Every example can be named."""
    assert len({example.id for example in corpus}) == len(corpus)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "M002"),
        ("{}", "M003"),
        (
            '{"id":"a","author":"a","register":"typed","setting":"primary","context":[],"response":"Hm","segments":'
            '[{"text":"Ho","family":"minimal","move":"backchannel"}]}',
            "M004",
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, message):
    """File, line and what to do."""
    path = tmp_path / "mine.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")

    with pytest.raises(InputError, match=rf"mine\.jsonl:2:\d+: {message}"):
        load_corpus([path])


def _moves(example):
    return [segment.move for segment in example.segments]


def _words(text):
    return re.findall(r"[\w']+", text.lower())


def _shingles(text):
    words = _words(text)
    return {tuple(words[start : start + 3]) for start in range(len(words) - 2)}

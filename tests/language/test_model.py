"""The model file and what is refused."""

import json
import shutil
from dataclasses import replace

import pytest
import skops.io as sio
from sklearn.linear_model import LinearRegression

from simulator.core.corpus import ContextLine, Example, Labelled
from simulator.core.moves import Move
from simulator.core.words import Kind, Sign, Speaker
from simulator.errors import InputError
from simulator.language.features import Clip
from simulator.language.model import CARD, MODEL, file_hash, load, write_card
from simulator.language.training import train
from simulator.places import shipped


@pytest.fixture
def copied(tmp_path):
    """A copy of the shipped model, to be spoilt."""
    for name in (MODEL, CARD):
        shutil.copy(shipped("models") / name, tmp_path / name)
    return tmp_path


def test_the_shipped_model_belongs_to_its_card():
    """The hash on the card is the file's."""
    _, card = load(shipped("models"))

    assert card.hash == file_hash(shipped("models") / MODEL)
    assert card.authors >= 12
    assert 0 < card.threshold < 1


def test_a_changed_model_is_refused(copied):
    """One byte more and it is not the model the card describes."""
    with (copied / MODEL).open("ab") as file:
        file.write(b"x")

    with pytest.raises(InputError, match="M011"):
        load(copied)


def test_a_missing_model_says_what_to_run(tmp_path):
    """No model is no traceback."""
    with pytest.raises(InputError, match=r"M010 there is no model .*coach model train"):
        load(tmp_path)


def test_foreign_types_are_refused(copied):
    """A file that holds anything but our own types is never loaded."""
    _, card = load(copied)
    sio.dump({"moves": Foreign(), "splitter": LinearRegression(), "lines": None}, copied / MODEL)
    write_card(replace(card, hash=file_hash(copied / MODEL)), copied)

    with pytest.raises(InputError, match="M012"):
        load(copied)


class Foreign:
    """A type that is not ours."""


def test_training_is_deterministic(tmp_path):
    """The same corpus and seed give the same labels, whichever folder they go to."""
    corpus = tuple(tiny_corpus())
    lexicon = shipped("models") / "lexicon"
    cards = [train(corpus, tmp_path / name, lexicon) for name in ("a", "b")]
    ears = [load(tmp_path / name)[0] for name in ("a", "b")]
    clips = [Clip("what did you see"), Clip("you should ring home"), Clip("so it was loud")]

    assert cards[0].family_f1 == cards[1].family_f1
    assert (ears[0].moves.predict_proba(clips) == ears[1].moves.predict_proba(clips)).all()
    assert json.loads((tmp_path / "a" / CARD).read_text())["segments"] == 2 * len(corpus)


def tiny_corpus():
    """Five voices saying four things, two segments a response so that there is a boundary to learn."""
    says = {
        Move.OPEN: ["what did you notice", "how did that go", "what was it like"],
        Move.ADVISE: ["you should ring home", "you ought to move them", "i would drop it"],
        Move.REFLECT_SIMPLE: ["so it was loud", "so they left early", "it was the door then"],
        Move.CRITICISE: ["that was poor", "that was sloppy", "a weak start"],
    }
    every = frozenset(Sign)
    line = ContextLine(Speaker.COACHEE, "It was hard.", Kind.NEUTRAL, every)
    other = ContextLine(Speaker.COACHEE, "I'll do it on Friday.", Kind.COMMITMENT)
    for author in "abcde":
        for move, texts in says.items():
            for number, text in enumerate(texts):
                yield Example(
                    id=f"{author}-{move}-{number}",
                    author=author,
                    register="typed",
                    setting="primary",
                    context=(line, other)[number % 2 : number % 2 + 1],
                    response=f"{text}. mm {author}",
                    segments=(Labelled(0, len(text) + 1, move), Labelled(len(text) + 2, len(text) + 6, Move.SOCIAL)),
                )

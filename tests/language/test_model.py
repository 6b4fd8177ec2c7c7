"""The model's files and what is refused."""

import json
import shutil
from dataclasses import replace

import numpy as np
import pytest
import skops.io as sio
from sklearn.linear_model import LinearRegression

from simulator.core.corpus import Asked, ContextLine, Example, Labelled, Mentioning
from simulator.core.moves import Move
from simulator.core.words import Kind, Sign, Speaker
from simulator.errors import InputError
from simulator.language.assembly import Recipe, assemble, judged
from simulator.language.card import card_text, load_evaluation
from simulator.language.encoder import WIDTH
from simulator.language.held_out import HeldOut, ask, folds
from simulator.language.model import CARD, MODEL, NETWORK, PARTS, file_hash, load, load_encoder, read_card, write_card
from simulator.language.stored import load_held_out, load_rivals, save_held_out, save_rivals
from simulator.places import shipped

LEXICON = shipped("models") / "lexicon"


@pytest.fixture
def copied(tmp_path):
    """A copy of the shipped model, to be spoilt."""
    for name in (*PARTS, CARD):
        shutil.copy(shipped("models") / name, tmp_path / name)
    return tmp_path


def test_the_shipped_model_belongs_to_its_card():
    """The hashes on the card are the files'."""
    card = read_card(shipped("models"))

    assert card.hashes == {name: file_hash(shipped("models") / name) for name in PARTS}
    assert card.authors >= 12
    assert 0 < card.threshold < 1


@pytest.mark.parametrize("name", PARTS)
def test_a_changed_file_is_refused(copied, name):
    """One byte more and it is not the file the card describes."""
    with (copied / name).open("ab") as file:
        file.write(b"x")

    with pytest.raises(InputError, match=f"{name}.*M011"):
        load(copied)


@pytest.mark.parametrize("name", [*PARTS, CARD])
def test_a_missing_file_says_what_to_run(copied, name):
    """No model is no traceback."""
    (copied / name).unlink()

    with pytest.raises(InputError, match=r"M010 there is no model .*coach model train"):
        load(copied)


def test_a_damaged_card_is_refused(copied):
    """Half a card is no card."""
    (copied / CARD).write_text('{"threshold": 0.5')

    with pytest.raises(InputError, match="M013"):
        load(copied)


def test_foreign_types_are_refused(copied):
    """A file that holds anything but our own types is never loaded."""
    card = read_card(copied)
    sio.dump({"grams": Foreign(), "splitter": LinearRegression()}, copied / MODEL)
    write_card(replace(card, hashes={**card.hashes, MODEL: file_hash(copied / MODEL)}), copied)

    with pytest.raises(InputError, match="M012"):
        load(copied)


def test_a_model_of_another_version_says_so(copied):
    """A file with parts missing is not half an ear."""
    sio.dump({"words": "hm"}, copied / MODEL)
    write_card(replace(read_card(copied), hashes={name: file_hash(copied / name) for name in PARTS}), copied)

    with pytest.raises(InputError, match=r"M014 lacks blend.*coach model train"):
        load(copied)


class Foreign:
    """A type that is not ours."""


@pytest.fixture(scope="module")
def corpus():
    """Five voices making every move, two segments a response so that there is a boundary to learn."""
    return tuple(tiny_corpus())


@pytest.fixture(scope="module")
def held(corpus):
    """Held-out opinions on the tiny corpus, with the shipped encoder for every fold."""
    encoder = load_encoder(shipped("models"))
    return HeldOut.joined(ask(corpus, fold, encoder, 0) for fold in folds(corpus, "author"))


@pytest.fixture
def recipe(corpus, scenario):
    """What the tiny ear is made from."""
    asked = [Asked(topic.cues[0], scenario.topics, topic.id) for topic in scenario.topics]
    none = [Asked("what would you like to talk about", scenario.topics, "")]
    return Recipe(
        corpus=corpus, asked=[*asked, *none], mentions=few_mentions(), encoder=shipped("models"), lexicon=LEXICON
    )


def test_no_voice_is_on_both_sides(corpus):
    """Whoever is asked about was never learnt from."""
    for fold in folds(corpus, "author"):
        known, unknown = ({corpus[place].author for place in side} for side in fold)
        assert not known & unknown


def test_the_curve_learns_from_fewer_voices(corpus):
    """The same voices are asked about; ever fewer are learnt from."""
    quarter, half, whole = (folds(corpus, name)[0] for name in ("quarter", "half", "author"))

    assert (quarter.unknown == whole.unknown).all()
    assert set(quarter.known) < set(half.known) < set(whole.known)


def test_every_segment_gets_an_opinion_in_the_corpuss_order(corpus, held):
    """Nothing is lost and nothing is counted twice."""
    wanted = [(place, s.start) for place, example in enumerate(corpus) for s in example.segments]

    assert [(int(row[0]), int(row[2])) for row in held.rows] == wanted
    assert len(judged(corpus, held, LEXICON)) == len(wanted)


def test_opinions_are_kept_and_tied(tmp_path, held):
    """What is read is what was written; under another tie it is stale."""
    path = tmp_path / "held_out.npz"
    save_held_out({"author": held}, "a tie", path)

    assert (load_held_out(path, "a tie")["author"].encoder == held.encoder).all()
    with pytest.raises(InputError, match=r"M021 .*evaluate --refit"):
        load_held_out(path, "another")
    with pytest.raises(InputError, match="M020"):
        load_held_out(tmp_path / "none.npz")


def test_opinions_on_some_examples_are_those_opinions(held):
    """Leaving examples out changes nothing about the rest."""
    some = held.about(np.array([3, 5]))

    assert set(some.rows[:, 0]) == {3, 5}
    assert (some.encoder == held.encoder[np.isin(held.rows[:, 0], [3, 5])]).all()


def test_figures_of_rivals_are_tied_too(tmp_path):
    """What was measured on another corpus is not shown beside this one's figures."""
    save_rivals({"a rival": 0.5}, "a tie", tmp_path)

    assert load_rivals(tmp_path, "a tie") == {"a rival": 0.5}
    with pytest.raises(InputError, match="M021"):
        load_rivals(tmp_path, "another")


def test_the_card_tells_everything():
    """Figures, baselines, the parts alone, confusions, calibration, mistakes, the coachee, versions."""
    card = card_text(load_evaluation(shipped("models")), read_card(shipped("models")))

    for title in ("The ear in use", "By family", "By move", "What else could have been the ear", "What it gets wrong"):
        assert f"## {title}" in card
    assert "spacy" in card
    assert "an ear of your own" not in card


def test_a_card_of_another_ear_says_so():
    """Figures are never passed off as those of an ear they were not measured on."""
    own = replace(read_card(shipped("models")), hashes={"ear.skops": "x"})

    assert "an ear of your own" in card_text(load_evaluation(shipped("models")), own)


def test_training_is_deterministic(tmp_path, recipe, held):
    """The same corpus and seed give the same labels, whichever folder they go to."""
    cards = [assemble(recipe, held, tmp_path / name) for name in ("a", "b")]
    ears = [load(tmp_path / name)[0] for name in ("a", "b")]

    assert cards[0].family_f1 == cards[1].family_f1
    assert ears[0].blend.weights_.tolist() == ears[1].blend.weights_.tolist()
    assert (ears[0].grams.head_.coef_ == ears[1].grams.head_.coef_).all()
    assert json.loads((tmp_path / "a" / CARD).read_text())["hashes"][NETWORK] == file_hash(shipped("models") / NETWORK)


def test_meanings_are_of_length_one():
    """Likeness of meaning is a plain product."""
    found = load_encoder(shipped("models")).meanings(["the head", "", "🎉"])

    assert found.shape == (3, WIDTH)
    assert (found**2).sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-3)


def test_more_than_the_network_can_take_is_read_window_by_window():
    """A response of a thousand words loses none of them."""
    words = "what did you notice about the children " * 150
    (found,) = load_encoder(shipped("models")).read([words], ["It was hard."])

    assert len(found.places) == len(words.split())
    assert found.places[-1][1] == len(words.rstrip())


def tiny_corpus():
    """Every move in five voices."""
    every = frozenset(Sign)
    line = ContextLine(Speaker.COACHEE, "It was hard.", Kind.NEUTRAL, every)
    other = ContextLine(Speaker.COACHEE, "I'll do it on Friday.", Kind.COMMITMENT)
    for author in "abcde":
        for number, move in enumerate(Move):
            text = f"{move.replace('_', ' ')} the lesson"
            yield Example(
                id=f"{author}-{move}",
                author=author,
                register="typed",
                setting="primary",
                context=(line, other)[number % 2 : number % 2 + 1],
                response=f"{text}. mm {author}",
                segments=(Labelled(0, len(text) + 1, move), Labelled(len(text) + 2, len(text) + 6, Move.SOCIAL)),
            )


def few_mentions():
    """Two names for either speaker, in two voices."""
    said = {
        Speaker.COACH: [("When will you do it?", "asks-when"), ("This stays between us.", "confidentiality")],
        Speaker.COACHEE: [("I'll ring her.", "action"), ("I don't know what to do.", "stuck")],
    }
    return [
        Mentioning(author, speaker, "Hm.", f"{text} {word}", frozenset({name}))
        for author in "ab"
        for speaker, lines in said.items()
        for text, name in lines
        for word in ("Yes.", "Well.", "Right then.")
    ]

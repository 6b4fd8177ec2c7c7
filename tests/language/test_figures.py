"""Blending, figures, cards: arithmetic that must be right."""

import json

import numpy as np
import pytest

from simulator.core.moves import Move
from simulator.language.blend import Blend, side_by_side
from simulator.language.card import EVALUATION, card_text, summary
from simulator.language.figures import calibration, calibration_error, most_confident
from simulator.language.model import NO_CARD
from simulator.language.topics import NO_TOPIC, ranked
from simulator.places import shipped


def test_calibration_error_is_the_mean_distance():
    """Half at .9 confidence of which all are right, half at .6 of which half are: (.1 + .1) / 2."""
    confidence = np.array([0.9] * 10 + [0.6] * 10)
    right = np.array([True] * 10 + [True, False] * 5)

    assert calibration_error(confidence, right) == pytest.approx(0.1)
    assert [row["cases"] for row in calibration(confidence, right)] == [10, 10]


def test_the_most_confident_are_four_fifths():
    """The least confident fifth does not count."""
    confidence = np.linspace(1, 0, 10)

    assert most_confident(confidence, np.array([True] * 8 + [False] * 2)) == 1.0


def test_a_blend_believes_whoever_is_right():
    """An opinion that is noise gets hardly any weight."""
    rng = np.random.default_rng(0)
    labels = np.array(sorted(str(move) for move in Move)[:4])
    truth = rng.integers(0, 4, 400)
    good = np.eye(4)[truth] * 2 + rng.normal(size=(400, 4))
    noise = rng.dirichlet(np.ones(4), 400)

    blend = Blend().fit(side_by_side(good.astype(np.float32), noise), labels[truth])

    assert blend.weights_[0] > 3 * abs(blend.weights_[1])
    assert blend.predict_proba(side_by_side(good.astype(np.float32), noise)).sum(axis=1) == pytest.approx(np.ones(400))


def test_what_anyone_says_is_about_no_topic():
    """If general words are the likeliest, no topic is named; "that" still means the last one."""
    found = ranked(["books", NO_TOPIC], [0.5, 0.9], 0.2, ["tell", "me", "more", "about", "that"])

    assert [match.topic for match in found] == [""]
    assert [match.topic for match in ranked(["books", NO_TOPIC], [0.5, 0.1], 0.2, ["books"])] == ["books"]


def test_the_card_tells_the_figures_that_were_measured():
    """Every family and move has its row, and the headline is the evaluation's."""
    found = json.loads((shipped("models") / EVALUATION).read_text(encoding="utf-8"))
    card = card_text(found, NO_CARD)

    assert f"family macro-F1 {found['author']['macro_f1']}" in summary(found)
    assert all(f"| {move} |" in card for move in Move)

"""The shipped ear and rubric against fifty-six rated conversations."""

import pytest

from tests.reference.scores import cases, in_order, kappa, pairs

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def found(listener, rubric):
    """All of them, heard and scored once."""
    return cases(listener, rubric)


def test_pairs_stand_in_the_raters_order(found):
    """Nine in ten of the pairs of one situation that the raters put five points or more apart."""
    compared = pairs(found)

    assert sum(in_order(*pair) for pair in compared) >= 0.9 * len(compared)


@pytest.mark.parametrize("voice", ["ref-a", "ref-b", "ref-c"])
def test_no_voice_carries_the_others(found, voice):
    """Of each author alone the same holds, or nearly; of the one held out, in full."""
    compared = pairs([case for case in found if case.voice == voice])

    assert sum(in_order(*pair) for pair in compared) >= (0.9 if voice == "ref-c" else 0.8) * len(compared)


def test_levels_agree_with_the_raters(found, rubric):
    """The mean of the dimensions' quadratic-weighted kappas is .6 or better, and none is below .55."""
    kappas = [kappa(found, dimension.key) for dimension in rubric.dimensions]

    assert sum(kappas) / len(kappas) >= 0.6
    assert min(kappas) >= 0.55

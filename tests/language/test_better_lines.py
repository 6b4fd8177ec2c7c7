"""What is held up as better does what it is held up for."""

import pytest

from tests.language.better_lines import heard, models

pytestmark = pytest.mark.slow

_FEW = 0.01
"""The share of model lines that the ear may get wrong; `python -m tests.language.better_lines` names them."""


def test_an_improved_line_is_heard_as_what_it_is_meant_to_be(listener, rubric):
    """Of all authored lines and codebook examples, after the coachee's line they answer."""
    every = heard(listener, list(models(rubric)))
    failed = [f"{one.where}: {one.say}" for one in every if not one.is_heard]

    assert len(failed) <= _FEW * len(every), failed

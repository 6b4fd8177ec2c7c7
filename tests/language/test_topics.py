"""Whether words are answered with what they are about."""

import json
from pathlib import Path

import pytest

from simulator.cli import wiring
from simulator.core.ports import Spoken
from simulator.files.corpus import load_asked

LINES = Path("tests/topics/lines.jsonl")


@pytest.fixture(scope="module")
def found(listener):
    """Each blind line's topic, and the one it was given."""
    asked = load_asked(LINES, {scenario.slug: scenario.topics for scenario in wiring.all_scenarios()})
    heard = listener.hear_all(Spoken(one.line, (), one.topics) for one in asked)
    return [
        (one.topic, next((match.topic for match in each.topics), "")) for one, each in zip(asked, heard, strict=True)
    ]


def test_blind_lines_cover_every_scenario():
    """At least forty lines of every scenario, a quarter of them about nothing in it."""
    rows = [json.loads(line) for line in LINES.read_text(encoding="utf-8").splitlines()]
    for scenario in wiring.all_scenarios():
        own = [row["topic"] for row in rows if row["scenario"] == scenario.slug]
        assert len(own) >= 40
        assert 0.2 < own.count("") / len(own) < 0.4


def test_most_lines_are_answered_with_what_they_are_about(found):
    """Of lines by someone who never saw the cues, 85% get their topic or rightly none, and 8% at most a wrong one."""
    right = sum(truth == given for truth, given in found) / len(found)
    wrong = sum(given not in ("", truth) for truth, given in found) / len(found)

    assert right >= 0.85
    assert wrong <= 0.08

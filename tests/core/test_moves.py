"""The names of the codebook."""

import re
from pathlib import Path

from simulator.core.codebook import DEFINITIONS, RULE_TITLES
from simulator.core.effects import EFFECTS
from simulator.core.moves import FAMILY_OF, MOVES_OF, SEVERITY, Family, Move

CODEBOOK = Path("docs/CODEBOOK.md").read_text(encoding="utf-8")


def test_every_move_has_one_family():
    """Thirty-three moves, each in one of eight families."""
    assert len(Move) == 33
    assert len(Family) == 8
    assert set(FAMILY_OF) == set(Move)
    assert sum(len(moves) for moves in MOVES_OF.values()) == len(Move)


def test_precedence_is_the_codebooks():
    """The order in which families colour a response is the one written in the codebook."""
    written = re.search(r"`(judgemental > .*?)`", CODEBOOK)

    assert written is not None
    assert [str(family) for family in Family] == written[1].split(" > ")


def test_every_move_stands_in_the_codebook():
    """The names in code are the names in the codebook's table."""
    named = set(re.findall(r"\| `(\w+)` \|", CODEBOOK))

    assert named == {str(move) for move in Move}


def test_every_move_and_rule_can_say_why():
    """No label and no rule is without its words; no move is without its effect."""
    assert set(DEFINITIONS) == set(Move)
    assert set(RULE_TITLES) == set(range(1, 30))
    assert set(EFFECTS) == set(Move)


def test_severity_follows_the_rise_of_defensiveness():
    """The harm that raises defensiveness more is the more severe, within each harmful family."""
    for family in (Family.DIRECTIVE, Family.JUDGEMENTAL):
        ranked = sorted(MOVES_OF[family], key=SEVERITY.__getitem__)
        rises = [EFFECTS[move].defensiveness for move in ranked]
        assert rises == sorted(rises)

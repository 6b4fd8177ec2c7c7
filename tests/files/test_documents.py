"""Bad files: one coded line each, never a traceback."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import InputError
from simulator.files.document import parse_document
from simulator.files.scenario import Source, build_scenario, find_scenario, load_scenario
from simulator.files.text import content_hash, read_text
from simulator.places import shipped

REJECTED = sorted((Path(__file__).parent / "rejected").glob("*.yaml"))
GOOD = (shipped("scenarios") / "being-watched.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", REJECTED, ids=lambda path: path.stem)
def test_a_rejected_file_says_what_and_where(path):
    """The first comment line of each file is the finding it must give; drop a file in to add a test."""
    expected = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")

    with pytest.raises(InputError) as caught:
        load_scenario(path)

    assert expected in str(caught.value)


@given(
    place=st.integers(0, len(GOOD) - 1), damage=st.sampled_from(["", "\t", "\x00", ": [", "&a *a", "- ", "}", "\ud7ff"])
)
def test_a_damaged_scenario_is_a_finding_or_still_a_scenario(place, damage):
    """No damage to the text gives anything but a scenario or a coded finding with a place."""
    text = GOOD[:place] + damage + GOOD[place + 7 :]
    try:
        build_scenario(Source("damaged", "damaged.yaml", text))
    except InputError as error:
        assert all(finding.code.startswith("S0") for finding in error.findings)
        assert all(finding.problem and finding.remedy for finding in error.findings)


def test_a_billion_laughs_are_refused():
    """Aliases that would multiply are refused before they do."""
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"

    with pytest.raises(InputError, match="alias"):
        parse_document(bomb, "bomb.yaml", "S002")


def test_deep_nesting_is_refused():
    """A document that nests for its own sake is no scenario."""
    with pytest.raises(InputError):
        parse_document("[" * 400 + "]" * 400, "deep.yaml", "S002")


@pytest.mark.parametrize(
    ("content", "problem"), [(b"\xff\xfe\x00", "UTF-8"), (b"x" * 6_000_000, "larger than 5 MB")], ids=["bytes", "size"]
)
def test_an_unreadable_file_is_one_line(tmp_path, content, problem):
    """What it is and what to do about it."""
    path = tmp_path / "strange.yaml"
    path.write_bytes(content)

    with pytest.raises(InputError, match=problem):
        load_scenario(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    """The path as typed stands in the message."""
    with pytest.raises(InputError, match=r"nowhere\.yaml:0:0: S001 there is no such file"):
        read_text(tmp_path / "nowhere.yaml", "S001")
    with pytest.raises(InputError, match="folder"):
        read_text(tmp_path, "S001")


def test_an_unknown_name_lists_the_known_ones():
    """A typing slip is answered with what there is."""
    with pytest.raises(InputError, match="being-watched"):
        find_scenario("being-wached")


def test_line_endings_do_not_change_a_scenario():
    """A file saved on Windows is the same scenario."""
    assert content_hash("a\r\nb\n") == content_hash("a\nb\n")
    assert build_scenario(Source("x", "x", GOOD)) == build_scenario(Source("x", "x", GOOD.replace("\n", "\r\n")))

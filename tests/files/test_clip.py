"""Clip files: the shipped ones are in order, and a mistake is a coded finding at its place."""

import json
from pathlib import Path

import pytest

from simulator.core.clip import Clip, Part
from simulator.core.moves import Move
from simulator.core.scenario import Theme
from simulator.errors import InputError
from simulator.files.clip import FOLDER, load_clip
from simulator.files.shelf import find_on_shelf, on_shelf

CLIPS = list(on_shelf(FOLDER).values())
GOOD = find_on_shelf(FOLDER, "three-targets", "C001").read_text(encoding="utf-8")


def findings(tmp_path: Path, text: str) -> list[str]:
    """What is found in a clip of this text."""
    path = tmp_path / "clip.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_clip(path)
    return [str(finding) for finding in caught.value.findings]


@pytest.mark.parametrize("path", CLIPS, ids=lambda path: path.stem)
def test_a_weak_clip_has_slips_and_fine_lines(path):
    """Something to spot, something that only looks like it, thoughts throughout, and a strong twin without slips."""
    clip: Clip = load_clip(path)
    if not clip.is_weak:
        return
    fine = [line for line in clip.scene if clip.part(line) is Part.COACH and not line.slip]

    assert len(clip.slips) >= 4
    assert len(fine) >= 2
    assert all(line.thought for line in clip.scene)
    assert clip.twin
    assert clip.twin.scene[0] == clip.scene[0]
    assert all(line.move for line in clip.twin.scene if clip.part(line) is Part.COACH)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("number: 8\n", "", "C003 the file has no 'number'"),
        ("theme: skills", "theme: skill", "C003 theme is 'skill'"),
        ("      move: leading", "      move: bossy", "is 'bossy'"),
        ('  - who: Kezia\n    text: "Probably', '  - who: Kesia\n    text: "Probably', "C004 nobody is called 'Kesia'"),
        ("part: coach\n", "part: colleague\n", "C007 needs exactly one coach"),
        ("  - id: damage", "  - id: kindness", "C008 question 'kindness' stands twice"),
        ("scenario: being-watched", "scenario: being-wached", "C009 there is no scenario called 'being-wached'"),
        ("kind: weak", "kind: talk", "C003"),
    ],
)
def test_a_mistake_is_found_at_its_place(tmp_path, old, new, expected):
    """Code, line and the word that was typed."""
    assert old in GOOD
    found = findings(tmp_path, GOOD.replace(old, new, 1))

    assert any(expected in one for one in found)
    assert all(one.split(": ")[0].endswith(tuple(f":{n}" for n in range(1, 200))) for one in found)


def test_a_slip_of_the_teacher_is_refused(tmp_path):
    """Only the coach's lines are marked."""
    line = '  - who: Kezia\n    text: "Right. Yes. I could script some."\n'
    slip = "    slip: {move: leading, dimension: trust, did: a, why: b}\n"

    assert any("C005 Kezia is no coach" in one for one in findings(tmp_path, GOOD.replace(line, line + slip)))


def test_a_clip_with_nothing_to_spot_is_refused(tmp_path):
    """A weak clip without a key is a mistake."""
    kept, dropping = [], False
    for line in GOOD.splitlines():
        dropping = line == "    slip:" or (dropping and line.startswith("      "))
        kept += [] if dropping else [line]

    assert any("C006" in one for one in findings(tmp_path, "\n".join(kept)))


def test_schema_and_code_name_the_same_things():
    """The lists in the schema are the lists in the code."""
    schema = json.loads(Path("scenarios/clip.schema.json").read_text(encoding="utf-8"))

    assert set(schema["$defs"]["move"]["enum"]) == set(Move)
    assert set(schema["properties"]["theme"]["enum"]) == set(Theme)
    assert set(schema["properties"]["people"]["items"]["properties"]["part"]["enum"]) == set(Part)


def test_an_unknown_clip_lists_the_known_ones():
    """A typing slip is answered with what there is."""
    with pytest.raises(InputError, match=r"C001 .*three-targets"):
        find_on_shelf(FOLDER, "three-tragets", "C001")

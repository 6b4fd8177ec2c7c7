"""Files as nobody would write them: coded findings, never a traceback."""

import json
import os
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from simulator.core.playtest.bots import play
from simulator.core.playtest.scripts import MIXED
from simulator.errors import InputError
from simulator.files.checks.check import check_scenario
from simulator.files.checks.settings import load_settings
from simulator.files.rehearsal import load_rehearsal, rehearsal_path
from simulator.files.rubric import load_rubric
from simulator.files.scenario import find_scenario, load_scenario
from simulator.places import shipped
from tests.files.from_schema import values

SCHEMA = json.loads((shipped("scenarios") / "scenario.schema.json").read_text(encoding="utf-8"))
HEARD = json.loads((shipped("scenarios") / "rehearsal.schema.json").read_text(encoding="utf-8"))
TEMPLATE = (shipped("scenarios") / "template" / "new.yaml").read_text(encoding="utf-8").replace("{title}", "A title")
PLAYS = (shipped("scenarios") / "being-watched.rehearsal.yaml").read_bytes()
WHOLE = YAML(typ="safe").load(TEMPLATE)
SETTINGS, RUBRIC = load_settings(), load_rubric()
FUZZ = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20))
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)
DAMAGE = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 30), st.binary(max_size=12) | st.sampled_from([b"&a", b"*a", b"<<: ", b"? "])
    ),
    min_size=1,
    max_size=6,
)
"""Where, how many bytes are taken out, and what is put in their place."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where damaged files are written, one over the other."""
    return tmp_path_factory.mktemp("fuzz")


def damaged(content, damage):
    """The bytes after each piece of damage."""
    for share, length, instead in damage:
        place = int(share * len(content))
        content = content[:place] + instead + content[place + length :]
    return content


def checked(path):
    """The findings about a file, which all have a known code, a place, a problem and a remedy."""
    try:
        findings = check_scenario(path, SETTINGS, RUBRIC)
    except InputError as error:
        findings = error.findings
    for finding in findings:
        assert finding.code in SETTINGS.severity
        assert finding.line >= 0 and finding.column >= 0
        assert finding.problem and finding.remedy
        assert "\n" not in str(finding)
    return findings


@FUZZ
@given(damage=DAMAGE)
def test_bytes_damaged_anywhere_are_findings(folder, damage):
    """A scenario with holes and rubbish in it."""
    path = folder / "bytes.yaml"
    path.write_bytes(damaged(TEMPLATE.encode(), damage))

    checked(path)


@FUZZ
@given(damage=DAMAGE)
def test_a_rehearsal_damaged_anywhere_is_findings(folder, damage):
    """So is what stands beside it."""
    path = folder / "beside.yaml"
    path.write_text(TEMPLATE, encoding="utf-8")
    rehearsal_path(path).write_bytes(damaged(PLAYS, damage))

    checked(path)


@FUZZ
@given(content=st.binary(max_size=200))
def test_any_bytes_at_all_are_findings(folder, content):
    """Nothing but rubbish."""
    path = folder / "rubbish.yaml"
    path.write_bytes(content)

    assert checked(path)


@FUZZ
@given(data=st.data())
def test_values_changed_anywhere_are_findings(folder, data):
    """The right YAML with the wrong things in it, or without the right ones."""
    raw = deepcopy(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        change(raw, data)
    path = folder / "values.yaml"
    path.write_text(json.dumps(raw), encoding="utf-8")

    checked(path)


def change(value, data):
    """Go down at random, then put something else there or take it out."""
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    if not keys:
        return
    key = data.draw(st.sampled_from(keys))
    if isinstance(value[key], dict | list) and data.draw(st.integers(0, 4)):
        change(value[key], data)
    elif data.draw(st.booleans()):
        value[key] = data.draw(ANYTHING)
    else:
        del value[key]


@FUZZ
@given(name=st.sampled_from(sorted(SCHEMA["properties"])), data=st.data())
def test_whatever_the_schema_allows_is_a_scenario_or_findings(folder, name, data):
    """And where it is a scenario, it can be played."""
    raw = {**deepcopy(WHOLE), name: data.draw(values(SCHEMA["properties"][name], SCHEMA))}
    path = folder / "allowed.yaml"
    path.write_text(json.dumps(raw), encoding="utf-8")
    codes = {finding.code for finding in checked(path)}

    assert "S003" not in codes
    if not codes & {"S002", "S004", "S005", "S006"}:
        assert play(MIXED, load_scenario(path), seed=1).turns


@FUZZ
@given(raw=values(HEARD))
def test_whatever_the_schema_allows_is_a_rehearsal_or_findings(folder, raw):
    """Whatever is heard in it, about whatever topic."""
    path = folder / "heard.yaml"
    path.write_text(TEMPLATE, encoding="utf-8")
    rehearsal_path(path).write_text(json.dumps(raw), encoding="utf-8")

    checked(path)


BOMB = "\n".join(
    ["a0: &a0 [x, x, x, x, x, x, x, x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (BOMB, "alias"),
        ("[" * 100_000, "S002"),
        ("a: " * 5_000, "S002"),
        ("version: " + "9" * 20_000, "S00"),
        ("title: 2026-99-99", "S00"),
        ("? [a, b]\n: c", "has a key that is no name"),
        ("? {a: b}\n: c", "has a key that is no name"),
        ("1: a\n~: b\n2.5: c", "S003"),
        ("title: !!python/object/apply:os.system [ls]", "S00"),
        ("title: !!binary '***'", "S00"),
        ("<<: {title: a}", "S003"),
        ('title: "\\e[2J"', "cannot be shown"),
        ('title: "\\uD800"', "S002"),
        ("%YAML 9.9\n---\na: b", "S00"),
        ("--- a\n--- b", "S00"),
        ("title: .nan", "S003"),
    ],
)
def test_a_trick_is_refused(tmp_path, text, problem):
    """By name, at once, and without doing what it asks for."""
    path = tmp_path / "trick.yaml"
    path.write_text(text, encoding="utf-8")

    assert any(problem in str(finding) for finding in checked(path))


def test_a_file_of_50_mb_is_refused_before_it_is_parsed(tmp_path):
    """No more of it is read than a file may have."""
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    assert [str(finding) for finding in checked(path)] == [
        f"{path}:0:0: S001 is larger than 5 MB (give a smaller file)"
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
@pytest.mark.parametrize("name", ["/dev/zero", "fifo.yaml"])
def test_a_device_or_a_pipe_is_refused(tmp_path, name):
    """It would never end, or never begin."""
    path = tmp_path / name
    if name == "fifo.yaml":
        os.mkfifo(path)

    assert "is no ordinary file" in str(checked(path)[0])


@pytest.mark.parametrize("named", ["../../../etc/passwd", "a\x00b", "x" * 5000, "con:", "..", "", "being-watched/../x"])
def test_a_path_that_is_none_is_one_line(named):
    """Neither a scenario nor a traceback."""
    with pytest.raises(InputError, match=r"S00[1-3] "):
        load_scenario(find_scenario(named))


def test_a_link_to_itself_is_one_line(tmp_path):
    """It leads nowhere."""
    path = tmp_path / "loop.yaml"
    path.symlink_to(path)

    assert checked(path)[0].code == "S001"


def test_a_needs_that_no_number_meets_is_found(tmp_path):
    """Not a number is no threshold."""
    raw = deepcopy(WHOLE)
    raw["topics"][0]["inner"]["needs"] = {"trust": float("nan")}
    path = tmp_path / "nan.yaml"
    path.write_text(json.dumps(raw).replace("NaN", ".nan"), encoding="utf-8")

    assert "S051" in {finding.code for finding in checked(path)}


@FUZZ
@given(damage=DAMAGE)
def test_a_damaged_rehearsal_is_refused_when_it_is_replayed(folder, damage):
    """`rehearse` reads it too."""
    path = folder / "replayed.rehearsal.yaml"
    path.write_bytes(damaged(PLAYS, damage))
    try:
        load_rehearsal(path)
    except InputError as error:
        assert all(finding.code in {"S020", "S021"} for finding in error.findings)

"""The page of every code: its bad example has that finding, its mended one has not."""

import json
import re
import shlex
import tomllib
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from ruamel.yaml import YAML, YAMLError

from simulator.cli.check import check_scenarios
from simulator.cli.rehearse import rehearse_scenarios
from simulator.errors import InputError
from simulator.places import shipped

PAGES = Path("docs/checks")
SEVERITIES = tomllib.loads(Path("scenarios/checks.toml").read_text(encoding="utf-8"))["severity"]
UNREADABLE = {"S001", "S002", "S003", "S020", "S021"}
BASES = {"scenario": "being-watched.yaml", "two-hats": "two-hats.yaml", "template": "template/new.yaml"}


class Example(NamedTuple):
    """One fenced block of a page."""

    language: str
    base: str
    content: str


def examples(code):
    """The bad example and the mended one."""
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    found = re.findall(r"^## (?:Bad|Mended)\n\n```(\w+) ?([\w-]*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    bad, mended = (Example(*one) for one in found)
    return bad, mended


def codes_found(example, folder, capsys):
    """The codes that a command prints about an example."""
    refused = ""
    try:
        run(example, folder)
    except InputError as error:
        refused = str(error)
    return set(re.findall(r": (S\d{3}) ", capsys.readouterr().out + refused))


def run(example, folder):
    """Do with an example what its page says is done with it."""
    if example.language == "console":
        check_scenarios(shlex.split(example.content)[4:])
    elif example.language == "toml":
        (folder / "home" / "scenarios").mkdir(parents=True)
        (folder / "home" / "scenarios" / "checks.toml").write_text(example.content, encoding="utf-8")
        check_scenarios(["being-watched"])
    elif example.base in {"rehearsal", "listened"}:
        run_rehearsal(example, folder)
    else:
        check_scenarios([str(written(example.content, BASES[example.base], folder / "example.yaml"))])


def run_rehearsal(example, folder):
    """Check an example beside the scenario it belongs to; where the page says so, listen to it."""
    scenario = written("", "being-watched.yaml", folder / "being-watched.yaml")
    written(example.content, "being-watched.rehearsal.yaml", folder / "being-watched.rehearsal.yaml")
    if example.base == "listened":
        rehearse_scenarios([str(scenario)], listen=True)
    else:
        check_scenarios([str(scenario)])


def written(part, base, path):
    """A whole file with a part of it put in the place of the shipped one; a part that is no YAML stands alone."""
    try:
        raw = put_into(deepcopy(loaded(base)), YAML(typ="safe").load(part) or {})
        path.write_text(json.dumps(raw), encoding="utf-8")  # JSON is YAML, and quicker to write
    except YAMLError:
        path.write_text(part, encoding="utf-8")
    return path


@cache
def loaded(base):
    """A shipped file as plain values."""
    text = (shipped("scenarios") / base).read_text(encoding="utf-8")
    return YAML(typ="safe").load(text.replace("{title}", "A title"))


def put_into(whole, part):
    """Keys go into keys; topics join the others, and any other value takes the place of the old one."""
    for key, value in part.items():
        if isinstance(value, dict):
            whole[key] = put_into(whole[key], value)
        else:
            whole[key] = [*whole[key], *value] if key == "topics" else value
    return whole


@pytest.mark.parametrize("code", sorted(SEVERITIES))
def test_a_bad_example_has_the_finding(code, tmp_path, capsys):
    """What the page shows as bad is found to be so."""
    bad, _ = examples(code)

    assert code in codes_found(bad, tmp_path, capsys)


@pytest.mark.parametrize("code", sorted(SEVERITIES))
def test_a_mended_example_has_it_no_more(code, tmp_path, capsys):
    """And what the page shows as mended can be read and is not."""
    _, mended = examples(code)
    found = codes_found(mended, tmp_path, capsys)

    assert not found & {code, *UNREADABLE}


def test_every_code_has_its_page_and_every_page_its_code():
    """No finding is left unexplained, and no page explains what cannot be found."""
    source = "".join(path.read_text(encoding="utf-8") for path in Path("simulator").rglob("*.py"))
    used = set(re.findall(r'"(S\d{3})"', source))

    assert used == set(SEVERITIES) == {path.stem for path in PAGES.glob("S*.md")}


def test_the_index_says_what_the_pages_and_the_settings_say():
    """Code, weight and title, in order."""
    rows = re.findall(
        r"^\| \[(S\d{3})\]\(\1\.md\) \| (\w+) \| (.+) \|$", (PAGES / "README.md").read_text(), re.MULTILINE
    )
    titles = {path.stem: path.read_text(encoding="utf-8").splitlines()[0] for path in PAGES.glob("S*.md")}

    assert rows == sorted(rows)
    assert {code: weight for code, weight, _ in rows} == SEVERITIES
    assert {code: f"# {code} · {title}" for code, _, title in rows} == titles

"""What a check finds, and how much it matters."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.cli.check import check_scenarios
from simulator.errors import InputError
from simulator.files.checks.settings import Severity, load_settings
from simulator.files.checks.style import reading_age
from simulator.files.scenario import scenario_paths
from simulator.places import shipped

GOOD = (shipped("scenarios") / "being-watched.yaml").read_text(encoding="utf-8")


@pytest.fixture
def own(empty_home):
    """The user's own folder of scenarios."""
    folder = empty_home / "scenarios"
    folder.mkdir(parents=True)
    return folder


def check(path, capsys):
    """The exit code and what was printed."""
    code = check_scenarios([str(path)])
    return code, capsys.readouterr().out


def test_the_shipped_scenarios_have_no_finding(capsys):
    """Not even a warning: what is meant to be so says why in the settings."""
    assert check_scenarios([]) == 0
    assert "0 errors, 0 warnings" in capsys.readouterr().out


def test_a_warning_is_said_and_is_no_failure(tmp_path, capsys):
    """Only errors make a build fail."""
    path = tmp_path / "shouting.yaml"
    path.write_text(GOOD.replace("It ran to time and", "It ran! To! Time! And"), encoding="utf-8")
    code, said = check(path, capsys)

    assert code == 0
    assert "S062 warning: " in said


def test_a_finding_names_line_and_column(tmp_path, capsys):
    """Counted from 1, where the text begins."""
    path = tmp_path / "shouting.yaml"
    path.write_text(GOOD.replace("It ran to time and", "It ran! To! Time! And"), encoding="utf-8")
    line = next(number for number, text in enumerate(path.read_text().splitlines(), start=1) if "It ran!" in text)
    _, said = check(path, capsys)

    assert f"{path}:{line}:17: S062" in said


@pytest.mark.parametrize(("weight", "code", "is_said"), [("error", 1, True), ("warning", 0, True), ("off", 0, False)])
def test_how_much_a_finding_matters_is_the_users_choice(own, tmp_path, capsys, weight, code, is_said):
    """Their settings go on top of the shipped ones."""
    (own / "checks.toml").write_text(f'[severity]\nS062 = "{weight}"\n')
    path = tmp_path / "shouting.yaml"
    path.write_text(GOOD.replace("It ran to time and", "It ran! To! Time! And"), encoding="utf-8")
    found, said = check(path, capsys)

    assert found == code
    assert ("S062" in said) == is_said


def test_a_limit_is_the_users_choice(own, tmp_path, capsys):
    """And the rest stay as shipped."""
    (own / "checks.toml").write_text("[limits]\nlongest_line = 30\n")
    path = tmp_path / "same.yaml"
    path.write_text(GOOD, encoding="utf-8")

    assert "S063" in check(path, capsys)[1]
    assert load_settings().limits.least_topics == 12


@pytest.mark.parametrize(
    "text", ["[severity", '[severity]\nS003 = "off"', '[severity]\nS999 = "off"', "[limit]\na = 1"]
)
def test_bad_settings_are_refused(own, text):
    """One line, and nothing is checked by half-read settings."""
    (own / "checks.toml").write_text(text)

    with pytest.raises(InputError, match=r"checks\.toml:0:0: S070"):
        load_settings()


def test_an_unreadable_file_does_not_keep_the_others_from_being_checked(own, capsys):
    """It is a finding among the others."""
    (own / "folder.yaml").mkdir()
    code = check_scenarios([])
    said = capsys.readouterr().out

    assert code == 1
    assert "folder.yaml:0:0: S001 is a folder" in said
    assert "16 scenarios checked, 1 error, 0 warnings" in said


def test_what_is_waived_is_there_and_has_a_reason():
    """A waiver of nothing is a leftover."""
    settings = load_settings()

    assert set(settings.waived) <= set(scenario_paths())
    assert all(reason for reasons in settings.waived.values() for reason in reasons.values())
    assert all(code in settings.severity for reasons in settings.waived.values() for code in reasons)


def test_every_british_spelling_differs_and_is_not_american_itself():
    """A word to write is no word to avoid."""
    british = tomllib.loads(Path("scenarios/checks.toml").read_text(encoding="utf-8"))["british"]

    assert not set(british) & set(british.values())


def test_a_waived_code_is_not_looked_for_elsewhere(tmp_path, capsys):
    """The waiver is by scenario: a copy under another name has to say so itself."""
    path = tmp_path / "two-hats-again.yaml"
    path.write_text((shipped("scenarios") / "two-hats.yaml").read_text(encoding="utf-8"), encoding="utf-8")

    assert "S058" in check(path, capsys)[1]


def test_harder_texts_have_a_higher_reading_age():
    """Long words in long sentences, in years."""
    easy = reading_age(["It rained. They came in wet. I had no towels."])
    hard = reading_age(
        ["Notwithstanding institutional commitments, implementation inconsistencies precipitated disquiet."]
    )

    assert easy < 8
    assert hard > 18


@given(st.lists(st.text()))
def test_any_text_has_a_reading_age(texts):
    """At least that of somebody who starts school."""
    assert reading_age(texts) >= 5


def test_severities_in_the_settings_are_complete():
    """Every code has a weight before anybody sets one."""
    assert set(load_settings().severity.values()) <= set(Severity)

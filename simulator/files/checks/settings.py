"""How strict the checks are: ``scenarios/checks.toml``, and the user's own on top of it."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from simulator.errors import Finding, wrong
from simulator.files.schema import validator
from simulator.files.text import read_text
from simulator.places import shelves

_NAME = "checks.toml"
_CODE = "S070"


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Something does not work: exit code 1."""
    WARNING = "warning"
    """Something could be better: said, no more."""
    OFF = "off"
    """Not said."""


class Graded(NamedTuple):
    """A finding with its weight."""

    severity: Severity
    finding: Finding

    def __str__(self) -> str:
        """``file:line:column: CODE problem (what to do)``; a warning says that it is one."""
        if self.severity is Severity.ERROR:
            return str(self.finding)
        return str(self.finding._replace(problem=f"{self.severity}: {self.finding.problem}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The numbers that the checks hold a scenario against."""

    least_topics: int
    least_lines: int
    least_turns: int
    """No coachee falls silent before this turn, whatever the coach does."""
    longest_line: int
    """In words."""
    most_alike: int
    """Per cent of two lines' letters that may agree."""
    exclamation_marks: int
    """In one text; several running count as one."""
    reading_age_brief: int
    reading_age_lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What to look for, and how much it matters."""

    severity: Mapping[str, Severity]
    """By code: every code there is."""
    limits: Limits
    british: Mapping[str, str]
    """The British spelling of each American one."""
    waived: Mapping[str, Mapping[str, str]]
    """By scenario and code, why a finding is meant to be so."""

    def graded(self, findings: Iterable[Finding]) -> Iterator[Graded]:
        """The findings that are to be said, each with its weight."""
        for finding in findings:
            severity = self.severity[finding.code]
            if severity is not Severity.OFF:
                yield Graded(severity, finding)


def load_settings() -> Settings:
    """The shipped settings with the user's own on top.

    Raises:
        InputError: If a settings file is not TOML, or sets something that does not exist.
    """
    tables: dict[str, dict[str, Any]] = {}
    for shelf in reversed(shelves("scenarios")):
        if (shelf / _NAME).is_file():
            for name, table in _read(shelf / _NAME).items():
                tables[name] = tables.get(name, {}) | table
    severity = {code: Severity(name) for code, name in tables["severity"].items()}
    return Settings(
        severity=severity,
        limits=Limits(**tables["limits"]),
        british=tables["british"],
        waived=tables.get("waived", {}),
    )


def _read(path: Path) -> Mapping[str, Any]:
    try:
        raw = tomllib.loads(read_text(path, _CODE))
    except tomllib.TOMLDecodeError as error:
        raise wrong(str(path), _CODE, f"is not TOML: {error}", "mend or remove it") from error
    for slip in validator("scenarios", "checks").iter_errors(raw):
        where = ".".join(str(step) for step in slip.absolute_path) or "the file"
        raise wrong(str(path), _CODE, f"{where}: {slip.message}", "see scenarios/checks.toml for what there is")
    return raw

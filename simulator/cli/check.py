"""``coach scenario check``: every finding, and an exit code that says whether one of them is an error."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from simulator.cli import wiring
from simulator.core.rubric import Rubric
from simulator.errors import Finding, InputError
from simulator.files.checks.check import check_scenario
from simulator.files.checks.settings import Settings, Severity, load_settings
from simulator.files.scenario import find_scenario, scenario_paths

_FOUND = 1
"""The exit code where an error was found."""


def check_scenarios(named: Sequence[str]) -> int:
    """Print every finding; the exit code says whether there was an error among them."""
    settings, rubric = load_settings(), wiring.rubric()
    paths = [find_scenario(name) for name in named]
    findings = _named(paths, settings, rubric) if named else _shelved(settings, rubric)
    counts: Counter[Severity] = Counter()
    for one in settings.graded(findings):
        counts[one.severity] += 1
        print(one)
    checked = len(paths) if named else len(scenario_paths())
    print(f"{_counted(checked, 'scenario')} checked, {_told(counts)}")
    return _FOUND if counts[Severity.ERROR] else 0


def _named(paths: Sequence[Path], settings: Settings, rubric: Rubric) -> Iterator[Finding]:
    """A scenario that was asked for by name and cannot be read is misuse, not a finding."""
    for path in paths:
        yield from check_scenario(path, settings, rubric)


def _shelved(settings: Settings, rubric: Rubric) -> Iterator[Finding]:
    """All there are; one that cannot be read does not keep the others from being checked."""
    for path in scenario_paths().values():
        try:
            yield from check_scenario(path, settings, rubric)
        except InputError as error:
            yield from error.findings


def _told(counts: Counter[Severity]) -> str:
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    return f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"

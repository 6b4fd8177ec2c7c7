"""Everything that can be found in one scenario and the rehearsal beside it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from simulator.core.rubric import Rubric
from simulator.core.scenario import Scenario
from simulator.errors import Finding, InputError
from simulator.files.checks import style
from simulator.files.checks.lines import missing_thoughts, nearly_the_same, repeated_ids, to_dos, too_little
from simulator.files.checks.plays import running_dry, unearned_levels, unopened_layers
from simulator.files.checks.rehearsal import rehearsal_findings
from simulator.files.checks.settings import Settings
from simulator.files.checks.subject import Check, Subject
from simulator.files.checks.topics import leads_nowhere, nothing_neutral, shared_cues, unreachable_topics
from simulator.files.document import Document
from simulator.files.scenario import build, parse, read_source, scenario_findings

CHECKS: Sequence[Check] = (
    *(to_dos, too_little, repeated_ids, missing_thoughts, nearly_the_same),
    *(shared_cues, unreachable_topics, nothing_neutral, leads_nowhere),
    *(unopened_layers, running_dry, unearned_levels),
    *(style.reading_ages, style.american_spelling, style.exclamation_marks, style.long_lines),
    *(style.stray_spaces, style.curly_quotes),
)
"""What is looked for in a scenario that can be built."""


def check_scenario(path: Path, settings: Settings, rubric: Rubric) -> Sequence[Finding]:
    """Everything wrong in a scenario file and its rehearsal, in the order of the files.

    Raises:
        InputError: If the scenario cannot be read at all.
    """
    source = read_source(path)
    try:
        document = parse(source)
    except InputError as error:
        return error.findings
    shape = list(scenario_findings(document))
    if shape:
        return [*shape, *rehearsal_findings(path, None)]
    scenario = build(document, source.slug)
    return [*_found(document, scenario, settings, rubric), *rehearsal_findings(path, scenario)]


def _found(document: Document, scenario: Scenario, settings: Settings, rubric: Rubric) -> list[Finding]:
    subject = Subject(document=document, scenario=scenario, settings=settings, rubric=rubric)
    return sorted(_all(subject), key=lambda finding: (finding.line, finding.column, finding.code))


def _all(subject: Subject) -> Iterator[Finding]:
    waived = subject.settings.waived.get(subject.scenario.slug, {})
    for check in CHECKS:
        yield from (finding for finding in check(subject) if finding.code not in waived)

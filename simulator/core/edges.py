"""What a front end is given: the edges of the world behind plain calls. Built by ``cli``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

# Types only: the first screen is painted before the rules are loaded.
if TYPE_CHECKING:
    from simulator.core.debrief import Debrief
    from simulator.core.desk import Desk
    from simulator.core.ports import Listener
    from simulator.core.practice import Practice
    from simulator.core.record import Record, Wording
    from simulator.core.rubric import Rubric
    from simulator.core.scenario import Scenario
    from simulator.core.telling import Passage
    from simulator.core.week import PeriodKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Each call may be slow the first time, and is made once the screen is painted."""

    scenarios: Callable[[], Sequence[Scenario]]
    """All scenarios that are in order."""
    wording: Callable[[Scenario], Wording]
    """The file content of a scenario just loaded."""
    rebuild: Callable[[Wording], Scenario]
    """The scenario as it was worded when a session began."""
    listener: Callable[[], Listener]
    record: Callable[[], Record]
    rubric: Callable[[], Rubric]
    seed: Callable[[], int]
    """A new seed, drawn where chance is allowed."""
    desk: Callable[[], Desk]
    """The six themes and what was done with them."""
    week: Callable[[str, Sequence[PeriodKind]], Sequence[Passage]]
    """A school's week from a CSV, planned with these further kinds of period, and told."""
    card: Callable[[], str]
    """The model card of the ear, as Markdown."""
    write: Callable[[Sequence[Passage], str], str]
    """Write passages to a new file that ends in .md, .docx or .pdf; returns where it is."""
    example: Callable[[], str]
    """Write an example of a school's week to a new file; returns where it is."""
    report: Callable[[Debrief, Practice, str], Sequence[str]]
    """Write a debrief to a file that ends in .html or .pdf, or to both; returns the files."""

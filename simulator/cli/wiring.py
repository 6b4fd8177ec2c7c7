"""The one place that knows every room: builds the edges that front ends are given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from secrets import randbelow
from typing import TYPE_CHECKING

from simulator import places
from simulator.core.edges import Edges

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
    from simulator.files.scenario import Source

_MOST_SEED = 1_000_000


def edges() -> Edges:
    """The real edges."""
    return Edges(
        scenarios=all_scenarios,
        wording=wording,
        rebuild=rebuild,
        listener=listener,
        record=record,
        rubric=rubric,
        seed=lambda: randbelow(_MOST_SEED),
        desk=desk,
        week=week,
        card=card,
        write=write,
        example=example,
        report=report,
    )


def desk() -> Desk:
    """The six themes and what was done with them."""
    from simulator.cli.library import desk as opened

    return opened()


def week(file: str, use: Sequence[PeriodKind]) -> Sequence[Passage]:
    """A school's week from a CSV, planned and told."""
    from simulator.cli.timetable import planned

    return list(planned(file, use))


def card() -> str:
    """The model card, as Markdown: the ear in use, and the figures of the one that ships.

    Raises:
        InputError: If the figures are missing or damaged.
    """
    from simulator.language.card import card_text, load_evaluation
    from simulator.language.model import read_card

    return card_text(load_evaluation(places.shipped("models")), read_card(_models()))


def write(passages: Sequence[Passage], file: str) -> str:
    """Write passages to a file beside whatever is there already; returns where it is."""
    from simulator.files.printing import write as printed
    from simulator.files.unused import typed_path, unused

    path = unused(typed_path(file))
    printed(passages, path)
    return str(path.resolve())


def example() -> str:
    """Write an example of a school's week where the person is; returns where it is."""
    from simulator.cli.timetable import write_example

    return write_example("week.csv")


def report(debrief: Debrief, practice: Practice, file: str) -> Sequence[str]:
    """Write a debrief to a file that ends in .html or .pdf, or without an ending to both; returns the files."""
    from simulator.files.report.sheet import sheet
    from simulator.files.report.wanted import wanted
    from simulator.files.report.write import write as written

    page = sheet(debrief, rubric(), practice.about, practice.session, practice.remarks)
    return [str(written(page, one).absolute()) for one in wanted(file)]


@cache
def listener() -> Listener:
    """The ear, loaded once: the user's own model if there is one.

    Raises:
        InputError: If the model is missing or damaged.
    """
    from simulator.language.listener import TrainedListener
    from simulator.language.model import load

    ear, card = load(_models())
    return TrainedListener(ear, card, lexicon())


def _models() -> Path:
    """Where the ear in use is: the user's own if there is one."""
    from simulator.language.model import MODEL

    folders = places.shelves("models")
    return next((one for one in folders if (one / MODEL).is_file()), folders[-1])


def lexicon() -> Path:
    """The folder of hand-written phrases."""
    return places.shipped("models") / "lexicon"


@cache
def record() -> Record:
    """The record of past sessions."""
    from simulator.store.record import SqliteRecord

    return SqliteRecord(places.home() / "record.sqlite", now)


def now() -> str:
    """The time as ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@cache
def rubric() -> Rubric:
    """The rubric in force."""
    from simulator.files.rubric import load_rubric

    return load_rubric()


def all_scenarios() -> Sequence[Scenario]:
    """All scenarios that are in order; a damaged one is left out here and named by ``coach scenario check``."""
    from simulator.errors import InputError
    from simulator.files.scenario import scenario_paths

    found = []
    for path in scenario_paths().values():
        try:
            found.append(_built(_source(path)))
        except InputError:
            continue
    return sorted(found, key=lambda scenario: (scenario.level, scenario.title))


def scenario(named: str) -> Scenario:
    """One scenario, by slug or path.

    Raises:
        InputError: If there is none, or anything in it is wrong.
    """
    from simulator.files.scenario import find_scenario

    return _built(_source(find_scenario(named)))


def find_slug(named: str) -> str:
    """The slug of a scenario that can be played.

    Raises:
        InputError: If there is none, or anything in it is wrong.
    """
    return scenario(named).slug


def wording(scenario: Scenario) -> Wording:
    """The file content of a scenario loaded in this process."""
    return _WORDINGS[scenario.hash]


def rebuild(wording: Wording) -> Scenario:
    """The scenario as it was worded when a session began."""
    from simulator.files.scenario import Source

    return _built(Source(wording.slug, f"{wording.slug} (as recorded)", wording.text))


_WORDINGS: dict[str, Wording] = {}


def _source(path: Path) -> Source:
    from simulator.files.scenario import read_source

    return read_source(path)


@cache
def _built(source: Source) -> Scenario:
    from simulator.core.record import Wording
    from simulator.files.scenario import build_scenario

    built = build_scenario(source)
    _WORDINGS[built.hash] = Wording(built.slug, built.hash, source.text)
    return built

"""What the six themes hold, loaded; a damaged file is left out here and named by ``coach scenario check``."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from simulator import places
from simulator.cli import wiring
from simulator.core.clip import Clip
from simulator.core.desk import Desk
from simulator.core.library import Library
from simulator.core.notebook import Notebook
from simulator.core.resource import Resource
from simulator.core.theme import Guide
from simulator.errors import InputError, wrong
from simulator.files.clip import FOLDER as CLIPS
from simulator.files.clip import load_clip
from simulator.files.resource import FOLDER as RESOURCES
from simulator.files.resource import load_resource
from simulator.files.shelf import find_on_shelf, on_shelf
from simulator.files.theme import FOLDER as THEMES
from simulator.files.theme import load_theme

T = TypeVar("T")


@cache
def library() -> Library:
    """Everything that is in order."""
    damaged: list[str] = []
    return Library(
        guides=tuple(sorted(_in_order(on_shelf(THEMES), load_theme, damaged), key=lambda guide: guide.order)),
        clips=tuple(sorted(_in_order(on_shelf(CLIPS), load_clip, damaged), key=lambda clip: clip.number)),
        resources=tuple(_in_order(on_shelf(RESOURCES), load_resource, damaged)),
        scenarios=tuple(wiring.all_scenarios()),
        damaged=tuple(damaged),
    )


def _in_order(paths: Mapping[str, Path], load: Callable[[Path], T], damaged: list[str]) -> list[T]:
    """What can be loaded; the names of the other files are put among the damaged."""
    found = []
    for path in paths.values():
        try:
            found.append(load(path))
        except InputError:
            damaged.append(path.name)
    return found


@cache
def notebook() -> Notebook:
    """The notebook, in the same file as the record."""
    from simulator.store.notebook import SqliteNotebook

    return SqliteNotebook(places.home() / "record.sqlite", wiring.now)


def desk() -> Desk:
    """The library with everything done so far."""
    return Desk(library(), notebook(), wiring.record())


def clip(named: str) -> Clip:
    """One clip, by slug, number or path.

    Raises:
        InputError: If there is none, or anything in it is wrong.
    """
    by_number = [one for one in library().clips if named == str(one.number)] if named.isdecimal() else []
    return by_number[0] if by_number else load_clip(find_on_shelf(CLIPS, named, "C001"))


def find_clip_slug(named: str) -> str:
    """The slug of a clip that can be watched in the app.

    Raises:
        InputError: If there is none, anything in it is wrong, or it lies where the app does not look.
    """
    return _in_app(named, clip(named).slug, on_shelf(CLIPS), "C001")


def find_resource_slug(named: str) -> str:
    """The slug of a resource that can be opened in the app.

    Raises:
        InputError: If there is none, anything in it is wrong, or it lies where the app does not look.
    """
    return _in_app(named, find_resource(named).slug, on_shelf(RESOURCES), "T111")


def _in_app(named: str, slug: str, known: Mapping[str, Path], code: str) -> str:
    if slug in known:
        return slug
    remedy = f"use --plain, or put it into a folder of {places.home() / 'scenarios'}"
    raise wrong(named, code, "lies where the app does not look", remedy)


def find_resource(named: str) -> Resource:
    """One resource.

    Raises:
        InputError: If there is none, or anything in it is wrong.
    """
    return load_resource(find_on_shelf(RESOURCES, named, "T111"))


def find_theme(named: str) -> Guide:
    """What stands behind one hexagon.

    Raises:
        InputError: If there is none, or anything in it is wrong.
    """
    return load_theme(find_on_shelf(THEMES, named, "T101"))

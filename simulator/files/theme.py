"""Theme files: checked against the schema, built into guides."""

from collections.abc import Iterator
from pathlib import Path

from simulator.core.clip import Prompt
from simulator.core.scenario import Theme
from simulator.core.theme import Guide, Way
from simulator.errors import Finding, InputError
from simulator.files.document import Document
from simulator.files.resource import FOLDER as RESOURCES
from simulator.files.schema import slips
from simulator.files.shelf import on_shelf, read_shelved

FOLDER = "themes"
UNUSABLE = ("T101", "T102")
"""The codes of a file that cannot be read, and of one that is not YAML."""


def load_theme(path: Path) -> Guide:
    """Read, check and build one theme.

    Raises:
        InputError: If the file cannot be read or anything in it is wrong; all findings are kept.
    """
    document = read_shelved(path, *UNUSABLE)
    if findings := list(theme_findings(document, path.stem)):
        raise InputError(*findings)
    return _build(document, path.stem)


def theme_findings(document: Document, slug: str) -> Iterator[Finding]:
    """Everything that keeps the document from being a theme."""
    if slug not in set(Theme):
        remedy = f"name the file one of: {', '.join(Theme)}"
        yield document.finding((), "T104", f"there is no theme called '{slug}'", remedy)
    shape = list(slips(document, "scenarios", "theme", "T103"))
    yield from shape
    if not shape:
        yield from _repeated(document)
        yield from _resources(document)


def _repeated(document: Document) -> Iterator[Finding]:
    for group in ("questions", "ways"):
        names = [one["id"] for one in document.value[group]]
        for place, name in enumerate(names):
            if name in names[:place]:
                yield document.finding((group, place, "id"), "T105", f"'{name}' stands twice", "rename one")


def _resources(document: Document) -> Iterator[Finding]:
    known = on_shelf(RESOURCES)
    for place, name in enumerate(document.value.get("resources", ())):
        if name not in known:
            remedy = f"use one of: {', '.join(known)}"
            yield document.finding(("resources", place), "T106", f"there is no resource called '{name}'", remedy)


def _build(document: Document, slug: str) -> Guide:
    raw = document.value
    lists = {name: tuple(raw.get(name, ())) for name in ("reading", "sources", "resources")}
    questions = tuple(Prompt(**one) for one in raw["questions"])
    ways = tuple(Way(**one) for one in raw["ways"])
    return Guide(**dict(raw) | lists | {"theme": Theme(slug), "questions": questions, "ways": ways})

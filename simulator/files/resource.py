"""Resource files: checked against the schema, built into values."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from simulator.core.resource import Choice, Clause, Item, Query, Resource, ResourceKind, Section, Table
from simulator.core.words import Mark
from simulator.errors import Finding, InputError
from simulator.files.document import Document
from simulator.files.schema import slips
from simulator.files.shelf import read_shelved

FOLDER = "resources"
UNUSABLE = ("T111", "T112")
"""The codes of a file that cannot be read, and of one that is not YAML."""


def load_resource(path: Path) -> Resource:
    """Read, check and build one resource.

    Raises:
        InputError: If the file cannot be read or anything in it is wrong; all findings are kept.
    """
    document = read_shelved(path, *UNUSABLE)
    if findings := list(resource_findings(document)):
        raise InputError(*findings)
    return _build(document.value, path.stem)


def resource_findings(document: Document) -> Iterator[Finding]:
    """Everything that keeps the document from being a resource."""
    shape = list(slips(document, "scenarios", "resource", "T113"))
    yield from shape
    if not shape:
        yield from _repeated(document)
        yield from _ragged(document)


def _repeated(document: Document) -> Iterator[Finding]:
    for group in ("queries", "clauses"):
        names = [one["id"] for one in document.value.get(group, ())]
        for place, name in enumerate(names):
            if name in names[:place]:
                yield document.finding((group, place, "id"), "T114", f"'{name}' stands twice", "rename one")


def _ragged(document: Document) -> Iterator[Finding]:
    """Rows that are not as long as the table's heading."""
    for place, section in enumerate(document.value.get("sections", ())):
        wide = len(section.get("table", {}).get("columns", ()))
        for number, row in enumerate(section.get("table", {}).get("rows", ())):
            if len(row) != wide:
                at = ("sections", place, "table", "rows", number)
                yield document.finding(at, "T115", f"has {len(row)} cells, not {wide}", "give every row the same cells")


def _build(raw: Mapping[str, Any], slug: str) -> Resource:
    built = {
        "slug": slug,
        "kind": ResourceKind(raw["kind"]),
        "sections": tuple(_section(one) for one in raw.get("sections", ())),
        "queries": tuple(_query(one) for one in raw.get("queries", ())),
        "clauses": tuple(_clause(one) for one in raw.get("clauses", ())),
        "sources": tuple(raw.get("sources", ())),
    }
    return Resource(**dict(raw) | built)


def _section(raw: Mapping[str, Any]) -> Section:
    table = raw.get("table")
    built = {
        "text": tuple(raw.get("text", ())),
        "points": tuple(Item(**one) for one in raw.get("points", ())),
        "table": Table(columns=tuple(table["columns"]), rows=tuple(map(tuple, table["rows"]))) if table else None,
    }
    return Section(**dict(raw) | built)


def _query(raw: Mapping[str, Any]) -> Query:
    return Query(**dict(raw) | {"choices": tuple(Choice(**one) for one in raw["choices"])})


def _clause(raw: Mapping[str, Any]) -> Clause:
    return Clause(**dict(raw) | {"marks": tuple(Mark(name) for name in raw.get("marks", ()))})

"""Clip files: checked against the schema, built into values."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from simulator.core.clip import Clip, ClipKind, ClipLine, Part, Person, Prompt, Slip, Twin
from simulator.core.moves import Move
from simulator.core.scenario import Theme
from simulator.errors import Finding, InputError
from simulator.files.document import Document, Path_
from simulator.files.scenario import scenario_paths
from simulator.files.schema import slips
from simulator.files.shelf import read_shelved

FOLDER = "clips"
UNUSABLE = ("C001", "C002")
"""The codes of a file that cannot be read, and of one that is not YAML."""


def load_clip(path: Path) -> Clip:
    """Read, check and build one clip.

    Raises:
        InputError: If the file cannot be read or anything in it is wrong; all findings are kept.
    """
    document = read_shelved(path, *UNUSABLE)
    if findings := list(clip_findings(document)):
        raise InputError(*findings)
    return _build(document, path.stem)


def clip_findings(document: Document) -> Iterator[Finding]:
    """Everything that keeps the document from being a clip."""
    shape = list(slips(document, "scenarios", "clip", "C003"))
    yield from shape
    if not shape:
        yield from _speakers(document)
        yield from _slipless(document)
        yield from _questions(document)
        yield from _scenario(document)


def _speakers(document: Document) -> Iterator[Finding]:
    """Lines by nobody, and slips of somebody who isn't the coach."""
    parts = {person["name"]: person["part"] for person in document.value["people"]}
    for path, line in _lines_of(document):
        if line["who"] not in parts:
            remedy = f"use one of: {', '.join(parts)}"
            yield document.finding((*path, "who"), "C004", f"nobody is called '{line['who']}'", remedy)
        elif parts[line["who"]] != Part.COACH and ("slip" in line or "move" in line):
            problem = f"{line['who']} is no coach, so this line cannot be marked"
            yield document.finding(path, "C005", problem, "mark the coach's lines only")


def _lines_of(document: Document) -> Iterator[tuple[Path_, Mapping[str, Any]]]:
    """The lines of the scene and of its strong twin, with their paths."""
    raw = document.value
    yield from ((("scene", place), line) for place, line in enumerate(raw["scene"]))
    strong = raw.get("strong", {}).get("scene", ())
    yield from ((("strong", "scene", place), line) for place, line in enumerate(strong))


def _slipless(document: Document) -> Iterator[Finding]:
    """A weak clip needs something to spot, and a coach and a coachee."""
    raw = document.value
    if raw["kind"] != ClipKind.WEAK:
        return
    if not any("slip" in line for line in raw["scene"]):
        yield document.finding(("scene",), "C006", "has nothing to spot", "mark at least one line with a slip")
    for part in (Part.COACH, Part.COACHEE):
        if sum(person["part"] == part for person in raw["people"]) != 1:
            yield document.finding(("people",), "C007", f"needs exactly one {part}", "give each person the right part")


def _questions(document: Document) -> Iterator[Finding]:
    names = [question["id"] for question in document.value["questions"]]
    for place, name in enumerate(names):
        if name in names[:place]:
            at = ("questions", place, "id")
            yield document.finding(at, "C008", f"question '{name}' stands twice", "rename one")


def _scenario(document: Document) -> Iterator[Finding]:
    named, known = document.value.get("scenario"), scenario_paths()
    if named and named not in known:
        remedy = f"use one of: {', '.join(known)}"
        yield document.finding(("scenario",), "C009", f"there is no scenario called '{named}'", remedy)


def _build(document: Document, slug: str) -> Clip:
    raw = document.value
    strong = raw.get("strong")
    return Clip(
        slug=slug,
        title=raw["title"],
        version=raw["version"],
        hash=document.hash,
        number=raw["number"],
        theme=Theme(raw["theme"]),
        kind=ClipKind(raw["kind"]),
        about=raw["about"],
        people=tuple(Person(**one | {"part": Part(one["part"])}) for one in raw["people"]),
        scene=_scene(raw["scene"]),
        questions=tuple(Prompt(**one) for one in raw["questions"]),
        scenario=raw.get("scenario", ""),
        twin=Twin(**strong | {"scene": _scene(strong["scene"])}) if strong else None,
    )


def _scene(raws: Iterable[Mapping[str, Any]]) -> tuple[ClipLine, ...]:
    return tuple(_line(raw) for raw in raws)


def _line(raw: Mapping[str, Any]) -> ClipLine:
    move = Move(raw["move"]) if "move" in raw else None
    slip = _slip(raw["slip"]) if "slip" in raw else None
    return ClipLine(**dict(raw) | {"move": move, "slip": slip})


def _slip(raw: Mapping[str, Any]) -> Slip:
    moves = tuple(Move(name) for name in (raw["move"], *raw.get("or", ())))
    return Slip(moves=moves, dimension=raw["dimension"], did=raw["did"], why=raw["why"])

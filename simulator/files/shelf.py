"""A shelf: one folder of data under ``scenarios``, where the user's own files override the shipped ones by name."""

from collections.abc import Mapping
from pathlib import Path

from simulator.errors import wrong
from simulator.files.document import Document, parse_document
from simulator.files.text import read_text
from simulator.places import shelves


def on_shelf(folder: str) -> Mapping[str, Path]:
    """All files of a folder by slug."""
    found: dict[str, Path] = {}
    for room in reversed(shelves("scenarios")):
        found |= {path.stem: path for path in sorted((room / folder).glob("*.yaml"))}
    return dict(sorted(found.items()))


def find_on_shelf(folder: str, named: str, code: str) -> Path:
    """The file for a slug or a path.

    Args:
        folder: ``themes``, ``clips`` or ``resources``.
        named: What was typed.
        code: The code of the finding if there is none.

    Raises:
        InputError: If there is no such file.
    """
    paths = on_shelf(folder)
    if named in paths:
        return paths[named]
    if Path(named).suffix in {".yaml", ".yml"} or Path(named).is_file():
        return Path(named)
    known = ", ".join(paths) or "none"
    raise wrong(named, code, f"there is nothing called '{named}' in {folder}", f"use a path or one of: {known}")


def read_shelved(path: Path, unreadable: str, broken: str) -> Document:
    """A file's document.

    Args:
        path: The file.
        unreadable: The code of the finding if it cannot be read.
        broken: The code of the finding if it is not YAML.

    Raises:
        InputError: If it cannot be read or is not YAML.
    """
    return parse_document(read_text(path, unreadable), str(path), broken)

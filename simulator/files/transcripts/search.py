"""The transcripts that paths, folders and patterns stand for."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from glob import has_magic, iglob
from pathlib import Path
from typing import NamedTuple

from simulator.files.transcript import SUFFIXES

_LIKELY = SUFFIXES | {".doc", ".odt", ".rtf"}
"""What may hold a transcript. Those that cannot be read are named, so that nobody thinks them scored."""
_PASSED_OVER = (".", "~$")
"""Hidden files, and the locks that Word leaves beside an open document."""


class Found(NamedTuple):
    """One transcript to be read."""

    path: Path
    """As the person named it, or as it lies in the folder they named."""
    within: Path
    """Its place in that folder, or its name."""


def is_many(named: Sequence[str]) -> bool:
    """Can these arguments stand for more than one transcript?"""
    return len(named) != 1 or any(Path(name).is_dir() or _is_pattern(name) for name in named)


def search(named: Sequence[str]) -> Iterator[Found]:
    """Every transcript that arguments stand for, one folder at a time, so that any number of files may be there.

    What stands for nothing is given back as it is: reading it says what is wrong.
    """
    for name in named:
        behind = _behind(name)
        yield next(behind, Found(Path(name), Path(Path(name).name)))
        yield from behind


def distinct(found: Iterator[Found]) -> Iterator[Found]:
    """The same transcripts, with a number before a name that was there already, so that no report covers another."""
    times: Counter[str] = Counter()
    for path, within in found:
        key = str(within).casefold()
        times[key] += 1
        yield Found(path, within.with_name(f"{times[key]}-{within.name}") if times[key] > 1 else within)


def _behind(name: str) -> Iterator[Found]:
    if Path(name).is_dir():
        yield from _inside(Path(name))
    elif _is_pattern(name):
        for path in sorted(iglob(name, recursive=True)):  # noqa: PTH207 - a pattern may begin at the root
            if Path(path).is_file():
                yield Found(Path(path), Path(Path(path).name))


def _inside(folder: Path) -> Iterator[Found]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith(_PASSED_OVER))
        for file in sorted(files):
            path = Path(place, file)
            if path.suffix.lower() in _LIKELY and not file.startswith(_PASSED_OVER):
                yield Found(path, path.relative_to(folder))


def _is_pattern(name: str) -> bool:
    """Is it a pattern that no shell has resolved, and not a file with brackets in its name?"""
    return has_magic(name) and not Path(name).exists()

"""What report is wanted, and where: said before anything that lays it out is loaded."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

SUFFIXES = (".html", ".pdf")
"""The layouts there are."""


class Wanted(NamedTuple):
    """A layout and where it goes."""

    suffix: str
    """``.html`` or ``.pdf``."""
    out: Path
    """A file; a folder where there is one of that name, or where many reports are written."""


def wanted(file: str) -> Sequence[Wanted]:
    """What somebody wants who names one file: its own layout, or every layout where the name does not say."""
    path = Path(file).expanduser()
    if not path.name or path.is_dir():
        path /= "debrief"
    if path.suffix.lower() in SUFFIXES:
        return [Wanted(path.suffix.lower(), path)]
    return [Wanted(suffix, path.with_name(path.name + suffix)) for suffix in SUFFIXES]

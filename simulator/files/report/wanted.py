"""What report is wanted, and where: said before anything that lays it out is loaded."""

from pathlib import Path
from typing import NamedTuple


class Wanted(NamedTuple):
    """A layout and where it goes."""

    suffix: str
    """``.html`` or ``.pdf``."""
    out: Path
    """A file; a folder where there is one of that name, or where many reports are written."""

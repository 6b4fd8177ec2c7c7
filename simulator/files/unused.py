"""Names for new files."""

from itertools import count
from pathlib import Path


def unused(path: Path) -> Path:
    """The path, or where a file is there already the next free name beside it: nobody's work is written over."""
    if not path.exists():
        return path
    beside = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(other for other in beside if not other.exists())

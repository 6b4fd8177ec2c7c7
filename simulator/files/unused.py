"""Names of files as they are typed, and names for new ones."""

from contextlib import suppress
from itertools import count
from pathlib import Path


def typed_path(typed: str) -> Path:
    """The path, with a ``~`` as the person's own folder where there is one of that name."""
    path = Path(typed)
    with suppress(RuntimeError):
        return path.expanduser()
    return path


def unused(path: Path) -> Path:
    """The path, or where a file is there already the next free name beside it: nobody's work is written over."""
    if not _is_there(path):
        return path
    beside = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return next(other for other in beside if not _is_there(other))


def _is_there(path: Path) -> bool:
    """Is anything there? What cannot be looked at cannot be written either, and says so then."""
    try:
        return path.exists()
    except OSError:
        return False

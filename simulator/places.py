"""Where the shipped data and the user's own folders are."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).parent
PRIVATE = 0o700
"""Practice is private: folders are for their owner only."""


def shipped(room: str) -> Path:
    """The folder of shipped data called ``room``: scenarios, models or rubric.

    In the installed package it is ``simulator/data``; in a checkout it lies beside the package.
    """
    packaged = _PACKAGE / "data" / room
    return packaged if packaged.is_dir() else _PACKAGE.parent / room


def is_packaged(path: Path) -> bool:
    """Does it belong to the installed package, which is for reading only?"""
    return (_PACKAGE / "data").resolve() in path.resolve().parents


def home() -> Path:
    """The user's own folder, made when first asked for and readable by its owner only.

    ``COACH_HOME`` overrides the place that the operating system suggests.
    """
    folder = _home_path()
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    folder.chmod(PRIVATE)
    return folder


def shelves(room: str) -> tuple[Path, ...]:
    """Folders to look in for ``room``, the user's own first: theirs override ours by name."""
    own = _home_path() / room
    return (own, shipped(room)) if own.is_dir() else (shipped(room),)


def _home_path() -> Path:
    if chosen := os.environ.get("COACH_HOME"):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - only where no folder was chosen

    return user_data_path("coach", appauthor=False)

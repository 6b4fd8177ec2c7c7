"""What a person wishes to see next, said by any screen and granted by the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from simulator.core.telling import Passage


class Kind(StrEnum):
    """What can be wished for."""

    THEMES = "themes"
    THEME = "theme"
    CLIP = "clip"
    SCENARIO = "scenario"
    SESSION = "session"
    RESOURCE = "resource"
    AGREEMENT = "agreement"
    PLAN = "plan"
    TIMETABLE = "timetable"


@dataclass
class Wanted(Message):
    """Show this next."""

    kind: Kind
    name: str = ""
    """Its own name, where there are several."""


@dataclass
class Exported(Message):
    """A page is to be written to a file."""

    passages: Sequence[Passage]
    file: str
    """As typed."""

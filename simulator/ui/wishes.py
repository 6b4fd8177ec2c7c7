"""What a person wishes to see next, said by any screen and granted by the app."""

from __future__ import annotations

import re
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
    CARD = "card"
    CLIPS = "clips"


@dataclass
class Wanted(Message):
    """Show this next."""

    kind: Kind
    name: str = ""
    """Its own name, where there are several."""


_COMMAND = re.compile(
    r"\bcoach (practise|watch|theme|agreement|plan|timetable|school-check)\b(?: ([a-z0-9]+(?:-[a-z0-9]+)*))?"
)
_KINDS = {"practise": Kind.SCENARIO, "watch": Kind.CLIP, "theme": Kind.THEME, "school-check": Kind.RESOURCE}


def wish_in(text: str) -> Wanted | None:
    """What a command that stands in a text would show, or None."""
    found = _COMMAND.search(text)
    if found is None:
        return None
    command, name = found[1], found[2] or ""
    return Wanted(_KINDS[command], name) if command in _KINDS else Wanted(Kind(command))


@dataclass
class Exported(Message):
    """A page is to be written to a file."""

    passages: Sequence[Passage]
    file: str
    """As typed."""

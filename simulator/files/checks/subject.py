"""What is checked: a scenario with its document, and ways to walk its texts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from simulator.core.rubric import Rubric
from simulator.core.scenario import Scenario
from simulator.errors import Finding
from simulator.files.checks.settings import Settings
from simulator.files.document import Document, Path_

_PROSE = frozenset(["text", "thought", "title", "situation", "role", "aim", "know", "about", "say", "why"])
"""Keys whose values are sentences for people."""


class Said(NamedTuple):
    """A text and where it stands."""

    place: Path_
    text: str


@dataclass(frozen=True, kw_only=True)
class Subject:
    """One scenario to be checked."""

    document: Document
    scenario: Scenario
    settings: Settings
    rubric: Rubric

    @cached_property
    def prose(self) -> tuple[Said, ...]:
        """Every sentence for people, in the order of the file."""
        keyed = (place for place in self.document.places if _key(place) in _PROSE)
        found = (Said(place, self.value(place)) for place in keyed)
        return tuple(said for said in found if isinstance(said.text, str))

    @cached_property
    def lines(self) -> tuple[Said, ...]:
        """Every line that the coachee can say, in the order of the file."""
        return tuple(said for said in self.prose if said.place[-1] == "text")

    def value(self, place: Path_) -> Any:
        """What stands at a place."""
        value = self.document.value
        for step in place:
            value = value[step]
        return value

    def finding(self, place: Path_, code: str, problem: str, remedy: str) -> Finding:
        """A finding about the value at a place."""
        return self.document.finding(place, code, problem, remedy)


Check = Callable[[Subject], Iterator[Finding]]


def shortened(text: str) -> str:
    """The beginning of a text, to find it by."""
    return text if len(text) <= 40 else f"{text[:37]}..."


def _key(place: Path_) -> str:
    """The last name on the way to a value: entries of a list go by the list's name."""
    return next((step for step in reversed(place) if isinstance(step, str)), "")

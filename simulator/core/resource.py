"""Resources: pages to read, reviews that answer back, and the learning agreement's template."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from simulator.core.words import Mark


class ResourceKind(StrEnum):
    """What there is to do with a resource."""

    PAGE = "page"
    REVIEW = "review"
    AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One point on a page."""

    text: str
    practise: str = ""
    """Where in the app it is practised: a command, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows beside each other."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with what belongs to it."""

    heading: str
    text: tuple[str, ...] = ()
    points: tuple[Item, ...] = ()
    table: Table | None = None
    fictional: bool = False
    """Is this an invented school?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer of a review, and what is said to those who give it."""

    id: str
    text: str
    warning: str = ""
    """Plain words about what will go wrong. Empty where nothing will."""
    suggestion: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One question of a review."""

    id: str
    heading: str
    ask: str
    why: str
    """What is known about it, shown before the question."""
    choices: tuple[Choice, ...]
    pairs: bool = False
    """Are names asked for too, who coaches whom and who manages whom?"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One thing that a learning agreement settles."""

    id: str
    title: str
    ask: str
    example: str
    why: str
    said: str = ""
    """What to say about it in the conversation, for the debrief."""
    marks: tuple[Mark, ...] = ()
    """How the debrief tells that it was talked about; empty where it cannot."""


@dataclass(frozen=True, kw_only=True)
class Resource:
    """One resource of any kind; what its kind does not use is empty."""

    slug: str
    title: str
    version: int
    kind: ResourceKind
    about: str
    fictional: bool = False
    sections: tuple[Section, ...] = ()
    queries: tuple[Query, ...] = ()
    clauses: tuple[Clause, ...] = ()
    sources: tuple[str, ...] = ()

    def query_place(self, query: Query) -> str:
        """Where the choice is kept."""
        return f"review/{self.slug}/{query.id}"

    def pairs_place(self, query: Query) -> str:
        """Where the names of pairs are kept."""
        return f"review/{self.slug}/{query.id}/pairs"

    def clause_place(self, clause: Clause) -> str:
        """Where the wording of a clause is kept."""
        return f"agreement/{clause.id}"


def chosen(query: Query, name: str) -> Choice | None:
    """The choice of that id, or None."""
    return next((choice for choice in query.choices if choice.id == name), None)


def by_slug(resources: Sequence[Resource], slug: str) -> Resource | None:
    """The resource of that name, or None."""
    return next((resource for resource in resources if resource.slug == slug), None)

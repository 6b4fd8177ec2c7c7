"""Guides, pages and reviews told in passages that every front end shows in its own way."""

from collections.abc import Iterator, Sequence

from simulator.core.library import Work
from simulator.core.pairs import read_pairs, trouble
from simulator.core.resource import Choice, Query, Resource, ResourceKind, Section, chosen
from simulator.core.telling import Passage, Style
from simulator.core.theme import Guide

DEFINITION = "Coaching is helping somebody to think aloud about their own work, so that they learn and grow by it."
"""After Clay and Weston: facilitating a reflective conversation to stimulate learning and growth."""
STEP = "Who does it, by when, and how will you know?"
"""Asked of every ticked way forward."""
PAIRS = "Who coaches whom? One pair a line: coach, coachee, manager of the coachee."
"""Asked where a review looks at pairs."""
_INVENTED = "An invented school. Nobody in it is real."


def tell_guide(guide: Guide) -> Iterator[Passage]:
    """A theme's reading with its sources."""
    for paragraph in guide.reading:
        yield Passage(Style.TEXT, paragraph)
    yield Passage(Style.HEADING, "Where this comes from")
    for source in guide.sources:
        yield Passage(Style.NOTE, source)


def tell_page(resource: Resource) -> Iterator[Passage]:
    """A page, or what stands on a review besides its questions."""
    yield Passage(Style.TITLE, resource.title)
    yield Passage(Style.TEXT, resource.about)
    if resource.fictional:
        yield Passage(Style.NOTE, _INVENTED)
    for section in resource.sections:
        yield from _section(section)
    for source in resource.sources:
        yield Passage(Style.NOTE, f"Source: {source}")


def _section(section: Section) -> Iterator[Passage]:
    yield Passage(Style.HEADING, section.heading)
    if section.fictional:
        yield Passage(Style.NOTE, _INVENTED)
    for paragraph in section.text:
        yield Passage(Style.TEXT, paragraph)
    for item in section.points:
        yield Passage(Style.TEXT, f"• {item.text}")
        if item.practise:
            yield Passage(Style.BETTER, item.practise)
    if section.table:
        yield from _rows(section.table.columns, section.table.rows)


def _rows(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Passage]:
    """A table row by row: it fits every width, and can be read aloud."""
    for row in rows:
        yield Passage(Style.ASPECT, row[0])
        for column, cell in zip(columns[1:], row[1:], strict=True):
            yield Passage(Style.TEXT, f"{column}: {cell}")


def tell_review(resource: Resource, work: Work) -> Iterator[Passage]:
    """What a review found: warnings and suggestions with their reasons, then its stories."""
    yield Passage(Style.TITLE, resource.title)
    answered = [(query, chosen(query, work.answer(resource.query_place(query)))) for query in resource.queries]
    for query, choice in answered:
        if choice:
            yield from _answered(resource, query, choice, work)
    if open_ones := [query.heading for query, choice in answered if choice is None]:
        yield Passage(Style.NOTE, f"Not answered yet: {'; '.join(open_ones)}")
    for section in resource.sections:
        yield from _section(section)
    for source in resource.sources:
        yield Passage(Style.NOTE, f"Source: {source}")


def _answered(resource: Resource, query: Query, choice: Choice, work: Work) -> Iterator[Passage]:
    yield Passage(Style.HEADING, query.heading)
    yield Passage(Style.TEXT, f"{query.ask} {choice.text}.")
    yield from tell_choice(choice)
    if query.pairs:
        yield from tell_pairs(work.answer(resource.pairs_place(query)))


def tell_choice(choice: Choice) -> Iterator[Passage]:
    """What is said to those who choose it, at once."""
    if choice.warning:
        yield Passage(Style.WARNING, choice.warning)
    if choice.reason:
        yield Passage(Style.NOTE, f"Why: {choice.reason}")
    if choice.suggestion:
        yield Passage(Style.BETTER, choice.suggestion)
    if not (choice.warning or choice.suggestion):
        yield Passage(Style.NOTE, "Nothing to warn of here.")


def tell_pairs(text: str) -> Iterator[Passage]:
    """What is wrong with who coaches whom."""
    pairs, unread = read_pairs(text)
    problems = list(trouble(pairs))
    for problem, reason in problems:
        yield Passage(Style.WARNING, problem)
        yield Passage(Style.NOTE, f"Why: {reason}")
    for line in unread:
        yield Passage(Style.NOTE, f"Not understood: “{line}”. Write: coach, coachee, manager of the coachee.")
    if pairs and not problems:
        yield Passage(
            Style.NOTE, f"{len(pairs)} pair{'' if len(pairs) == 1 else 's'}, and nobody coaches those they manage."
        )


def warnings(resource: Resource, work: Work) -> Iterator[tuple[Query, Choice]]:
    """The answers of a review that carry a warning or a suggestion."""
    if resource.kind is ResourceKind.REVIEW:
        for query in resource.queries:
            choice = chosen(query, work.answer(resource.query_place(query)))
            if choice and (choice.warning or choice.suggestion):
                yield query, choice

"""The learning agreement: what was worded, as a page, and whether a conversation kept to it."""

from collections.abc import Iterator, Sequence

from simulator.core.hearing import Heard, Hearing
from simulator.core.library import Work
from simulator.core.resource import Clause, Resource
from simulator.core.telling import Passage, Style
from simulator.core.words import Mark

LEFT_OUT = "-"
"""Typed in place of a clause that the two don't want."""


def is_begun(template: Resource, work: Work) -> bool:
    """Is anything in it worded yet?"""
    return any(worded(template, work))


def tell_agreement(template: Resource, work: Work, empty: bool = True) -> Iterator[Passage]:
    """The agreement as a page.

    Args:
        template: The clauses.
        work: With the wordings.
        empty: Show what is not worded yet, to be filled in by hand?
    """
    yield Passage(Style.TITLE, template.title)
    for clause in template.clauses:
        wording = work.answer(template.clause_place(clause))
        if wording != LEFT_OUT and (wording or empty):
            yield Passage(Style.HEADING, clause.title)
            yield Passage(Style.TEXT if wording else Style.NOTE, wording or f"({clause.ask})")


def carried_place(slug: str) -> str:
    """Where it is kept that the agreement goes into a scenario."""
    return f"agreement/carried/{slug}"


def tell_carried(template: Resource, work: Work) -> Iterator[Passage]:
    """The agreement as a brief shows it."""
    yield Passage(Style.HEADING, "Your learning agreement, held against what you say")
    for clause, wording in worded(template, work):
        yield Passage(Style.TEXT, f"{clause.title}: {wording}")


def worded(template: Resource, work: Work) -> Iterator[tuple[Clause, str]]:
    """The clauses that are worded, without those that are left out."""
    for clause in template.clauses:
        wording = work.answer(template.clause_place(clause))
        if wording and wording != LEFT_OUT:
            yield clause, wording


def tell_kept(template: Resource, work: Work, conversation: Sequence[Heard]) -> Iterator[Passage]:
    """Clause by clause: was what you agreed also said? Nothing where nothing was agreed."""
    clauses = [(clause, wording) for clause, wording in worded(template, work) if clause.marks]
    if clauses:
        yield Passage(Style.HEADING, "Your learning agreement")
    for clause, wording in clauses:
        yield from _kept(clause, wording, conversation)


def _kept(clause: Clause, wording: str, conversation: Sequence[Heard]) -> Iterator[Passage]:
    at = spoken_of(clause.marks, conversation)
    if at is None:
        yield Passage(Style.TEXT, f"{clause.title}: not heard. You had agreed: {wording}")
        if clause.said:
            yield Passage(Style.BETTER, clause.said, clause.said)
    else:
        yield Passage(Style.TEXT, f"{clause.title}: spoken of at [{at}].")


def spoken_of(marks: Sequence[Mark], conversation: Sequence[Heard]) -> int | None:
    """The first turn of the coach's that mentions any of these, counted from 0, or None."""
    wanted = set(marks)
    for turn, heard in enumerate(conversation):
        if isinstance(heard, Hearing) and any(not wanted.isdisjoint(segment.marks) for segment in heard.sure):
            return turn
    return None

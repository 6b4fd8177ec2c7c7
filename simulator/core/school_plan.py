"""The school action plan: everything that was ticked, answered and found, on one page."""

from collections.abc import Iterator

from simulator.core.agreement import is_begun, tell_agreement
from simulator.core.library import Library, Work
from simulator.core.pairs import read_pairs, trouble
from simulator.core.reading import DEFINITION, warnings
from simulator.core.resource import Resource
from simulator.core.telling import Passage, Style
from simulator.core.theme import Guide

_NOTHING = "Nothing is ticked yet. Open a theme, and tick the ways forward that fit your school."


def tell_plan(library: Library, work: Work, answers: bool = True) -> Iterator[Passage]:
    """The plan in passages. What is private stays out: nothing about clips or conversations is in it.

    Args:
        library: What there is.
        work: What was ticked and answered.
        answers: Is what one person or one pair worded to be in it, too?
    """
    yield Passage(Style.TITLE, "School action plan for coaching")
    yield Passage(Style.NOTE, DEFINITION)
    if not any(_ticked(guide, work) for guide in library.guides):
        yield Passage(Style.TEXT, _NOTHING)
    for guide in library.guides:
        yield from _theme(guide, work, answers)
    for resource in library.resources:
        yield from _found(resource, work)
    template = library.agreement
    if answers and template and is_begun(template, work):
        yield from tell_agreement(template, work, empty=False)


def _ticked(guide: Guide, work: Work) -> bool:
    return any(work.is_ticked(guide.way_place(way)) for way in guide.ways)


def _theme(guide: Guide, work: Work, with_answers: bool) -> Iterator[Passage]:
    asked = guide.questions if with_answers else ()
    answers = [(one, answer) for one in asked if (answer := work.answer(guide.question_place(one)))]
    if not (answers or _ticked(guide, work)):
        return
    yield Passage(Style.HEADING, guide.title)
    for way in guide.ways:
        if work.is_ticked(guide.way_place(way)):
            step = work.answer(guide.step_place(way)) or "who, by when, and how you'll know: not yet said"
            yield Passage(Style.TEXT, f"[ ] {way.text}")
            yield Passage(Style.NOTE, step)
    for question, answer in answers:
        yield Passage(Style.TEXT, question.text)
        yield Passage(Style.QUOTE, answer)


def _found(resource: Resource, work: Work) -> Iterator[Passage]:
    found = list(warnings(resource, work))
    if found:
        yield Passage(Style.HEADING, resource.title)
    for query, choice in found:
        yield Passage(
            Style.WARNING if choice.warning else Style.TEXT, f"{query.ask} {choice.text}. {choice.warning}".strip()
        )
        if choice.suggestion:
            yield Passage(Style.BETTER, choice.suggestion)
    for query in resource.queries:
        pairs, _ = read_pairs(work.answer(resource.pairs_place(query)))
        yield from (Passage(Style.WARNING, problem) for problem, _ in trouble(pairs))

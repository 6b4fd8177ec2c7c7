"""What a report holds, as plain values that both layouts read, so that they say the same."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from simulator.core.annotation import runs
from simulator.core.course import courses, swings
from simulator.core.debrief import Debrief
from simulator.core.hearing import Hearing
from simulator.core.passage import MARKS, Part, Passage, Section, Style
from simulator.core.remarks import NOTHING_ADDED, Remarks
from simulator.core.rubric import Rubric
from simulator.core.session import Session
from simulator.core.telling import sections, summary
from simulator.files.report.plots import course_plot, levels_plot, talk_plot
from simulator.files.report.svg import Plot, for_page, for_paper

Sheet = Mapping[str, Any]
"""Only texts, numbers, truth values, lists and mappings of these."""

_BEGINS = frozenset({Style.ASPECT, Style.TEXT, Style.COACH, Style.COACHEE})
"""Passages that begin a block; the others belong to the one before."""
_GAP = "  "
"""Between the labels of a response's segments."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def sheet(
    debrief: Debrief, rubric: Rubric, about: str, session: Session | None = None, remarks: Remarks = NOTHING_ADDED
) -> Sheet:
    """Everything that a report says.

    Args:
        debrief: What was found.
        rubric: The standard it was held against.
        about: What was debriefed: a scenario's title or a file's name.
        session: The conversation with its thoughts; None for a transcript.
        remarks: What the coach adds.
    """
    plots = _plots(debrief, session, remarks)
    return {
        "about": _printable(about),
        "summary": [_passage(passage) for passage in summary(debrief, rubric, remarks)],
        "sections": [_section(section, plots) for section in sections(debrief, rubric, session, remarks)],
        "families": [{"name": family, "mark": mark} for family, mark in MARKS.items()],
        "standard": _printable(rubric.standard),
    }


def _plots(debrief: Debrief, session: Session | None, remarks: Remarks) -> Mapping[Part, Plot]:
    found = {}
    if debrief.scored.overall.value is not None:
        found[Part.DIMENSIONS] = levels_plot(debrief.aspects, remarks.view.levels)
    if debrief.conversation:
        found[Part.FLOW] = talk_plot(debrief.conversation)
    if session and session.turns:
        found[Part.COURSE] = course_plot(courses(session), swings(session))
    return found


def _section(section: Section, plots: Mapping[Part, Plot]) -> Sheet:
    plot = plots.get(section.part)
    pictures = {"page": for_page(plot), "paper": for_paper(plot), "alt": plot.alt} if plot else None
    return {
        "part": section.part,
        "title": section.title,
        "plot": pictures,
        "blocks": [[_passage(passage) for passage in block] for block in _blocks(section)],
    }


def _blocks(section: Section) -> Iterator[list[Passage]]:
    block: list[Passage] = []
    for passage, following in pairwise((*section.passages, None)):
        if passage and block and _begins(section.part, passage, following):
            yield block
            block = []
        block += [passage] if passage else []
    if block:
        yield block


def _begins(part: Part, passage: Passage, following: Passage | None) -> bool:
    """Does a block begin here? A moment of push-back is what was pushed back, the reply, and what came next."""
    if part is Part.PUSH_BACK:
        return passage.style is Style.COACHEE and following is not None and following.style is Style.COACH
    return passage.style in _BEGINS


def _passage(passage: Passage) -> Sheet:
    return {
        "style": passage.style,
        "lead": _printable(passage.lead),
        "rest": _printable(_rest(passage)),
        "turn": passage.turn,
        "runs": _runs(passage.hearing) if passage.hearing else [],
    }


def _rest(passage: Passage) -> str:
    """The words after the lead: under a heading of their own they are a sentence."""
    rest = passage.text.removeprefix(passage.lead)
    if rest.startswith(": ") and passage.lead:
        return rest[2:3].upper() + rest[3:]
    return rest.replace(_GAP, " · ") if passage.style is Style.NOTE else rest.strip()


def _runs(hearing: Hearing) -> Sequence[Sheet]:
    """The words of a response, each piece with the family of its segment."""
    found = []
    for run in runs(hearing):
        segment = None if run.segment is None else hearing.segments[run.segment]
        found.append(
            {
                "text": _printable(run.text),
                "family": segment.family if segment else "",
                "mark": MARKS[segment.family] if segment and run.is_first else "",
                "unsure": bool(segment and segment.unsure),
                "cue": run.is_cue,
            }
        )
    return found


def _printable(text: str) -> str:
    """The text without what neither page can hold."""
    return _UNPRINTABLE.sub("\ufffd", text)

"""Checks on the coachee's lines: to-dos left, too few, two of one name, no thought, two that are nearly the same."""

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz, process

from simulator.errors import Finding
from simulator.files.checks.subject import Said, Subject, shortened
from simulator.files.document import Path_

TO_DO = "TODO"
"""How every text of the template begins."""
_FEW_WORDS = 4
"""Shorter lines may be alike: there are only so many ways to say yes."""


def to_dos(subject: Subject) -> Iterator[Finding]:
    """Words of the template that are still there, one finding for each list or block."""
    left: dict[Path_, int] = {}
    for said in subject.prose:
        if said.text.startswith(TO_DO):
            block = _block(said.place)
            left[block] = left.get(block, 0) + 1
    for block, times in left.items():
        name = subject.value((*block, "id")) if block[0] == "topics" else ".".join(map(str, block))
        problem = f"'{name}' still has {times} of the template's texts"
        yield subject.finding(block, "S008", problem, f"write your own where it says {TO_DO}")


def too_little(subject: Subject) -> Iterator[Finding]:
    """Fewer topics or lines than a conversation needs."""
    limits = subject.settings.limits
    topics, lines = len(subject.scenario.topics), len(subject.lines)
    if topics < limits.least_topics:
        problem = f"has {topics} topics, and a conversation wants {limits.least_topics}"
        yield subject.finding(("topics",), "S009", problem, "add what else the coachee knows about")
    if lines < limits.least_lines:
        problem = f"has {lines} lines, and a conversation wants {limits.least_lines}"
        yield subject.finding(("lines",), "S009", problem, "add lines, those of the topics first")


def repeated_ids(subject: Subject) -> Iterator[Finding]:
    """Ids that stand twice: a line that was said would keep the other from being said."""
    first: dict[str, int] = {}
    for place, (line, _) in subject.document.places.items():
        if place[-1:] == ("id",) and _is_line(place):
            name = subject.value(place)
            if name in first:
                problem = f"line id '{name}' also stands in line {first[name]}"
                yield subject.finding(place, "S007", problem, "change one, or leave it out")
            first.setdefault(name, line)


def missing_thoughts(subject: Subject) -> Iterator[Finding]:
    """Lines that keep nothing back: the debrief has nothing to reveal."""
    for said in subject.lines:
        raw: Mapping[str, object] = subject.value(said.place[:-1])
        if not raw.get("thought") and said.place[0] != "silences":
            problem = f"'{shortened(said.text)}' has no thought"
            yield subject.finding(said.place, "S055", problem, "add 'thought:', what they do not say")


def nearly_the_same(subject: Subject) -> Iterator[Finding]:
    """Lines that would sound like a repetition of an earlier one."""
    lines = [said for said in subject.lines if _is_comparable(said.text)]
    texts = [said.text.lower() for said in lines]
    most = subject.settings.limits.most_alike
    alike = process.cdist(texts, texts, scorer=fuzz.ratio, score_cutoff=most + 0.01)
    first: dict[int, int] = {}
    for earlier, later in zip(*alike.nonzero(), strict=True):
        if earlier < later and texts[earlier] != texts[later]:
            first.setdefault(later, earlier)
    for later, earlier in first.items():
        yield _alike(subject, lines[earlier], lines[later])


def _is_comparable(text: str) -> bool:
    return len(text.split()) >= _FEW_WORDS and not text.startswith(TO_DO)


def _alike(subject: Subject, earlier: Said, later: Said) -> Finding:
    line, _ = subject.document.places[earlier.place]
    problem = f"'{shortened(later.text)}' is nearly the line in line {line}"
    return subject.finding(later.place, "S056", problem, "word one of them differently")


def _is_line(place: Path_) -> bool:
    """Is it inside a list of lines, rather than a topic's own id?"""
    return not (place[0] == "topics" and len(place) == len(("topics", 0, "id")))


def _block(place: Path_) -> Path_:
    """The part of the file a text belongs to: a topic, a list of lines, the brief."""
    is_list = place[0] in {"lines", "occasions", "endings", "topics"}
    return place[:2] if is_list else place[:1]

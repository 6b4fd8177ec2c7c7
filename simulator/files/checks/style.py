"""Checks on style: reading age, British spelling, exclamation marks, long lines, stray spaces, curly quotes."""

import re
from collections.abc import Iterator, Sequence

from simulator.errors import Finding
from simulator.files.checks.subject import Said, Subject, shortened
from simulator.files.document import Path_

_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_SENTENCE_END = re.compile(r"[.!?]+(?=\W|$)")
_STRAY = re.compile(r"^[ \t]|[ \t]\Z|  | [,.;:!?](?:\s|$)")
_CURLY = re.compile("[“”‘’].*[“”‘’]", re.DOTALL)
_SHOUT = re.compile(r"!+")
_FIRST_SCHOOL_AGE = 5


def reading_ages(subject: Subject) -> Iterator[Finding]:
    """A brief, or lines, that are harder to read than they need to be."""
    limits = subject.settings.limits
    brief = [said for said in subject.prose if said.place[0] == "brief"]
    yield from _too_hard(subject, ("brief",), brief, limits.reading_age_brief)
    yield from _too_hard(subject, ("lines",), subject.lines, limits.reading_age_lines)


def _too_hard(subject: Subject, place: Path_, texts: Sequence[Said], most: int) -> Iterator[Finding]:
    age = reading_age([said.text for said in texts])
    if age > most:
        problem = f"{place[0]}: reading age {age:.0f}, above {most}"
        yield subject.finding(place, "S060", problem, "shorter sentences and shorter words")


def reading_age(texts: Sequence[str]) -> float:
    """The age at which a pupil reads these texts with ease.

    Unit: years, 5 or more.

    Source: Automated Readability Index (Senter & Smith 1967), 4.71 letters a word + 0.5 words a sentence - 21.43,
    an American school grade; five years are added. It counts letters and not syllables, so it needs no dictionary.
    """
    words = [word for text in texts for word in _WORD.findall(text)]
    sentences = sum(max(1, len(_SENTENCE_END.findall(text))) for text in texts)
    if not words:
        return _FIRST_SCHOOL_AGE
    letters = sum(len(word.replace("'", "")) for word in words)
    grade = 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43
    return max(0.0, grade) + _FIRST_SCHOOL_AGE


def american_spelling(subject: Subject) -> Iterator[Finding]:
    """Words that are spelt otherwise in British schools."""
    british = subject.settings.british
    for said in subject.prose:
        for word in _WORD.findall(said.text):
            if word.lower() in british:
                problem = f"'{word}' is American spelling"
                yield subject.finding(said.place, "S061", problem, f"write '{british[word.lower()]}'")


def exclamation_marks(subject: Subject) -> Iterator[Finding]:
    """Texts that shout."""
    most = subject.settings.limits.exclamation_marks
    for said in subject.prose:
        if (times := len(_SHOUT.findall(said.text))) > most:
            problem = f"'{shortened(said.text)}' shouts {times} times"
            yield subject.finding(said.place, "S062", problem, "let the words do it")


def long_lines(subject: Subject) -> Iterator[Finding]:
    """Lines longer than anybody says in one breath."""
    most = subject.settings.limits.longest_line
    for said in subject.lines:
        if (words := len(said.text.split())) > most:
            problem = f"'{shortened(said.text)}' has {words} words, above {most}"
            yield subject.finding(said.place, "S063", problem, "cut it, or make two lines of it")


def stray_spaces(subject: Subject) -> Iterator[Finding]:
    """Spaces at an end, two running, or before a full stop."""
    for said in subject.prose:
        if _STRAY.search(said.text):
            problem = f"'{shortened(said.text)}' has a stray space"
            yield subject.finding(said.place, "S064", problem, "take it out")


def curly_quotes(subject: Subject) -> Iterator[Finding]:
    """Texts in the quotes that word processors make: they do not hold a text together, they become part of it."""
    for said in subject.prose:
        if _CURLY.fullmatch(said.text):
            problem = f"{shortened(said.text)} has curly quotes round it, and they will be shown"
            yield subject.finding(said.place, "S065", problem, "use straight quotes")

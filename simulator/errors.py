"""What can go wrong that a person can mend, and how it is worded."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing wrong at one place, and what to do about it."""

    file: str
    """The file as the person named it, or ``<input>``."""
    line: int
    """Counted from 1; 0 when the whole file is meant."""
    column: int
    """Counted from 1; 0 when the whole line is meant."""
    code: str
    """Stable: S scenario, C clip, T transcript (from T101 theme, from T111 resource), W week, R rubric, M model,
    D record, P printing, I other input."""
    problem: str
    """What is wrong, with the word the person typed."""
    remedy: str
    """What to do."""

    def __str__(self) -> str:
        """``file:line:column: CODE problem (what to do)``."""
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.problem} ({self.remedy})"


class SimulatorError(Exception):
    """A problem that its reader can act on. Only ``cli`` catches it."""


class InputError(SimulatorError):
    """Something a person gave us cannot be used."""

    def __init__(self, *findings: Finding) -> None:
        """Keep what was found.

        Args:
            findings: At least one, in the order of the file.
        """
        self.findings = findings
        more = f" (and {len(findings) - 1} more like it)" if len(findings) > 1 else ""
        super().__init__(f"{findings[0]}{more}")

    def __reduce__(self) -> tuple[type["InputError"], tuple[Finding, ...]]:
        """Go from one process to another with what was found."""
        return type(self), self.findings


class SessionOverError(SimulatorError):
    """A turn was played in a session that has ended."""


class RecordError(SimulatorError):
    """The records of past sessions cannot be read or written."""


def wrong(file: str, code: str, problem: str, remedy: str) -> InputError:
    """An error about a whole file or argument, where no line can be named."""
    return InputError(Finding(file, 0, 0, code, problem, remedy))

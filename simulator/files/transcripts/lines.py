"""Plain text: ``Name: words`` in its many styles, or names with the words below them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from simulator.errors import Finding, InputError
from simulator.files.transcripts.decoding import decoded
from simulator.files.transcripts.furniture import is_furniture
from simulator.files.transcripts.naming import begun, is_heading, is_stamp
from simulator.files.transcripts.said import Said


def read_lines(path: Path) -> Iterator[Said]:
    """Read a ``.txt`` file."""
    return said_in(decoded(path).split("\n"), str(path))


def said_in(lines: Sequence[str], file: str) -> Iterator[Said]:
    """What is said in lines of text; a line that names nobody goes on with the turn before it.

    Raises:
        InputError: If something is said before anybody is named.
    """
    turns = begun(lines)
    if not any(turns):
        _refuse(lines, file)
        return
    name, words = "", [""]
    for line, turn in zip(lines, turns, strict=True):
        if turn:
            yield from _closed(name, words)
            name, words = turn.name, [turn.words]
        elif not is_stamp(line) and not is_furniture(line):
            words.append(line.strip())
    yield from _closed(name, words)


def _closed(name: str, words: Sequence[str]) -> Iterator[Said]:
    """A turn that has ended; what stands before the first name is no turn."""
    if name:
        yield Said(name, "\n".join(words).strip())


def _refuse(lines: Sequence[str], file: str) -> None:
    for number, line in enumerate(lines, start=1):
        if not is_heading(line):
            problem = f"'{line.strip()[:40]}' has no speaker"
            raise InputError(Finding(file, number, 1, "T006", problem, "begin the turn with 'Name: '"))

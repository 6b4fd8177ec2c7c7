"""Asking at the command line: one line, several lines, or one of a list."""

import sys
from collections.abc import Iterable, Sequence
from textwrap import fill

from simulator.cli.plain import spoken
from simulator.core.notebook import Notebook, before, last
from simulator.core.telling import Passage, Style

_WIDTH = 100


class GoneError(Exception):
    """The person has left: the end of the input, or an interrupt."""


def line(prompt: str) -> str:
    """One line; what comes from a file is shown as if it were typed.

    Raises:
        GoneError: At the end of the input.
    """
    try:
        words = input(prompt)
    except (EOFError, KeyboardInterrupt) as error:
        print()
        raise GoneError from error
    if not sys.stdin.isatty():
        print(words)
    return words.strip()


def several(notebook: Notebook, place: str, prompt: str) -> str:
    """Lines up to an empty one. Each is kept as a draft at once, so that an end in the middle loses nothing.

    Raises:
        GoneError: At the end of the input; what was typed waits as a draft.
    """
    print(fill(prompt, _WIDTH))
    waiting = notebook.drafts().get(place, "")
    if waiting:
        print(f"You had begun to type: {waiting}")
    lines = [waiting] if waiting else []
    while words := line("> "):
        lines.append(words)
        notebook.keep_draft(place, "\n".join(lines))
    return "\n".join(lines)


def answer(notebook: Notebook, place: str, prompt: str) -> str:
    """Ask for a text, show what was answered last time, and keep it; an empty answer keeps the last one.

    Raises:
        GoneError: At the end of the input.
    """
    notes = notebook.notes()
    for name, note in (("Last time", last(notes, place)), ("Before that", before(notes, place))):
        if note:
            print(fill(f"  {name} ({note.kept[:10]}): {note.text}", _WIDTH, subsequent_indent="  "))
    text = several(notebook, place, f"{prompt} (An empty line ends it.)")
    if text:
        notebook.keep(place, text)
    return text


def choose(prompt: str, options: Sequence[str]) -> int | None:
    """One of a numbered list, counted from 0; None where nothing was chosen.

    Raises:
        GoneError: At the end of the input.
    """
    for number, option in enumerate(options, start=1):
        print(fill(f"{number:>3}  {option}", _WIDTH, subsequent_indent="     "))
    while typed := line(prompt):
        if typed.isdecimal() and 1 <= int(typed) <= len(options):
            return int(typed) - 1
        print(f"  '{typed}' is not in the list: type a number from 1 to {len(options)}, or nothing.")
    return None


def show(passages: Iterable[Passage]) -> None:
    """Print passages. What is better than a warning's cause, or leads on from a page, is something to try."""
    for passage in passages:
        if passage.style is Style.BETTER:
            print(fill(f"  try: {passage.text}", _WIDTH, subsequent_indent="  "))
        else:
            print(spoken(passage))


def say(*paragraphs: str) -> None:
    """Print paragraphs, each from the beginning of a line."""
    for paragraph in paragraphs:
        print(fill(paragraph, _WIDTH))

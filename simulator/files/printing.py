"""Passages as files that people go on working with: Markdown, Word, PDF."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from simulator.core.markdown import markdown
from simulator.core.telling import Passage, Style
from simulator.errors import wrong

_LAYOUT = Path(__file__).parent / "printing.typ"


def write(passages: Sequence[Passage], path: Path) -> None:
    """Write a file of the kind its name ends in.

    Raises:
        InputError: If it is no known kind, or cannot be written.
    """
    kind = path.suffix.lower()
    if kind not in _WRITERS:
        raise wrong(str(path), "P001", f"'{kind or path.name}' is no kind of file", "end it in .md, .docx or .pdf")
    try:
        _WRITERS[kind](passages, path)
    except OSError as error:
        raise wrong(str(path), "P002", f"cannot be written: {error.strerror}", "check the folder") from error


def _markdown(passages: Sequence[Passage], path: Path) -> None:
    path.write_text(markdown(passages), encoding="utf-8")


def _word(passages: Sequence[Passage], path: Path) -> None:
    from docx import Document  # noqa: PLC0415 - slow to load, and only Word files need it

    document = Document()
    for passage in passages:
        document.add_paragraph(_printable(passage.text), style=_WORD_STYLES.get(passage.style, "Normal"))
    document.save(str(path))


def _printable(text: str) -> str:
    """Without the control characters that no document may hold."""
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")


def _pdf(passages: Sequence[Passage], path: Path) -> None:
    import typst  # noqa: PLC0415 - large, and only PDF files need it

    told = [{"style": passage.style, "text": _printable(passage.text)} for passage in passages]
    path.write_bytes(typst.compile(_LAYOUT.read_bytes(), sys_inputs={"passages": json.dumps(told)}))


_WORD_STYLES: Mapping[Style, str] = {
    Style.TITLE: "Title",
    Style.HEADING: "Heading 1",
    Style.ASPECT: "Heading 2",
    Style.QUOTE: "Quote",
    Style.BETTER: "List Bullet",
    Style.NOTE: "Caption",
    Style.THOUGHT: "Quote",
    Style.WARNING: "Intense Quote",
}

_WRITERS: Mapping[str, Callable[[Sequence[Passage], Path], None]] = {".md": _markdown, ".docx": _word, ".pdf": _pdf}

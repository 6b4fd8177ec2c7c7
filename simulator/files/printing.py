"""Passages as files that people go on working with: Markdown, Word, PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.core.markdown import markdown
from simulator.core.telling import Passage, Style
from simulator.errors import wrong

if TYPE_CHECKING:
    from fpdf import FPDF

_FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
    "/System/Library/Fonts/Supplemental/Arial.ttf",
    "/Library/Fonts/Arial.ttf",
    "C:/Windows/Fonts/arial.ttf",
)
"""Fonts that know more letters than PDF's own; the first one found is put into the file."""
_PLAINER = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "•": "-"})
_SIZES = {Style.TITLE: 18, Style.HEADING: 13}
_SMALL = 9


def write(passages: Sequence[Passage], path: Path) -> None:
    """Write a file of the kind its name ends in.

    Raises:
        InputError: If it is no known kind, cannot be written, or holds letters that cannot be printed.
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
    from fpdf import FPDF  # noqa: PLC0415 - slow to load, and only PDF files need it

    page = FPDF(format="A4")
    page.set_margin(20)
    page.add_page()
    font, plain = _font(page)
    for passage in passages:
        page.set_font(font, size=_SIZES.get(passage.style, 11 if passage.style is Style.TEXT else _SMALL + 1))
        page.set_x(28 if passage.style in {Style.QUOTE, Style.BETTER, Style.NOTE, Style.THOUGHT} else 20)
        page.multi_cell(0, text=plain(_printable(passage.text), str(path)), new_x="LMARGIN", new_y="NEXT")
        page.ln(2)
    page.output(str(path))


def _font(page: FPDF) -> tuple[str, Callable[[str, str], str]]:
    """The name of a font in the file, and what has to be done to a text that is set in it."""
    for place in _FONTS:
        if Path(place).is_file():
            page.add_font("own", fname=place)
            return "own", lambda text, _: text
    return "Helvetica", _western


def _western(text: str, name: str) -> str:
    """The text in PDF's own letters.

    Raises:
        InputError: If it has others: nothing that was typed is left out silently.
    """
    flat = text.translate(_PLAINER)
    strange = "".join(dict.fromkeys(letter for letter in flat if ord(letter) > 255))
    if strange:
        problem = f"has letters that no font on this machine prints: {strange}"
        raise wrong(name, "P003", problem, "write .docx, or install the font DejaVu Sans")
    return flat


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

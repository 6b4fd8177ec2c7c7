"""``.docx``: paragraphs in any style that text files have, or a table with a column for each."""

import struct
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

from simulator.errors import wrong
from simulator.files.text import read_bytes
from simulator.files.transcripts.lines import said_in
from simulator.files.transcripts.naming import begun
from simulator.files.transcripts.said import Said
from simulator.files.transcripts.table import columns_in, said_in_rows

_MOST_BYTES = 20_000_000
_MOST_UNPACKED = 50_000_000
"""A document that unpacks to more is no transcript, and may be made to fill the memory."""
_PARAGRAPH = "{*}p"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_HIDDEN = ("}del", "}moveFrom", "}pPr", "}rPr", "}txbxContent", "}Fallback")
"""Parts of a paragraph whose words are not shown in it; its settings name tab stops, which are no tabs."""
_DAMAGED = (
    *(BadZipFile, zlib.error, struct.error, SyntaxError, EOFError, OSError, RuntimeError),
    *(AssertionError, AttributeError, LookupError, TypeError, ValueError),
)
"""What the libraries raise about a file that was cut off, locked, altered, or is something else."""

Rows = list[list[str]]


class _Content(NamedTuple):
    """What a document says."""

    lines: list[str]
    tables: list[Rows]


def read_word(path: Path) -> Iterator[Said]:
    """Read a ``.docx`` file: the table whose header names speaker and words if there is one, else the paragraphs."""
    content = _content(path)
    for header, *rows in content.tables:
        if columns := columns_in(header):
            return said_in_rows(rows, columns, str(path))
    return said_in(_named_lines(content), str(path))


def _named_lines(content: _Content) -> Sequence[str]:
    """The paragraphs, or the rows of tables without a header where no paragraph names a speaker."""
    rows = ["\t".join(" ".join(cell.split()) for cell in row) for table in content.tables for row in table]
    return content.lines if any(begun(content.lines)) or not any(begun(rows)) else rows


def _content(path: Path) -> _Content:
    from docx import Document  # noqa: PLC0415 - only where there is one

    raw = read_bytes(path, "T001", _MOST_BYTES)
    try:
        _refuse_bomb(raw, path)
        document = Document(BytesIO(raw))
        tables = [
            [["\n".join(map(_text, cell._tc.iter(_PARAGRAPH))) for cell in row.cells] for row in table.rows]
            for table in document.tables
        ]
        lines = [line for paragraph in _paragraphs(document) for line in _text(paragraph).split("\n")]
    except _DAMAGED as error:
        raise wrong(str(path), "T008", "is not a Word document, or is damaged", "save it again as .docx") from error
    return _Content(lines, [table for table in tables if table])


def _paragraphs(document: Any) -> Iterator[Any]:
    """The paragraphs outside tables, those in content controls too, which the library passes over."""
    for child in document.element.body:
        if child.tag.endswith("}p"):
            yield child
        elif child.tag.endswith("}sdt"):
            yield from child.iter(_PARAGRAPH)


def _text(paragraph: Any) -> str:
    """The words of a paragraph as the document shows them: with tracked insertions, without deletions."""
    return "".join(map(_piece, _shown(paragraph)))


def _shown(element: Any) -> Iterator[Any]:
    for child in element:
        if isinstance(child.tag, str) and not child.tag.endswith(_HIDDEN):
            yield child
            yield from _shown(child)


def _piece(element: Any) -> str:
    kind = element.tag.rpartition("}")[2]
    return (element.text or "") if kind == "t" else _BREAKS.get(kind, "")


def _refuse_bomb(raw: bytes, path: Path) -> None:
    with ZipFile(BytesIO(raw)) as packed:
        unpacked = sum(part.file_size for part in packed.infolist())
    if unpacked > _MOST_UNPACKED:
        problem = f"unpacks to more than {_MOST_UNPACKED // 1_000_000} MB"
        raise wrong(str(path), "T009", problem, "take pictures out, or save it as .txt")

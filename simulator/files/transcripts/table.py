"""Rows with a column for the speaker and one for the words: ``.csv``, and tables in other files."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from simulator.errors import Finding, InputError
from simulator.files.transcripts.decoding import decoded
from simulator.files.transcripts.said import Said

_SPEAKER = (
    *("speaker", "speakername", "displayname", "speakerlabel", "speakerid", "who", "role", "participant", "person"),
    *("voice", "from", "author", "talker", "name"),
)
_WORDS = (
    *("text", "words", "utterance", "transcript", "transcription", "content", "message", "said"),
    *("whatwassaid", "sentence", "dialogue", "speech", "response", "line", "caption", "body", "comment"),
)
"""Both as spreadsheets spell them, without spaces and marks; the first that is there counts."""
_DELIMITERS = (",", ";", "\t", "|")
_MOST_ABOVE = 3
"""Lines that may stand above the header: a title, a date."""
_DELIMITER_NOTE = "sep="
"""A first line by which a spreadsheet says what separates the columns."""


class Columns(NamedTuple):
    """Where the speaker and the words stand in a row."""

    speaker: int
    words: int
    is_last: bool = False
    """Are the words the last column? Then cells behind them are a part of the words that a comma cut off."""


def read_table(path: Path) -> Iterator[Said]:
    """Read a ``.csv`` file; commas, semicolons, tabs or bars may separate its columns."""
    text = decoded(path).lstrip("\n")
    if text.startswith(_DELIMITER_NOTE):
        text = text.partition("\n")[2]
    header = text.partition("\n")[0]
    for above in range(_MOST_ABOVE + 1):
        rest = text.split("\n", above)[-1]
        for delimiter in _DELIMITERS:
            columns = columns_in(next(csv.reader([rest.partition("\n")[0]], delimiter=delimiter), []))
            if columns:
                return said_in_rows(_rows(rest, delimiter, str(path)), columns, str(path), above)
    if text.strip():
        problem = f"has no speaker and text columns in '{header[:60]}'"
        raise InputError(Finding(str(path), 1, 1, "T010", problem, "name two columns 'speaker' and 'text'"))
    return iter(())


def columns_in(header: Sequence[str]) -> Columns | None:
    """The two columns, or None where the header does not name both."""
    names = ["".join(filter(str.isalpha, name.casefold())) for name in header]
    speaker = next((names.index(name) for name in _SPEAKER if name in names), None)
    words = next((names.index(name) for name in _WORDS if name in names), None)
    return None if speaker is None or words is None else Columns(speaker, words, words == len(header) - 1)


def said_in_rows(rows: Iterable[Sequence[str]], columns: Columns, file: str, above: int = 0) -> Iterator[Said]:
    """What is said in the rows below a header; a row without a speaker goes on with the one before.

    Args:
        rows: The rows.
        columns: Where the speaker and the words stand in them.
        file: The file they stand in.
        above: Lines before the header.

    Raises:
        InputError: If something is said before anybody is named.
    """
    name = ""
    for number, row in enumerate(rows, start=above + 2):
        if columns.is_last and any(row[columns.words + 1 :]):
            problem = "has more cells than the header: commas in the words?"
            raise InputError(Finding(file, number, 1, "T010", problem, "put the words in quotation marks"))
        cells = [cell.strip() for cell in row] + [""] * (columns.words + columns.speaker + 1)
        name = cells[columns.speaker] or name
        if cells[columns.words] and not name:
            raise InputError(Finding(file, number, 1, "T006", "the first row has no speaker", "fill in who spoke"))
        if cells[columns.words]:
            yield Said(name, cells[columns.words])


def _rows(text: str, delimiter: str, file: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        next(reader)
        yield from reader
    except csv.Error as error:
        finding = Finding(file, reader.line_num, 1, "T010", f"is no row of a table: {error}", "mend it here")
        raise InputError(finding) from error

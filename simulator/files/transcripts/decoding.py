"""The text of a file whose encoding nobody has told: meeting tools and old editors each have their own."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path

from simulator.errors import wrong
from simulator.files.text import clean, read_bytes

_MARKED = {BOM_UTF8: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
"""Encodings by the bytes that a file in them begins with."""


def decoded(path: Path, code: str = "T001") -> str:
    """The file's text, with every line ending as a newline.

    What a file begins with is believed; else UTF-8, UTF-16 and Windows-1252 are tried, in that order. A wrong
    Windows-1252 costs an accent, never a word.

    Args:
        path: The file.
        code: The code of the finding if it cannot be read.

    Raises:
        InputError: If it cannot be read, is too large, or is not text.
    """
    raw = read_bytes(path, code)
    for encoding in _likely(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return clean(text)
    raise wrong(str(path), code, "is not text", "export it again as text, or save it as UTF-8")


def _likely(raw: bytes) -> Iterator[str]:
    marked = [encoding for mark, encoding in _MARKED.items() if raw.startswith(mark)]
    if marked:
        yield from marked
        return
    yield "utf-8"
    if b"\0" in raw:
        # Latin letters leave the first byte of each pair empty where the larger byte comes first.
        yield "utf-16-be" if raw[::2].count(0) > raw[1::2].count(0) else "utf-16-le"
    yield "cp1252"

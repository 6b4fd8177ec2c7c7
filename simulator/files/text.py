"""Reading a text file that anyone may have made."""

from hashlib import blake2b
from pathlib import Path

from simulator.errors import wrong

MOST_BYTES = 5_000_000
"""Nothing a person writes by hand is larger."""


def read_text(path: Path, code: str, most_bytes: int = MOST_BYTES) -> str:
    """The file's text, with every line ending as a newline.

    Args:
        path: Any path.
        code: The code of the finding if it cannot be read.
        most_bytes: Larger files are refused.

    Raises:
        InputError: If it is missing, a folder, too large, or not UTF-8.
    """
    try:
        return clean(read_bytes(path, code, most_bytes).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise wrong(str(path), code, f"is not UTF-8 text (byte {error.start})", "save it as UTF-8") from error


def read_bytes(path: Path, code: str, most_bytes: int = MOST_BYTES) -> bytes:
    """The file as it is.

    Raises:
        InputError: If it is missing, a folder, or too large.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(most_bytes + 1)
    except (OSError, ValueError) as error:
        raise wrong(str(path), code, _reason(error), "check the path and that you may read it") from error
    if len(raw) > most_bytes:
        raise wrong(str(path), code, f"is larger than {most_bytes // 1_000_000} MB", "give a smaller file")
    return raw


def refuse_special(path: Path, code: str) -> None:
    """Refuse a device or a pipe, which may never end or never begin.

    Raises:
        InputError: If that is what the path leads to.
    """
    try:
        is_special = path.exists() and not path.is_file() and not path.is_dir()
    except (OSError, ValueError) as error:
        raise wrong(str(path), code, _reason(error), "check the path and that you may read it") from error
    if is_special:
        raise wrong(str(path), code, "is no ordinary file", "give a file of words")


def clean(text: str) -> str:
    """The same text with newline line endings."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def content_hash(text: str) -> str:
    """Names a wording: the same on every machine, whatever its line endings."""
    return blake2b(clean(text).encode("utf-8"), digest_size=16).hexdigest()


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, IsADirectoryError):
        return "is a folder, not a file"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"

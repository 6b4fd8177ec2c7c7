"""Writing reports to where they are wanted."""

from collections.abc import Callable
from pathlib import Path

from simulator.errors import wrong
from simulator.files.report.html import html
from simulator.files.report.pdf import pdf
from simulator.files.report.sheet import Sheet
from simulator.files.report.wanted import Wanted

_LAYOUTS: dict[str, Callable[[Sheet], bytes]] = {".html": lambda sheet: html(sheet).encode("utf-8"), ".pdf": pdf}


def write(sheet: Sheet, wanted: Wanted, within: Path | None = None) -> Path:
    """Write one report, and make the folders it needs.

    Args:
        sheet: What it says.
        wanted: How and where.
        within: Its name and place in a folder of many, without the layout's suffix; None for a report on its own.

    Returns:
        The file that was written. One of the same name is replaced.

    Raises:
        InputError: If it cannot be written.
    """
    path = wanted.out if within is None else wanted.out / within.with_name(within.name + wanted.suffix)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_LAYOUTS[wanted.suffix](sheet))
    except OSError as error:
        raise wrong(str(path), "I006", f"cannot be written: {error.strerror}", "name another place") from error
    return path

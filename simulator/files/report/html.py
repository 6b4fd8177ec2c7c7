"""A report as one HTML page that holds all it needs and loads nothing."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from simulator.files.report.ink import DARK, LIGHT
from simulator.files.report.sheet import Sheet
from simulator.files.report.svg import RULES

_FOLDER = Path(__file__).parent


def html(sheet: Sheet) -> str:
    """The page. Whatever the words hold, they are words in it."""
    return _environment().get_template("page.html").render(sheet=sheet, light=LIGHT, dark=DARK, plot_rules=RULES)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

"""A report as a PDF: text that can be selected and read aloud, set with the fonts that come with Typst."""

import json
from pathlib import Path
from typing import Literal

from simulator.files.report.ink import LIGHT
from simulator.files.report.sheet import Sheet

_LAYOUT = Path(__file__).parent / "page.typ"


def pdf(sheet: Sheet, standard: Literal["ua-1"] | None = None) -> bytes:
    """The pages, tagged for screen readers. Whatever the words hold, they are data to the layout and never markup.

    Args:
        sheet: What they say.
        standard: PDF/UA, to have the layout checked. It refuses characters that no font at hand has, which people's
            words may hold, so it is not asked for otherwise.
    """
    import typst  # noqa: PLC0415 - large, and only needed where a PDF is wanted

    inputs = {"sheet": json.dumps(sheet), "ink": json.dumps(LIGHT)}
    return typst.compile(_LAYOUT.read_bytes(), sys_inputs=inputs, pdf_standards=standard or [])

"""The colours of a report, by what they stand for. No meaning hangs on them: marks and words say the same."""

from collections.abc import Mapping

LIGHT: Mapping[str, str] = {
    "paper": "#ffffff",
    "card": "#f5f3ef",
    "text": "#1d1b18",
    "muted": "#57534b",
    "line": "#c9c4ba",
    "accent": "#1f5a9c",
    "cue": "#fdecb2",
    "questioning": "#1f5a9c",
    "listening": "#0d6857",
    "supporting": "#3b661d",
    "offering": "#6f4598",
    "framing": "#57534b",
    "directive": "#97400a",
    "judgemental": "#9c1428",
    "minimal": "#66625a",
}
"""On white, which is also how it prints."""

DARK: Mapping[str, str] = {
    "paper": "#181613",
    "card": "#23201c",
    "text": "#ece8e0",
    "muted": "#b8b2a6",
    "line": "#4d483f",
    "accent": "#8fbcf6",
    "cue": "#4f431b",
    "questioning": "#8fbcf6",
    "listening": "#74d3be",
    "supporting": "#a8d47e",
    "offering": "#cfacf2",
    "framing": "#b8b2a6",
    "directive": "#f4aa70",
    "judgemental": "#ff969e",
    "minimal": "#aca69b",
}
"""Where the reader's screen is dark."""

INKS = ("accent", "listening", "judgemental", "offering", "directive")
"""For lines of a plot that are told apart by their dashes and their names too."""

"""Pieces of an SVG picture. Looks come from classes, so that one picture fits a light page, a dark one and paper."""

import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, tostring

from simulator.files.report.ink import LIGHT

_SPACE = "http://www.w3.org/2000/svg"
_INK = re.compile(r"var\(--(\w+)\)")
_FONT = "font-family: 'Libertinus Serif', 'DejaVu Sans Mono', serif;"
"""Fonts that are always there where a PDF is made."""

RULES = """
.plot text { font-size: 12px; fill: var(--text); }
.plot .small { font-size: 10.5px; fill: var(--muted); }
.plot .strong { font-weight: bold; }
.plot .right { text-anchor: end; }
.plot .middle { text-anchor: middle; }
.plot .axis { stroke: var(--line); stroke-width: 1; fill: none; }
.plot .none { stroke: var(--line); stroke-width: 1; stroke-dasharray: 2 4; fill: none; }
.plot .range { stroke: var(--accent); stroke-width: 6; stroke-linecap: round; opacity: 0.35; fill: none; }
.plot .point { fill: var(--accent); }
.plot .own { fill: none; stroke: var(--text); stroke-width: 1.8; }
.plot .coachee { fill: var(--muted); opacity: 0.55; }
.plot .course { fill: none; stroke-width: 2; stroke-linejoin: round; }
""" + "".join(
    f".plot rect.{ink} {{ fill: var(--{ink}); }}\n"
    f".plot polyline.ink-{ink} {{ stroke: var(--{ink}); }}\n"
    f".plot text.ink-{ink} {{ fill: var(--{ink}); }}\n"
    for ink in LIGHT
)
"""What the classes mean; ``var(--name)`` is an ink."""


class Point(NamedTuple):
    """A place in a picture, to the right and down from its upper left corner."""

    x: float
    y: float


class Plot(NamedTuple):
    """A picture and what it shows in words."""

    picture: Element
    alt: str


def picture(width: float, height: float, alt: str) -> Element:
    """An empty picture."""
    box = {"viewBox": f"0 0 {width:g} {height:g}", "class": "plot", "role": "img", "aria-label": alt}
    return Element("svg", {"xmlns": _SPACE, **box})


def words(parent: Element, place: Point, text: str, kind: str = "") -> None:
    """Text; the place is its start, middle or end as its class says."""
    SubElement(parent, "text", _placed(kind, x=place.x, y=place.y)).text = text


def rule(parent: Element, start: Point, end: Point, kind: str) -> None:
    """A straight line."""
    SubElement(parent, "line", _placed(kind, x1=start.x, y1=start.y, x2=end.x, y2=end.y))


def dot(parent: Element, centre: Point, radius: float, kind: str) -> None:
    """A filled circle."""
    SubElement(parent, "circle", _placed(kind, cx=centre.x, cy=centre.y, r=radius))


def bar(parent: Element, corner: Point, width: float, height: float, kind: str) -> None:
    """A filled rectangle; the corner is its upper left."""
    SubElement(parent, "rect", _placed(kind, x=corner.x, y=corner.y, width=width, height=height))


def path(parent: Element, points: Sequence[Point], kind: str, dashes: str) -> None:
    """A line through points, in a pattern of its own."""
    line = " ".join(f"{point.x:.1f},{point.y:.1f}" for point in points)
    SubElement(parent, "polyline", {"class": kind, "points": line, "stroke-dasharray": dashes})


def for_page(plot: Plot) -> str:
    """The picture to be set into a page that has the rules and the inks."""
    return tostring(plot.picture, encoding="unicode")


def for_paper(plot: Plot) -> str:
    """The picture with its own rules, in ink for white paper."""
    rules = f"<style>{RULES} .plot text {{ {_FONT} }}</style>"
    start, middle, rest = for_page(plot).partition(">")
    return _INK.sub(lambda found: LIGHT[found[1]], f"{start}{middle}{rules}{rest}")


def _placed(kind: str, **places: float) -> dict[str, str]:
    return {"class": kind, **{name: f"{round(place, 1):g}" for name, place in places.items()}}

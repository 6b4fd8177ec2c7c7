"""Scenario files: found by name or path, checked against the schema, built into values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from simulator.core.moves import Move
from simulator.core.scenario import Better, Brief, Ending, Layer, Line, Persona, Scenario, Theme, Topic, Wall
from simulator.core.state import Profile
from simulator.core.words import Kind, Occasion, Sign
from simulator.errors import Finding, InputError, wrong
from simulator.files.document import Document, parse_document
from simulator.files.schema import slips
from simulator.files.text import clean, read_text, refuse_special
from simulator.places import shelves

_SIGNS = (Sign.FEELS, Sign.ASKS, Sign.STUCK)
_REHEARSAL = ".rehearsal"


class Source(NamedTuple):
    """A scenario's wording, which a record keeps whole."""

    slug: str
    name: str
    """The file as the person knows it, for findings."""
    text: str


def scenario_paths() -> Mapping[str, Path]:
    """All scenarios by slug; the user's own override the shipped ones."""
    found: dict[str, Path] = {}
    for shelf in reversed(shelves("scenarios")):
        found |= {path.stem: path for path in sorted(shelf.glob("*.yaml")) if not path.stem.endswith(_REHEARSAL)}
    return dict(sorted(found.items()))


def find_scenario(named: str) -> Path:
    """The file for a slug or a path.

    Raises:
        InputError: If there is none.
    """
    paths = scenario_paths()
    if named in paths:
        return paths[named]
    if Path(named).suffix in {".yaml", ".yml"} or _is_there(Path(named)):
        return Path(named)
    known = ", ".join(paths) or "none"
    raise wrong(named, "S001", f"there is no scenario called '{named}'", f"use a path or one of: {known}")


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def load_scenario(path: Path) -> Scenario:
    """Read, check and build one scenario.

    Raises:
        InputError: If the file cannot be read or anything in it is wrong.
    """
    return build_scenario(read_source(path))


def read_source(path: Path) -> Source:
    """A scenario's wording as it stands on disk.

    Raises:
        InputError: If the file cannot be read.
    """
    refuse_special(path, "S001")
    return Source(path.stem, str(path), clean(read_text(path, "S001")))


def build_scenario(source: Source) -> Scenario:
    """Check and build a scenario from its wording.

    Raises:
        InputError: If anything in it is wrong; all findings are kept.
    """
    document = parse(source)
    if findings := list(scenario_findings(document)):
        raise InputError(*findings)
    return build(document, source.slug)


def parse(source: Source) -> Document:
    """A scenario's wording as plain values with their places.

    Raises:
        InputError: If it is not YAML.
    """
    return parse_document(source.text, source.name, "S002")


def scenario_findings(document: Document) -> Iterator[Finding]:
    """Everything that keeps the document from being a scenario."""
    shape = list(slips(document, "scenarios", "scenario", "S003"))
    yield from shape
    if not shape:
        yield from _names(document)


def _names(document: Document) -> Iterator[Finding]:
    """Names that stand twice, and names of nothing."""
    topics = [topic["id"] for topic in document.value["topics"]]
    for place, name in enumerate(topics):
        if name in topics[:place]:
            yield document.finding(("topics", place, "id"), "S004", f"topic '{name}' stands twice", "rename one")
    about = document.value["opening"].get("topic", "")
    if about and about not in topics:
        remedy = f"use one of: {', '.join(topics)}"
        yield document.finding(("opening", "topic"), "S005", f"there is no topic '{about}'", remedy)
    yield from _repeated_lines(document)


def _repeated_lines(document: Document) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for path, (line, _) in document.places.items():
        if path[-1:] == ("text",):
            text = _at(document.value, path)
            if text in first:
                problem = f"'{text[:40]}' is also said in line {first[text]}"
                yield document.finding(path, "S006", problem, "word one of them differently")
            first.setdefault(text, line)


def _at(value: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        value = value[step]
    return value


def build(document: Document, slug: str) -> Scenario:
    """The scenario that a document holds; nothing may be wrong with it."""
    raw = document.value
    return Scenario(
        slug=slug,
        title=raw["title"],
        version=raw["version"],
        hash=document.hash,
        theme=Theme(raw["theme"]),
        level=raw["level"],
        persona=_persona(raw["persona"]),
        brief=Brief(**raw["brief"] | {"know": tuple(raw["brief"]["know"])}),
        opening=_lines("opening", raw["opening"]["lines"], raw["opening"].get("topic", "")),
        topics=tuple(_topic(topic) for topic in raw["topics"]),
        lines={kind: _lines(kind, raw["lines"][kind], kind=kind) for kind in Kind},
        occasions={occasion: _lines(occasion, raw["occasions"][occasion]) for occasion in Occasion},
        silences=_lines("silence", raw["silences"]),
        offers=_lines("offer", raw["endings"]["offer"]),
        endings={ending: _lines(ending, raw["endings"][ending]) for ending in Ending},
    )


def _persona(raw: Mapping[str, Any]) -> Persona:
    own = {"profile": Profile(raw["profile"]), "wall": Wall(raw["wall"])}
    feels = frozenset(word.lower() for word in raw["feels"])
    return Persona(**dict(raw) | own | {"feels": feels})


def _topic(raw: Mapping[str, Any]) -> Topic:
    name = raw["id"]
    return Topic(
        id=name,
        title=raw["title"],
        cues=tuple(raw["cues"]),
        matters=raw["matters"],
        layers={layer: _lines(f"{name}.{layer}", raw[layer]["lines"], name) for layer in Layer},
        deflection=_lines(f"{name}.deflection", raw["deflection"], name),
        needs=raw["inner"].get("needs", {}),
        better=tuple(Better(**one | {"move": Move(one["move"])}) for one in raw.get("better", ())),
    )


def _lines(
    place: str, raws: Iterable[Mapping[str, Any]], topic: str = "", kind: Kind = Kind.NEUTRAL
) -> tuple[Line, ...]:
    return tuple(_line(place, raw, topic, kind) for raw in raws)


def _line(place: str, raw: Mapping[str, Any], topic: str, kind: Kind) -> Line:
    return Line(
        id=raw.get("id") or f"{place}.{blake2b(raw['text'].encode(), digest_size=3).hexdigest()}",
        text=raw["text"],
        kind=Kind(raw.get("kind", kind)),
        thought=raw.get("thought", ""),
        signs=frozenset(sign for sign in _SIGNS if raw.get(sign)),
        reserves=bool(raw.get("reserves")),
        topic=topic,
    )

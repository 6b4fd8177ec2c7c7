"""A YAML document that remembers where everything stood, so that a finding can name line and column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, Event, ScalarEvent
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from simulator.errors import Finding, InputError
from simulator.files.text import content_hash, read_text, refuse_special

Path_ = tuple[str | int, ...]
"""Keys and places from the root to a value."""
_MOST_DEPTH = 30
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Controls, which a terminal would obey, and halves of characters, which cannot be written."""

_REMEDY = "look for a missing quote, dash or indent, here or just above"
_REMEDIES = {
    "tab character": "use spaces, not the tab key",
    "duplicate key": "keep one of the two",
    "mapping values are not allowed": "put quotes round words that hold a colon",
}
"""What helps, by what the parser says."""


@dataclass(frozen=True)
class Document:
    """Plain values with their places."""

    name: str
    """The file as the person named it."""
    value: Any
    hash: str
    root: Node

    @cached_property
    def places(self) -> Mapping[Path_, tuple[int, int]]:
        """Line and column of every value, counted from 1."""
        return {path: (node.start_mark.line + 1, node.start_mark.column + 1) for path, node in _walk(self.root, ())}

    def finding(self, path: Sequence[str | int], code: str, problem: str, remedy: str) -> Finding:
        """A finding about the value at ``path``, or about the nearest one that holds it."""
        at = tuple(path)
        while at not in self.places and at:
            at = at[:-1]
        line, column = self.places.get(at, (0, 0))
        return Finding(self.name, line, column, code, problem, remedy)


def read_document(path: Path, code: str) -> Document:
    """Read one YAML file.

    Raises:
        InputError: If it cannot be read or is not plain YAML.
    """
    refuse_special(path, code)
    return parse_document(read_text(path, code), str(path), code)


def parse_document(text: str, name: str, code: str) -> Document:
    """Parse YAML text.

    Args:
        text: The whole document.
        name: What to call it in findings.
        code: The code of the findings.

    Raises:
        InputError: If it is not YAML, is empty, repeats a key, nests too deeply, or uses aliases, which no
            hand-written file needs and a hostile one multiplies.
    """
    yaml = YAML(typ="safe")
    try:
        _refuse_tricks(text, name, code)
        root = yaml.compose(StringIO(text))
        if root is None:
            raise InputError(Finding(name, 1, 1, code, "is empty", "write something in it"))
        _refuse_odd_keys(root, name, code)
        value = yaml.constructor.construct_document(root)
    except MarkedYAMLError as error:
        raise InputError(_marked(error, name, code)) from error
    except (YAMLError, ValueError, RecursionError) as error:
        problem = str(error).splitlines()[0] or type(error).__name__
        place = _reached(text, getattr(error, "position", None))
        raise InputError(Finding(name, *place, code, f"is not YAML: {problem}", "mend or remove it")) from error
    return Document(name, value, content_hash(text), root)


def _reached(text: str, position: int | None) -> tuple[int, int]:
    """Line and column of a character, or zeros where nobody knows which."""
    if position is None:
        return 0, 0
    before = text[:position].split("\n")
    return len(before), len(before[-1]) + 1


def _marked(error: MarkedYAMLError, name: str, code: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    problem = (error.problem or error.context or "cannot be parsed").splitlines()[0]
    remedy = next((remedy for words, remedy in _REMEDIES.items() if words in problem), _REMEDY)
    return Finding(name, line, column, code, f"is not YAML here: {problem}", remedy)


def _refuse_tricks(text: str, name: str, code: str) -> None:
    """Look at the document as it streams by, before anything is built of it that could grow or go deep."""
    depth = 0
    for event in YAML(typ="safe").parse(StringIO(text)):
        depth += _step(event)
        if trick := _trick(event, depth):
            mark = event.start_mark
            raise InputError(Finding(name, mark.line + 1, mark.column + 1, code, *trick))


def _step(event: Event) -> int:
    return isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)


def _trick(event: Event, depth: int) -> tuple[str, str] | None:
    """What no hand-written file needs, and what to do instead."""
    if depth > _MOST_DEPTH:
        return "nests too deeply", "write the value out in full"
    if isinstance(event, AliasEvent):
        return "uses an alias (*name)", "write the value out in full"
    if isinstance(event, ScalarEvent) and _UNSHOWN.search(event.value):
        return "holds a character that cannot be shown", "take it out"
    return None


def _refuse_odd_keys(root: Node, name: str, code: str) -> None:
    for _, node in _walk(root, ()):
        pairs = node.value if isinstance(node, MappingNode) else ()
        odd = next((key for key, _ in pairs if not isinstance(key, ScalarNode)), None)
        if odd is not None:
            line, column = odd.start_mark.line + 1, odd.start_mark.column + 1
            raise InputError(Finding(name, line, column, code, "has a key that is no name", "write 'name: value'"))


def _walk(node: Node, path: Path_) -> Iterator[tuple[Path_, Node]]:
    """Every node below this one, parents first, without recursion."""
    waiting: list[tuple[Path_, Node]] = [(path, node)]
    while waiting:
        path, node = waiting.pop()
        yield path, node
        if isinstance(node, MappingNode):
            waiting += [((*path, key.value), child) for key, child in reversed(node.value)]
        elif isinstance(node, SequenceNode):
            waiting += [((*path, place), child) for place, child in reversed(list(enumerate(node.value)))]

"""A YAML document that remembers where everything stood, so that a finding can name line and column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from simulator.errors import Finding, InputError
from simulator.files.text import content_hash, read_text

Path_ = tuple[str | int, ...]
"""Keys and places from the root to a value."""
_MOST_DEPTH = 30


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
        root = yaml.compose(StringIO(text))
        if root is None:
            raise InputError(Finding(name, 1, 1, code, "is empty", "write something in it"))
        _refuse_tricks(root, name, code)
        value = yaml.constructor.construct_document(root)
    except MarkedYAMLError as error:
        raise InputError(_marked(error, name, code)) from error
    except (YAMLError, ValueError, RecursionError) as error:
        problem = str(error).splitlines()[0] or type(error).__name__
        raise InputError(Finding(name, 0, 0, code, f"is not YAML: {problem}", "mend or remove it")) from error
    return Document(name, value, content_hash(text), root)


def _marked(error: MarkedYAMLError, name: str, code: str) -> Finding:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    problem = (error.problem or error.context or "cannot be parsed").splitlines()[0]
    return Finding(name, line, column, code, f"is not YAML here: {problem}", "look for a missing quote, dash or indent")


def _refuse_tricks(root: Node, name: str, code: str) -> None:
    seen: set[int] = set()
    for path, node in _walk(root, ()):
        if id(node) in seen or len(path) > _MOST_DEPTH:
            problem = "nests too deeply" if len(path) > _MOST_DEPTH else "uses an alias (*name)"
            mark = node.start_mark
            remedy = "write the value out in full"
            raise InputError(Finding(name, mark.line + 1, mark.column + 1, code, problem, remedy))
        seen.add(id(node))


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

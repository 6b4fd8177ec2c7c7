"""Checking plain values against the JSON Schemas that ship beside the data."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from simulator.errors import Finding
from simulator.files.document import Document
from simulator.places import shipped

T = TypeVar("T")


@cache
def validator(room: str, name: str) -> Draft202012Validator:
    """The validator for ``name``.schema.json in a shipped folder."""
    schema = json.loads((shipped(room) / f"{name}.schema.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


def schema_address(folder: Path, name: str) -> str:
    """Where an editor finds a scenario's or rehearsal's schema from a folder: beside the file, or where it ships."""
    beside = f"{name}.schema.json"
    return f"./{beside}" if (folder / beside).is_file() else (shipped("scenarios") / beside).resolve().as_uri()


def slips(document: Document, room: str, name: str, code: str) -> Iterator[Finding]:
    """Every place where the document breaks the schema, in the order of the file."""
    errors = validator(room, name).iter_errors(document.value)
    findings = [document.finding(_place(error), code, *_wording(error)) for error in errors]
    yield from sorted(findings, key=lambda finding: (finding.line, finding.column))


def _place(error: ValidationError) -> list[str | int]:
    deepest = best_match([error]) or error
    return list(deepest.absolute_path)


def _wording(error: ValidationError) -> tuple[str, str]:
    """The problem and the remedy, in words that name what was typed."""
    where = ".".join(str(step) for step in error.absolute_path) or "the file"
    words = _WORDINGS.get(str(error.validator))
    if words:
        return words(where, error)
    return f"{where}: {error.message}", "see the schema beside the file"


def _missing(where: str, error: ValidationError) -> tuple[str, str]:
    name = error.message.split("'")[1]
    return f"{where} has no '{name}'", f"add '{name}:'"


def _unknown(where: str, error: ValidationError) -> tuple[str, str]:
    known = ", ".join(sorted(_as(dict, error.schema).get("properties", {})))
    return f"{where}: {_shortened(error.message)}", f"use one of: {known}"


def _not_one_of(where: str, error: ValidationError) -> tuple[str, str]:
    return (
        f"{where} is {_shown(error.instance)}",
        f"use one of: {', '.join(map(str, _as(list, error.validator_value)))}",
    )


def _wrong_type(where: str, error: ValidationError) -> tuple[str, str]:
    return f"{where} is {_shown(error.instance)}", f"write {_TYPES.get(str(error.validator_value), 'another value')}"


def _too_few(where: str, error: ValidationError) -> tuple[str, str]:
    return f"{where} has {len(_as(list, error.instance))} entries", f"write at least {error.validator_value}"


def _as(kind: type[T], value: Any) -> T:
    """What the schema's keyword guarantees, said to the type checker."""
    assert isinstance(value, kind)
    return value


def _shown(value: Any) -> str:
    return "empty" if value is None else f"'{_shortened(str(value))}'"


def _shortened(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}..."


_TYPES = {
    "string": "text, in quotes if need be",
    "array": "a list, each entry behind a dash",
    "object": "keys and values",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
}

_WORDINGS = {
    "required": _missing,
    "additionalProperties": _unknown,
    "enum": _not_one_of,
    "type": _wrong_type,
    "minItems": _too_few,
}

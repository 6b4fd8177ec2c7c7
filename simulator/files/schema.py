"""Checking plain values against the JSON Schemas that ship beside the data."""

import json
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
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
    findings = [finding for error in errors for finding in _findings(document, error, code)]
    yield from sorted(findings, key=lambda finding: (finding.line, finding.column))


def _findings(document: Document, error: ValidationError, code: str) -> Iterator[Finding]:
    """One finding, or one for each name that is unknown, where that name stands."""
    if error.validator != "additionalProperties":
        yield document.finding(_place(error), code, *_wording(error))
        return
    known = sorted(_as(dict, error.schema).get("properties", {}))
    for name in _as(dict, error.instance):
        if name not in known:
            place = [*error.absolute_path, name]
            yield document.finding(place, code, *_unknown(_where(error), str(name), known))


def _place(error: ValidationError) -> list[str | int]:
    deepest = best_match([error]) or error
    return list(deepest.absolute_path)


def _wording(error: ValidationError) -> tuple[str, str]:
    """The problem and the remedy, in words that name what was typed."""
    where = _where(error)
    words = _WORDINGS.get(str(error.validator))
    if words:
        return words(where, error)
    return f"{where}: {_shortened(error.message)}", "see the schema beside the file"


def _where(error: ValidationError) -> str:
    """The names on the way to a value; entries of a list are counted from 1."""
    steps: list[str] = []
    for step in error.absolute_path:
        if isinstance(step, int) and steps:
            steps[-1] += f" {step + 1}"
        else:
            steps.append(str(step))
    return " > ".join(steps) or "the file"


def _missing(where: str, error: ValidationError) -> tuple[str, str]:
    name = error.message.split("'")[1]
    return f"{where} has no '{name}'", f"add '{name}:'"


def _unknown(where: str, name: str, known: Sequence[str]) -> tuple[str, str]:
    meant = get_close_matches(name, known, 1)
    remedy = f"did you mean '{meant[0]}'?" if meant else f"use one of: {', '.join(known)}"
    return f"{where} has no place for '{_shortened(name)}'", remedy


def _not_one_of(where: str, error: ValidationError) -> tuple[str, str]:
    return (
        f"{where} is {_shown(error.instance)}",
        f"use one of: {', '.join(map(str, _as(list, error.validator_value)))}",
    )


def _wrong_type(where: str, error: ValidationError) -> tuple[str, str]:
    return f"{where} is {_shown(error.instance)}", f"write {_TYPES.get(str(error.validator_value), 'another value')}"


def _too_few(where: str, error: ValidationError) -> tuple[str, str]:
    return f"{where} has {len(_as(list, error.instance))} entries", f"write at least {error.validator_value}"


def _nothing(where: str, error: ValidationError) -> tuple[str, str]:
    return f"{where} is empty", "write something between the quotes"


def _too_small(where: str, error: ValidationError) -> tuple[str, str]:
    return f"{where} is {_shown(error.instance)}", f"write {error.validator_value} or more"


def _too_large(where: str, error: ValidationError) -> tuple[str, str]:
    return f"{where} is {_shown(error.instance)}", f"write {error.validator_value} or less"


def _misspelt(where: str, error: ValidationError) -> tuple[str, str]:
    return f"{where} is {_shown(error.instance)}", "use small letters, digits and hyphens, a letter first"


def _twice(where: str, error: ValidationError) -> tuple[str, str]:
    entries = _as(list, error.instance)
    repeated = next((one for place, one in enumerate(entries) if one in entries[:place]), "")
    return f"{where} has {_shown(repeated)} twice", "take one of them out"


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
    "enum": _not_one_of,
    "type": _wrong_type,
    "minItems": _too_few,
    "minLength": _nothing,
    "minimum": _too_small,
    "maximum": _too_large,
    "uniqueItems": _twice,
}

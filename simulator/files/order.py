"""The file of what is better than what, checked and built."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulator.core.moves import Move
from simulator.core.order import Behaviour, Pair
from simulator.core.words import Mark
from simulator.errors import InputError
from simulator.files.document import read_document
from simulator.files.schema import slips
from simulator.places import shipped


def load_order(path: Path | None = None) -> tuple[Pair, ...]:
    """Read, check and build the pairs: of the shipped file unless another is named.

    Raises:
        InputError: If the file cannot be read or anything in it is wrong.
    """
    document = read_document(path or shipped("rubric") / "order.yaml", "R001")
    if findings := list(slips(document, "rubric", "order", "R002")):
        raise InputError(*findings)
    return tuple(_pair(pair) for pair in document.value["pairs"])


def _pair(raw: Mapping[str, Any]) -> Pair:
    return Pair(**dict(raw) | {side: _behaviour(raw[side]) for side in ("worse", "better")})


def _behaviour(raw: Mapping[str, Any]) -> Behaviour:
    moves, marks = tuple(map(Move, raw["moves"])), frozenset(map(Mark, raw.get("marks", ())))
    return Behaviour(**dict(raw) | {"moves": moves, "marks": marks})

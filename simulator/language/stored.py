"""Held-out opinions as files. They take hours, so they are tied by hash to the data and code that they come from."""

import ast
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from simulator.errors import wrong
from simulator.language.held_out import HeldOut

STORE = "held_out.npz"
RIVALS = "rivals.json"
_CODE = (
    *("classifier", "documents", "encoder", "features", "held_out", "lexicon"),
    *("phrases", "splitter", "tidy", "training", "variants"),
)
"""Modules whose change makes stored opinions stale. Fine-tuning is left out: its outcome is what is stored."""


class Stored(NamedTuple):
    """What figures are worked out from."""

    held: Mapping[str, HeldOut]
    """Held-out opinions, by grouping."""
    rivals: Mapping[str, float]
    """The macro-F1 of what else could have been the ear, on the first fold's voices."""


def save_held_out(found: Mapping[str, HeldOut], tie: str, path: Path) -> None:
    """Write the opinions of every grouping, with the hash that ties them."""
    arrays: dict[str, Any] = {
        f"{grouping}/{name}": column for grouping, held in found.items() for name, column in held.columns.items()
    }
    np.savez_compressed(path, tie=np.array(tie), **arrays)


def load_held_out(path: Path, tie: str | None = None) -> Mapping[str, HeldOut]:
    """Read the opinions of every grouping.

    Raises:
        InputError: If there are none, or they come from another corpus or other code.
    """
    if not path.is_file():
        raise wrong(str(path), "M020", "there are no held-out opinions", "run: coach model evaluate --refit")
    with np.load(path, allow_pickle=False) as stored:
        if tie is not None and str(stored["tie"]) != tie:
            problem = "the corpus or the code has changed since these opinions were computed"
            raise wrong(str(path), "M021", problem, "run: coach model evaluate --refit")
        names = [field.name for field in fields(HeldOut)]
        groupings = sorted({key.partition("/")[0] for key in stored.files} - {"tie"})
        return {each: HeldOut(*(stored[f"{each}/{name}"] for name in names)) for each in groupings}


def save_rivals(found: Mapping[str, float], tie: str, folder: Path) -> None:
    """Write the figures of what else could have been the ear, with the hash that ties them."""
    (folder / RIVALS).write_text(json.dumps({"tie": tie, "macro_f1": dict(found)}, indent=1) + "\n", encoding="utf-8")


def load_rivals(folder: Path, tie: str) -> Mapping[str, float]:
    """Read the figures of what else could have been the ear.

    Raises:
        InputError: If there are none, or they come from another corpus or other code.
    """
    path = folder / RIVALS
    kept = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if kept.get("tie") != tie:
        raise wrong(str(path), "M021", "no figures for this corpus and this code", "run: coach model evaluate --refit")
    found: Mapping[str, float] = kept["macro_f1"]
    return found


def tie_of(data: Sequence[Path]) -> str:
    """Names the data and the code that opinions come from; comments and docstrings aside.

    Args:
        data: The files of the corpus, and of the phrases that n-grams see.
    """
    code = [Path(__file__).with_name(f"{name}.py").read_text(encoding="utf-8") for name in _CODE]
    pieces = [*(path.read_bytes() for path in data), *(_meaning(source).encode() for source in code)]
    return blake2b(b"\0".join(pieces), digest_size=16).hexdigest()


def _meaning(source: str) -> str:
    """What Python makes of code, without the strings that stand alone."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            node.body = [one for one in node.body if not _is_remark(one)] or [ast.Pass()]
    return ast.dump(tree)


def _is_remark(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)

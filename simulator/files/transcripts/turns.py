"""``.json``: the form that coach itself documents."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from simulator.errors import Finding, InputError
from simulator.files.document import parse_document
from simulator.files.transcripts.decoding import decoded
from simulator.files.transcripts.said import Said

_SHAPE = '{"turns": [{"speaker": "coach", "text": "..."}]}'


def read_turns(path: Path) -> Iterator[Said]:
    """Read a ``.json`` file."""
    text = decoded(path)
    raw = _parsed(text, str(path))
    turns = raw.get("turns") if isinstance(raw, Mapping) else None
    if not isinstance(turns, list):
        raise InputError(Finding(str(path), 1, 1, "T005", "has no list of turns", f"write {_SHAPE}"))
    for place, turn in enumerate(turns):
        if not _is_turn(turn):
            document = parse_document(text, str(path), "T004")
            problem = f"turn {place} has no speaker or text"
            raise InputError(document.finding(("turns", place), "T005", problem, f"write {_SHAPE}"))
        yield Said(_whole(turn["speaker"]), _whole(turn["text"]))


def _parsed(text: str, file: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        finding = Finding(file, error.lineno, error.colno, "T004", f"is not JSON: {error.msg}", "mend it here")
        raise InputError(finding) from error
    except (RecursionError, ValueError) as error:
        finding = Finding(file, 1, 1, "T004", "holds a value that no transcript has", f"write {_SHAPE}")
        raise InputError(finding) from error


def _is_turn(turn: Any) -> bool:
    return isinstance(turn, Mapping) and isinstance(turn.get("speaker"), str) and isinstance(turn.get("text"), str)


def _whole(text: str) -> str:
    r"""The text with half characters, which JSON can write as ``\ud800``, made whole; none is lost or added."""
    return text.encode("utf-8", "replace").decode("utf-8")

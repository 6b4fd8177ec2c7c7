"""``.json``: the form that coach itself documents, and those of other programs that come near it."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from simulator.errors import Finding, InputError
from simulator.files.document import parse_document
from simulator.files.transcripts.decoding import decoded
from simulator.files.transcripts.said import Said

_LISTS = ("turns", "segments", "utterances", "messages", "transcript", "conversation")
_SPEAKER = ("speaker", "speaker_name", "role", "name", "author")
_WORDS = ("text", "content", "message", "utterance", "transcript")
"""What other programs call them; the first that is there counts."""
_SHAPE = '{"turns": [{"speaker": "coach", "text": "..."}]}'


def read_turns(path: Path) -> Iterator[Said]:
    """Read a ``.json`` file."""
    text = decoded(path)
    raw = _parsed(text, str(path))
    key, turns = _turns(raw)
    if not isinstance(turns, list):
        raise InputError(Finding(str(path), 1, 1, "T005", "has no list of turns", f"write {_SHAPE}"))
    for place, turn in enumerate(turns):
        said = _said(turn)
        if said is None:
            document = parse_document(text, str(path), "T004")
            problem = f"turn {place} has no speaker or text"
            raise InputError(document.finding((*key, place), "T005", problem, f"write {_SHAPE}"))
        yield said


def _turns(raw: Any) -> tuple[tuple[str, ...], Any]:
    """Where the list of turns stands, and the list."""
    if not isinstance(raw, Mapping):
        return (), raw
    key = next((one for one in _LISTS if isinstance(raw.get(one), list)), _LISTS[0])
    return (key,), raw.get(key)


def _parsed(text: str, file: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        finding = Finding(file, error.lineno, error.colno, "T004", f"is not JSON: {error.msg}", "mend it here")
        raise InputError(finding) from error
    except (RecursionError, ValueError) as error:
        finding = Finding(file, 1, 1, "T004", "holds a value that no transcript has", f"write {_SHAPE}")
        raise InputError(finding) from error


def _said(turn: Any) -> Said | None:
    if not isinstance(turn, Mapping):
        return None
    speaker = next((turn[one] for one in _SPEAKER if isinstance(turn.get(one), str)), None)
    words = next((turn[one] for one in _WORDS if isinstance(turn.get(one), str)), None)
    return None if speaker is None or words is None else Said(_whole(speaker), _whole(words))


def _whole(text: str) -> str:
    r"""The text with half characters, which JSON can write as ``\ud800``, made whole; none is lost or added."""
    return text.encode("utf-8", "replace").decode("utf-8")

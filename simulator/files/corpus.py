"""Corpus files: JSON Lines, one labelled response each."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from simulator.core.corpus import Asked, ContextLine, Corpus, Example, Labelled, Mentioning
from simulator.core.moves import Move
from simulator.core.scenario import Topic
from simulator.core.words import Kind, Sign, Speaker
from simulator.errors import Finding, InputError
from simulator.files.schema import validator
from simulator.files.text import read_text

_MOST_BYTES = 50_000_000


def load_corpus(paths: Sequence[Path]) -> Corpus:
    """Read labelled examples from files, in order.

    Raises:
        InputError: If a file cannot be read or a line is not a labelled response.
    """
    return tuple(_build(raw, path, number) for path in paths for raw, number in _read(path, "corpus"))


def load_mentions(paths: Sequence[Path]) -> tuple[Mentioning, ...]:
    """Read lines with the names of all that each mentions, in order.

    Raises:
        InputError: If a file cannot be read or a line is not such a line.
    """
    return tuple(
        Mentioning(raw["author"], Speaker(raw["speaker"]), raw["before"], raw["text"], frozenset(raw["mentions"]))
        for path in paths
        for raw, _ in _read(path, "mentions")
    )


def corpus_line(example: Example) -> str:
    """An example as one line of a corpus file."""
    raw = {
        "id": example.id,
        "author": example.author,
        "register": example.register,
        "setting": example.setting,
        "context": [{"speaker": line.speaker, "text": line.text} for line in example.context],
        "response": example.response,
        "segments": [
            {"text": example.text_of(segment), "family": segment.move.family, "move": segment.move}
            for segment in example.segments
        ],
    }
    return json.dumps(raw, ensure_ascii=False)


def _read(path: Path, schema: str) -> Iterator[tuple[Mapping[str, Any], int]]:
    """The objects of a file, each with the number of its line."""
    for number, line in enumerate(read_text(path, "M001", _MOST_BYTES).splitlines(), start=1):
        if line.strip():
            yield _checked(_parsed(line, path, number), schema, path, number), number


def _parsed(line: str, path: Path, number: int) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(
            Finding(str(path), number, error.colno, "M002", f"is not JSON: {error.msg}", "write one object a line")
        ) from error


def _checked(raw: Any, schema: str, path: Path, number: int) -> Mapping[str, Any]:
    error = next(validator("models", schema).iter_errors(raw), None)
    if error is not None:
        where = ".".join(str(step) for step in error.absolute_path) or "the line"
        problem = f"{where}: {error.message[:120]}"
        raise InputError(Finding(str(path), number, 1, "M003", problem, f"see models/{schema}.schema.json"))
    checked: Mapping[str, Any] = raw
    return checked


def _build(raw: Mapping[str, Any], path: Path, number: int) -> Example:
    return Example(
        id=raw["id"],
        author=raw["author"],
        register=raw["register"],
        setting=raw["setting"],
        context=tuple(_context(line) for line in raw["context"]),
        response=raw["response"],
        segments=tuple(_segments(raw, path, number)),
    )


def _context(raw: Mapping[str, Any]) -> ContextLine:
    kind = Kind(raw["kind"]) if "kind" in raw else None
    return ContextLine(Speaker(raw["speaker"]), raw["text"], kind, frozenset(map(Sign, raw.get("flags", ()))))


def _segments(raw: Mapping[str, Any], path: Path, number: int) -> Iterator[Labelled]:
    """The segments with their offsets; their texts follow each other in the response."""
    end = 0
    for segment in raw["segments"]:
        start = raw["response"].find(segment["text"], end)
        if start < 0 or Move(segment["move"]).family != segment["family"]:
            problem = f"segment '{segment['text'][:40]}' is not in the response here, or its family is wrong"
            raise InputError(
                Finding(str(path), number, 1, "M004", problem, "write the segments in order, word for word")
            )
        end = start + len(segment["text"])
        yield Labelled(start, end, Move(segment["move"]), tuple(segment.get("rules", ())))


def load_asked(path: Path, topics: Mapping[str, tuple[Topic, ...]]) -> tuple[Asked, ...]:
    """Read what coaches said in scenarios, one JSON object a line: scenario, line, and topic (empty for none).

    Args:
        path: The file.
        topics: Of every scenario, by slug; lines said in others are left out.

    Raises:
        InputError: If the file cannot be read or a line is not JSON.
    """
    lines = enumerate(read_text(path, "M001", _MOST_BYTES).splitlines(), start=1)
    found = [_parsed(line, path, number) for number, line in lines if line.strip()]
    return tuple(
        Asked(raw["line"], topics[raw["scenario"]], raw["topic"]) for raw in found if raw["scenario"] in topics
    )

"""``classify``: the ear without a conversation."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from simulator.cli import wiring
from simulator.core.hearing import HeardResponse, Hearing
from simulator.core.plain import classified
from simulator.core.play import hear_transcript
from simulator.core.ports import Spoken
from simulator.core.rules import settle
from simulator.core.telling import label
from simulator.core.words import Speaker, Utterance
from simulator.errors import Finding, InputError, wrong


class _Asked(NamedTuple):
    """One response to classify."""

    name: str | None
    response: str
    context: tuple[Utterance, ...]


def classify_file(named: str, as_json: bool) -> None:
    """Classify every response of a file or of standard input, in order, as it comes."""
    with _opened(named) as lines:
        for one, hearing in _heard(_asked(lines, "<stdin>" if named == "-" else named)):
            if as_json:
                print(json.dumps(classified(hearing, one.name), ensure_ascii=False))
            else:
                print(f"{hearing.primary}\t{label(hearing)}\t{' '.join(one.response.split())}")


def _opened(named: str) -> Any:
    if named == "-":
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
        return sys.stdin
    try:
        return Path(named).open(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise wrong(named, "I003", f"cannot be read: {error.strerror}", "check the path") from error


def _asked(lines: Iterable[str], named: str) -> Iterator[_Asked]:
    """JSON Lines if the first line that is not blank is an object with a response, else plain lines."""
    waiting = iter(lines)
    blank: list[str] = []
    for line in waiting:
        if line.strip():
            rest = chain([line], waiting)
            if _is_request(line):
                yield from _requests(rest, named, len(blank))
            else:
                yield from (_Asked(None, one.rstrip("\r\n"), ()) for one in chain(blank, rest))
            return
        blank.append(line)
    yield from (_Asked(None, "", ()) for _ in blank)


def _is_request(line: str) -> bool:
    try:
        raw = json.loads(line)
    except ValueError:
        return False
    return isinstance(raw, Mapping) and "response" in raw


def _requests(lines: Iterable[str], named: str, skipped: int) -> Iterator[_Asked]:
    for number, line in enumerate(lines, start=skipped + 1):
        if line.strip():
            yield _request(line, named, number)


def _request(line: str, named: str, number: int) -> _Asked:
    try:
        raw = json.loads(line)
        name = None if raw.get("id") is None else raw["id"]
        context = tuple(Utterance(Speaker(said["speaker"]), str(said["text"])) for said in raw.get("context") or ())
        return _Asked(name, str(raw["response"]), context)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"is no request: {error}"
        remedy = 'write {"response": "...", "context": [{"speaker": "coachee", "text": "..."}]}'
        raise InputError(Finding(named, number, 1, "I004", problem, remedy)) from error


def _heard(asked: Iterable[_Asked]) -> Iterator[tuple[_Asked, Hearing]]:
    listener = wiring.listener()
    kept: list[_Asked] = []

    def spoken() -> Iterator[Spoken]:
        for one in asked:
            kept.append(one)
            yield Spoken(one.response, one.context)

    for heard in listener.hear_all(spoken()):
        one = kept.pop(0)
        yield one, _settled(heard, one)


def _settled(heard: HeardResponse, one: _Asked) -> Hearing:
    return settle(heard, hear_transcript(one.context, wiring.listener()) if one.context else ())

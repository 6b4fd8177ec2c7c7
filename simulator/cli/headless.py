"""``classify`` and ``score``: the engine without a conversation."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from simulator.cli import wiring
from simulator.core.debrief import debrief
from simulator.core.hearing import Heard, HeardResponse, Hearing
from simulator.core.plain import classified
from simulator.core.play import hear_transcript
from simulator.core.ports import Spoken
from simulator.core.rules import settle
from simulator.core.score import Estimate, Scored, score
from simulator.core.telling import label, tell
from simulator.core.words import Speaker, Utterance
from simulator.errors import Finding, InputError, wrong

_MISUSE = 2


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


def score_files(named: Sequence[str], as_json: bool, coach: str | None) -> int:
    """Score transcripts one after the other; a bad one is reported and the rest are scored."""
    code = 0
    for name in named:
        try:
            _score_file(name, as_json, coach)
        except InputError as error:
            print(f"coach: {error}", file=sys.stderr)
            code = _MISUSE
    return code


def _score_file(named: str, as_json: bool, coach: str | None) -> None:
    from simulator.files.transcript import load_transcript

    conversation = hear_transcript(load_transcript(Path(named), coach), wiring.listener())
    rubric = wiring.rubric()
    if as_json:
        print(json.dumps(scored(named, conversation, score(conversation, rubric)), ensure_ascii=False))
        return
    from simulator.cli.plain import spoken

    print(named)
    for passage in tell(debrief(conversation, rubric), rubric):
        print(spoken(passage))


def scored(named: str, conversation: Sequence[Heard], result: Scored) -> Mapping[str, Any]:
    """A scored conversation in the form of ``coach score --json``."""
    return {
        "file": named,
        "overall": _estimate("score", result.overall),
        "dimensions": {
            key: {**_estimate("level", one.level), "evidence": list(one.evidence), "note": one.note}
            for key, one in result.dimensions.items()
        },
        "indicators": {
            name: {**_estimate("value", one.estimate), "unit": one.unit, "turns": list(one.turns)}
            for name, one in result.indicators.items()
        },
        "turns": [_turn(heard) for heard in conversation],
    }


def _estimate(name: str, estimate: Estimate) -> dict[str, float | None]:
    return {name: estimate.value, "low": estimate.low, "high": estimate.high}


def _turn(heard: Heard) -> Mapping[str, Any]:
    if isinstance(heard, Hearing):
        return {"speaker": Speaker.COACH, **classified(heard)}
    kinds, signs = sorted(heard.kinds), sorted(heard.signs)
    return {"speaker": Speaker.COACHEE, "text": heard.text, "kinds": kinds, "signs": signs}

"""``coach scenario playtest``: what came of playing a scenario in every way, as text or JSON."""

import json
from collections.abc import Iterator, Mapping
from time import perf_counter
from typing import Any

from simulator.cli import wiring
from simulator.core.playtest.coverage import Coverage
from simulator.core.playtest.exhaust import Tried
from simulator.core.playtest.playtest import Playtest, playtest
from simulator.core.playtest.smells import BotScore
from simulator.core.playtest.stances import Stance
from simulator.core.scenario import Line
from simulator.errors import wrong
from simulator.files.document import Document
from simulator.files.scenario import build_scenario, find_scenario, parse, read_source, scenario_paths

_UNSOUND = 1
"""The exit code where something cannot be reached or a score smells."""


def playtest_scenario(named: str | None, sessions: int, seed: int, as_json: bool) -> int:
    """Playtest one scenario and print what came of it; the exit code says whether it is sound."""
    if named is None:
        known = ", ".join(scenario_paths())
        raise wrong(
            "<input>", "I001", "no scenario was named", f"use: coach scenario playtest SCENARIO, one of {known}"
        )
    source = read_source(find_scenario(named))
    scenario = build_scenario(source)
    began = perf_counter()
    found = playtest(scenario, wiring.rubric(), sessions, seed)
    took = perf_counter() - began
    if as_json:
        print(json.dumps(to_plain(found), ensure_ascii=False))
    else:
        for line in told(found, parse(source)):
            print(line)
        print(f"\n{took:.1f} seconds")
    return 0 if found.is_sound else _UNSOUND


def told(found: Playtest, document: Document) -> Iterator[str]:
    """The report, line by line."""
    answers, sessions = found.answers, found.sessions
    scenario = sessions.scenario
    yield f"{scenario.title} (version {scenario.version}), seed {found.seed}"
    yield f"\nEvery response once, from {len(Stance)} named states: {answers.turns} answers"
    yield _covered(answers)
    yield from (f"  no words for {_response(one)}" for one in found.silent)
    yield f"\n{sessions.sessions} random sessions: {sessions.turns} turns"
    yield _covered(sessions)
    yield from (f"  never opened: {layer} layer of {topic}" for topic, layer in sessions.unopened)
    yield from (f"  never reached: ending {ending}" for ending in sessions.unreached)
    yield from (f"  never said: {_place(line, document)} {line.text}" for line in sessions.unsaid)
    yield f"\nBots, {len(found.bots[0].results)} sessions each: score, share that passes as ready, levels"
    yield from (_bot(score) for score in found.bots)
    yield from (f"smell: {smell}" for smell in found.smells)
    yield "no score smells" if not found.smells else ""


def _covered(one: Coverage) -> str:
    return f"  lines {one.lines:.1%}, layers {one.layers:.1%}, endings {one.endings:.1%}"


def _response(one: Tried) -> str:
    topics = [match.topic for match in one.hearing.topics]
    return f"{one.hearing.text} about {topics[0] if topics else 'nothing'} from {one.stance}"


def _place(line: Line, document: Document) -> str:
    places = {_value(document, path): place for path, place in document.places.items() if path[-1:] == ("text",)}
    row, column = places.get(line.text, (0, 0))
    return f"{document.name}:{row}:{column}:"


def _value(document: Document, path: tuple[str | int, ...]) -> Any:
    value = document.value
    for step in path:
        value = value[step]
    return value


def _bot(score: BotScore) -> str:
    levels = " ".join(f"{key} {_span(score, key)}" for key in score.results[0].levels)
    return f"  {score.bot.name:13} {score.overall!s:>5} {score.passes:>4.0%}  {levels}"


def _span(score: BotScore, key: str) -> str:
    low, high = score.lowest(key), score.highest(key)
    return "-" if low is None else str(low) if low == high else f"{low}-{high}"


def to_plain(found: Playtest) -> Mapping[str, Any]:
    """The report for other programs; the same seed gives the same report."""
    scenario = found.sessions.scenario
    return {
        "scenario": scenario.slug,
        "version": scenario.version,
        "hash": scenario.hash,
        "seed": found.seed,
        "sound": found.is_sound,
        "answers": _coverage_to_plain(found.answers) | {"silent": [_response(one) for one in found.silent]},
        "sessions": _coverage_to_plain(found.sessions) | {"sessions": found.sessions.sessions},
        "bots": {score.bot.name: _bot_to_plain(score) for score in found.bots},
        "smells": list(found.smells),
    }


def _coverage_to_plain(one: Coverage) -> dict[str, Any]:
    return {
        "turns": one.turns,
        "lines": {"share": round(one.lines, 4), "unseen": [line.id for line in one.unsaid]},
        "layers": {"share": round(one.layers, 4), "unseen": [f"{topic}.{layer}" for topic, layer in one.unopened]},
        "endings": {"share": round(one.endings, 4), "unseen": list(one.unreached)},
    }


def _bot_to_plain(score: BotScore) -> Mapping[str, Any]:
    levels = {key: [score.lowest(key), score.highest(key)] for key in score.results[0].levels}
    return {"overall": score.overall, "passes": round(score.passes, 2), "levels": levels}

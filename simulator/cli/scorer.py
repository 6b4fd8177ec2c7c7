"""One transcript scored, in whatever process: what is asked for goes in, what is to be said about it comes out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from simulator.cli import wiring
from simulator.cli.plain import spoken
from simulator.core.debrief import Debrief, debrief
from simulator.core.hearing import Heard, Hearing
from simulator.core.plain import classified
from simulator.core.play import hear_transcript
from simulator.core.score import Estimate, Scored, score
from simulator.core.telling import tell
from simulator.core.words import Speaker
from simulator.errors import InputError, wrong
from simulator.files.report.wanted import Wanted
from simulator.files.transcript import read_transcript
from simulator.files.transcripts.redact import redact
from simulator.files.transcripts.roles import coach_among, turns, unknown_coach
from simulator.files.transcripts.said import Transcript
from simulator.files.transcripts.search import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is wanted of every transcript."""

    coach: str | None
    """The name by which the files call the coach, where they do not say."""
    as_json: bool
    redacted: bool
    """Are names replaced in all that is shown?"""
    reports: tuple[Wanted, ...] = ()
    """What is to be written down of each."""
    is_many: bool = False
    """Can there be several transcripts, and so several reports in a folder?"""


class Outcome(NamedTuple):
    """What one transcript came to."""

    words: str
    """To be printed; empty where nothing could be scored."""
    problem: str
    """What was wrong with it, or empty."""


def outcome(found: Found, wish: Wish) -> Outcome:
    """Score one transcript.

    Raises:
        InputError: If the ear or the rubric is missing or damaged, or a report cannot be written. What is wrong with
            the transcript is an outcome.
    """
    try:
        transcript = read_transcript(found.path)
        coach = _coach(transcript, wish)
        _spare(found, wish)
        spoken = turns(transcript, coach)
    except InputError as error:
        return Outcome("", str(error))
    conversation = hear_transcript(spoken, wiring.listener())
    shown = redact(conversation, transcript.speakers) if wish.redacted else conversation
    return Outcome(_told(found, wish, shown, "" if wish.redacted else _sides(transcript, coach)), "")


def _sides(transcript: Transcript, coach: str) -> str:
    """Who was taken for whom."""
    others = ", ".join(name for name in transcript.speakers if name != coach) or "nobody"
    return f"Coach: {coach}. Coachee: {others}."


def _told(found: Found, wish: Wish, conversation: Sequence[Heard], sides: str) -> str:
    rubric = wiring.rubric()
    if wish.as_json and not wish.reports:
        return _object(found, conversation, score(conversation, rubric))
    told = debrief(conversation, rubric)
    if wish.reports:
        _write(found, wish, told)
    if wish.as_json:
        return _object(found, conversation, told.scored)
    head = filter(None, (str(found.path), sides))
    return "\n".join((*head, *map(spoken, tell(told, rubric))))


def _object(found: Found, conversation: Sequence[Heard], result: Scored) -> str:
    return json.dumps(scored(str(found.path), conversation, result), ensure_ascii=False)


def _write(found: Found, wish: Wish, told: Debrief) -> None:
    from simulator.files.report.sheet import sheet
    from simulator.files.report.write import write

    about = "a transcript with names replaced" if wish.redacted else found.path.name
    page = sheet(told, wiring.rubric(), about)
    for wanted in wish.reports:
        is_in_folder = wish.is_many or wanted.out.is_dir()
        write(page, wanted, found.within if is_in_folder else None)


def _spare(found: Found, wish: Wish) -> None:
    """A report never takes the place of the transcript, nor of another report.

    Raises:
        InputError: If it would.
    """
    outs = [wanted.out.resolve() for wanted in wish.reports]
    if found.path.resolve() in outs:
        raise wrong(str(found.path), "I006", "would be written over by its own report", "name another file")
    if len(set(outs)) < len(outs) and not wish.is_many and not any(out.is_dir() for out in outs):
        raise wrong(str(outs[0]), "I006", "would be two reports at once", "name a file for each")


def _coach(transcript: Transcript, wish: Wish) -> str:
    coach = coach_among(transcript.speakers, wish.coach)
    if coach is None:
        raise unknown_coach(transcript, wish.coach)
    return coach


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

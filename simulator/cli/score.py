"""``coach score``: any number of transcripts, one after the other."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from simulator.cli.batch import in_order
from simulator.cli.meter import Meter
from simulator.cli.scorer import Wish, outcome
from simulator.errors import InputError
from simulator.files.transcript import read_transcript
from simulator.files.transcripts.roles import coach_among
from simulator.files.transcripts.search import Found, distinct, is_many, search

_MISUSE = 2


def score_files(named: Sequence[str], wish: Wish, jobs: int) -> int:
    """Score what the arguments stand for; a bad transcript is reported and the rest are scored.

    Returns:
        The exit code: 2 if any was bad.
    """
    if is_many(named):
        return _score_many(named, replace(wish, as_json=True, is_many=True), jobs)
    [found] = search(named)
    result = outcome(found, _with_coach(found, wish))
    print(result.words or f"coach: {result.problem}", file=sys.stdout if result.words else sys.stderr)
    return _MISUSE if result.problem else 0


def _score_many(named: Sequence[str], wish: Wish, jobs: int) -> int:
    """One line of JSON for each, as soon as it is there, so that memory stays the same however many there are."""
    code = 0
    with Meter(lambda: sum(1 for _ in search(named))) as meter:
        found = distinct(search(named)) if wish.reports else search(named)
        for result in in_order(partial(outcome, wish=wish), found, jobs):
            if result.problem:
                meter.report(f"coach: {result.problem}")
                code = _MISUSE
            else:
                print(result.words, flush=True)
            meter.step()
    return code


def _with_coach(found: Found, wish: Wish) -> Wish:
    """The wish with the coach's name, asked for where the file does not say and somebody is there to be asked."""
    if wish.coach or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return wish
    try:
        speakers = read_transcript(found.path).speakers
    except InputError:
        return wish
    return wish if coach_among(speakers, None) else replace(wish, coach=_asked(speakers))


def _asked(speakers: Sequence[str]) -> str | None:
    print("Who is the coach?", file=sys.stderr)
    for number, name in enumerate(speakers, start=1):
        print(f"  {number} {name}", file=sys.stderr)
    while True:
        print("Number or name: ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline().strip()
        is_number = answer.isascii() and answer.isdigit() and 0 < int(answer) <= len(speakers)
        coach = speakers[int(answer) - 1] if is_number else coach_among(speakers, answer)
        if coach or not answer:
            return coach

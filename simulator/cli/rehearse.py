"""``coach scenario rehearse``: expected plays, replayed."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from simulator.cli import wiring
from simulator.core.hearing import Hearing
from simulator.core.play import hear_response
from simulator.core.scenario import Scenario
from simulator.core.session import Session
from simulator.errors import Finding
from simulator.files.checks.rehearsal import drifts, no_rehearsal, turn_finding
from simulator.files.checks.settings import Severity, load_settings
from simulator.files.rehearsal import ExpectedTurn, Rehearsal, load_rehearsal, rehearsal_path
from simulator.files.scenario import find_scenario, load_scenario, scenario_paths

_FOUND = 1
"""The exit code where an error was found."""


def rehearse_scenarios(named: Sequence[str], listen: bool) -> int:
    """Replay expected plays; with ``listen`` also hear their words again."""
    paths = [find_scenario(name) for name in named] or list(scenario_paths().values())
    settings, errors = load_settings(), 0
    for path in paths:
        for one in settings.graded(_findings(path, listen)):
            errors += one.severity is Severity.ERROR
            print(one)
    return _FOUND if errors else 0


def _findings(path: Path, listen: bool) -> Iterator[Finding]:
    """What is wrong with one scenario's plays; each play that was replayed is named."""
    scenario = load_scenario(path)
    if not rehearsal_path(path).exists():
        yield no_rehearsal(path)
        return
    rehearsal = load_rehearsal(rehearsal_path(path))
    yield from drifts(scenario, rehearsal)
    if listen:
        yield from _misheard(scenario, rehearsal)
    for play in rehearsal.plays:
        print(f"{path.stem}: {play.name}: {len(play.turns)} turns")


def _misheard(scenario: Scenario, rehearsal: Rehearsal) -> Iterator[Finding]:
    """Where the ear hears a play's words otherwise than its author does."""
    listener = wiring.listener()
    for number, play in enumerate(rehearsal.plays):
        session = Session.begin(scenario, play.seed)
        for place, turn in enumerate(play.turns):
            if session.is_over:
                break
            heard = hear_response(session, turn.say, listener)
            if problem := _difference(turn, heard):
                yield turn_finding(
                    rehearsal, (number, place), "S040", problem, "trust the codebook, then retrain or relabel"
                )
            session = session.advance(turn.hearing).overheard(listener.hear_line(session.last_line.text))


def _difference(turn: ExpectedTurn, heard: Hearing) -> str:
    expected = [segment.move for segment in turn.hearing.segments]
    found = [segment.move for segment in heard.segments]
    if turn.hearing.primary is not heard.primary:
        return f"is heard as {', '.join(found)}, not {', '.join(expected)}"
    wanted = turn.hearing.topics[0].topic if turn.hearing.topics else None
    got = next((match.topic for match in heard.topics if match.topic), None)
    return f"is about '{got}', not '{wanted}'" if wanted and got != wanted else ""

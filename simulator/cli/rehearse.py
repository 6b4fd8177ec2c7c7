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
from simulator.files.checks.subject import shortened
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
    """Where the ear hears a play's words otherwise than its author does; how often it agrees is told."""
    turns = agreed = 0
    for place, turn, heard in _heard(scenario, rehearsal):
        difference = _difference(turn, heard)
        turns, agreed = turns + 1, agreed + (difference is None)
        if difference:
            yield turn_finding(rehearsal, place, "S040", *difference)
    print(f"{scenario.slug}: {agreed} of {turns} turns are heard as they are written down")


def _heard(scenario: Scenario, rehearsal: Rehearsal) -> Iterator[tuple[tuple[int, int], ExpectedTurn, Hearing]]:
    """Each turn with its place, as its author expects it and as the ear hears it."""
    listener = wiring.listener()
    for number, play in enumerate(rehearsal.plays):
        session = Session.begin(scenario, play.seed)
        for place, turn in enumerate(play.turns):
            if session.is_over:
                break
            yield (number, place), turn, hear_response(session, turn.say, listener)
            session = session.advance(turn.hearing).overheard(listener.hear_line(session.last_line.text, turn.say))


def _difference(turn: ExpectedTurn, heard: Hearing) -> tuple[str, str] | None:
    """What is heard otherwise, and what to do about it; None where ear and author agree."""
    if turn.hearing.primary is not heard.primary:
        expected, found = (", ".join(one.move for one in hearing.segments) for hearing in (turn.hearing, heard))
        problem = f"'{shortened(turn.say)}' is heard as {found}, not {expected}"
        return problem, "word it more plainly, or correct 'heard' if the codebook says so"
    wanted = turn.hearing.topics[0].topic if turn.hearing.topics else None
    got = next((match.topic for match in heard.topics if match.topic), "")
    if wanted and got != wanted:
        problem = f"'{shortened(turn.say)}' is heard to be about {got or 'no topic'}, not {wanted}"
        return problem, f"add cues to '{wanted}' in other people's words, or correct 'topic'"
    return None

"""Checks on the rehearsal beside a scenario: whether it belongs there, and whether it still goes as expected."""

from collections.abc import Iterator
from pathlib import Path

from simulator.core.scenario import Scenario
from simulator.core.session import Session
from simulator.errors import Finding, InputError
from simulator.files.checks.subject import shortened
from simulator.files.rehearsal import Play, Rehearsal, load_rehearsal, rehearsal_path
from simulator.files.scenario import scenario_paths

_LEAST_PLAYS = 2


def rehearsal_findings(path: Path, scenario: Scenario | None) -> Iterator[Finding]:
    """Everything wrong with the rehearsal beside a scenario file.

    Args:
        path: The scenario's file.
        scenario: What it holds, or None where that could not be built.
    """
    beside = rehearsal_path(path)
    if not beside.exists():
        yield no_rehearsal(path)
        return
    try:
        rehearsal = load_rehearsal(beside)
    except InputError as error:
        yield from error.findings
        return
    if scenario:
        yield from _misplaced(rehearsal, scenario)
        yield from drifts(scenario, rehearsal)


def no_rehearsal(path: Path) -> Finding:
    """The finding that nothing stands beside a scenario, with what would put something there."""
    named = path.stem if scenario_paths().get(path.stem) == path else path
    remedy = f"coach practise {named} --plain, then: coach scenario rehearse {named} --save last"
    return Finding(str(path), 0, 0, "S010", "has no rehearsal beside it", remedy)


def _misplaced(rehearsal: Rehearsal, scenario: Scenario) -> Iterator[Finding]:
    document = rehearsal.document
    if rehearsal.scenario != scenario.slug:
        problem = f"names scenario '{rehearsal.scenario}' and stands beside '{scenario.slug}'"
        yield document.finding(("scenario",), "S011", problem, f"write 'scenario: {scenario.slug}'")
    if len(rehearsal.plays) < _LEAST_PLAYS:
        yield document.finding(("plays",), "S013", "has only one play", "add another, a poor coach beside a good one")
    for number, play in enumerate(rehearsal.plays):
        for place, turn in enumerate(play.turns):
            named = [match.topic for match in turn.hearing.topics if match.topic]
            if named and named[0] not in scenario.topic:
                problem, remedy = (
                    f"turn {place + 1} names topic '{named[0]}', which is not there",
                    "use one of its topics",
                )
                at = ("plays", number, "turns", place, "topic")
                yield document.finding(at, "S012", problem, remedy)


def drifts(scenario: Scenario, rehearsal: Rehearsal) -> Iterator[Finding]:
    """Where a play, heard as its author expects, is answered otherwise than expected."""
    for number, play in enumerate(rehearsal.plays):
        session = Session.begin(scenario, play.seed)
        for place, turn in enumerate(play.turns):
            if session.is_over:
                yield turn_finding(rehearsal, (number, place), "S030", "comes after the end", "remove it")
                break
            session = session.advance(turn.hearing)
            replied = session.turns[-1].reply.lines[0]
            if turn.reply_id != replied.id:
                problem = f"is answered '{shortened(replied.text)}', {replied.id}, not {turn.reply_id or 'as written'}"
                yield turn_finding(rehearsal, (number, place), "S031", problem, "write the new reply_id if it fits")
        yield from _wrong_ending(rehearsal, number, play, session)


def _wrong_ending(rehearsal: Rehearsal, number: int, play: Play, session: Session) -> Iterator[Finding]:
    if play.ending != session.ending:
        problem = f"ends '{session.ending}', not '{play.ending}'"
        yield rehearsal.document.finding(("plays", number), "S032", problem, "write the ending if it fits")


def turn_finding(rehearsal: Rehearsal, place: tuple[int, int], code: str, problem: str, remedy: str) -> Finding:
    """A finding about a turn, by the number of its play and its own."""
    play, turn = place
    return rehearsal.document.finding(("plays", play, "turns", turn), code, f"turn {turn + 1} {problem}", remedy)

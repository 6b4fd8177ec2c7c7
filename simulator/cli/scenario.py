"""The author's tools on the command line."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from simulator.cli import wiring
from simulator.core.hearing import Hearing
from simulator.core.play import hear_response
from simulator.core.scenario import Scenario
from simulator.core.session import Session
from simulator.errors import Finding, InputError
from simulator.files.document import parse_document
from simulator.files.rehearsal import ExpectedTurn, Play, Rehearsal, load_rehearsal, rehearsal_path
from simulator.files.scenario import find_scenario, load_scenario, read_source, scenario_findings, scenario_paths

_FOUND = 1
"""The exit code where something was found."""


def list_scenarios() -> None:
    """Print every scenario with its level, theme and title."""
    for scenario in wiring.all_scenarios():
        print(f"{scenario.slug}\tlevel {scenario.level}\t{scenario.theme}\t{scenario.title}")


def show_scenario(named: str) -> None:
    """Print a scenario's brief and what its coachee knows about."""
    scenario = wiring.scenario(named)
    lines = list(scenario.every_line())
    print(f"{scenario.title} (version {scenario.version}, level {scenario.level}, theme {scenario.theme})")
    print(f"{scenario.persona.name}, {scenario.persona.role}: {scenario.persona.profile}, {scenario.persona.wall}")
    print(f"\n{scenario.brief.situation}\n\n{len(scenario.topics)} topics, {len(lines)} lines")
    for topic in scenario.topics:
        print(f"  {topic.id}: {topic.title} ({', '.join(topic.cues[:5])} ...)")


def check_scenarios(named: Sequence[str]) -> int:
    """Print every finding; the exit code says whether there was one."""
    paths = [find_scenario(name) for name in named] or list(scenario_paths().values())
    found = 0
    for path in paths:
        for finding in (*_findings(path), *_rehearsal_findings(path)):
            found += 1
            print(finding)
    print(f"{len(paths)} scenario{'' if len(paths) == 1 else 's'} checked, {found} finding{'' if found == 1 else 's'}")
    return _FOUND if found else 0


def _findings(path: Path) -> Sequence[Finding]:
    try:
        source = read_source(path)
        return list(scenario_findings(parse_document(source.text, source.name, "S002")))
    except InputError as error:
        if error.findings[0].code == "S001":
            raise
        return error.findings


def _rehearsal_findings(path: Path) -> Sequence[Finding]:
    beside = rehearsal_path(path)
    if path.exists() and not beside.exists():
        remedy = f"write {beside.name} with two or more plays"
        return [Finding(str(path), 0, 0, "S010", "has no rehearsal beside it", remedy)]
    try:
        rehearsal = load_rehearsal(beside)
        return list(drifts(load_scenario(path), rehearsal))
    except InputError as error:
        return error.findings


def rehearse_scenarios(named: Sequence[str], listen: bool) -> int:
    """Replay expected plays; with ``listen`` also hear their words again."""
    paths = [find_scenario(name) for name in named] or list(scenario_paths().values())
    found = 0
    for path in paths:
        scenario, rehearsal = load_scenario(path), load_rehearsal(rehearsal_path(path))
        findings = [*drifts(scenario, rehearsal), *(_misheard(scenario, rehearsal) if listen else ())]
        found += len(findings)
        for finding in findings:
            print(finding)
        for play in rehearsal.plays:
            print(f"{path.stem}: {play.name}: {len(play.turns)} turns")
    return _FOUND if found else 0


def drifts(scenario: Scenario, rehearsal: Rehearsal) -> Iterator[Finding]:
    """Where a play, heard as its author expects, is answered otherwise than expected."""
    for number, play in enumerate(rehearsal.plays):
        session = Session.begin(scenario, play.seed)
        for place, turn in enumerate(play.turns):
            if session.is_over:
                yield _finding(rehearsal, number, place, "S030", "comes after the end", "remove it")
                break
            session = session.advance(turn.hearing)
            replied = session.turns[-1].reply.lines[0].id
            if turn.reply_id != replied:
                problem = f"is answered by '{replied}', not '{turn.reply_id}'"
                yield _finding(rehearsal, number, place, "S031", problem, "write the new reply_id if it fits")
        yield from _wrong_ending(rehearsal, number, play, session)


def _wrong_ending(rehearsal: Rehearsal, number: int, play: Play, session: Session) -> Iterator[Finding]:
    if play.ending != session.ending:
        problem = f"ends '{session.ending}', not '{play.ending}'"
        yield rehearsal.document.finding(("plays", number), "S032", problem, "write the ending if it fits")


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
                yield _finding(rehearsal, number, place, "S040", problem, "trust the codebook, then retrain or relabel")
            session = session.advance(turn.hearing).overheard(listener.hear_line(session.last_line.text))


def _difference(turn: ExpectedTurn, heard: Hearing) -> str:
    expected = [segment.move for segment in turn.hearing.segments]
    found = [segment.move for segment in heard.segments]
    if turn.hearing.primary is not heard.primary:
        return f"is heard as {', '.join(found)}, not {', '.join(expected)}"
    wanted = turn.hearing.topics[0].topic if turn.hearing.topics else None
    got = next((match.topic for match in heard.topics if match.topic), None)
    return f"is about '{got}', not '{wanted}'" if wanted and got != wanted else ""


def _finding(rehearsal: Rehearsal, play: int, turn: int, code: str, problem: str, remedy: str) -> Finding:
    return rehearsal.document.finding(("plays", play, "turns", turn), code, f"turn {turn} {problem}", remedy)

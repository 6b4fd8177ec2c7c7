"""``coach debrief``: the debriefs of finished sessions, again."""

from collections.abc import Sequence
from pathlib import Path

from simulator.cli import wiring
from simulator.cli.afterwards import with_agreement
from simulator.cli.late import LateListener
from simulator.cli.plain import look_again
from simulator.core.practice import Practice
from simulator.core.record import Summary
from simulator.errors import wrong

_LAST = "last"


def list_sessions() -> None:
    """Print every session, the newest first."""
    found = wiring.record().sessions()
    for one in found:
        turns = f"{one.turns} turn{'' if one.turns == 1 else 's'}"
        origin = f", from session {one.origin.key}" if one.origin else ""
        print(f"{one.key:>4}  {one.began[:16].replace('T', ' ')}  {one.title}, {turns}, {_state(one)}{origin}")
    print(
        "Read one: coach debrief NUMBER --plain" if found else "Nothing was played yet. Begin: coach practise --plain"
    )


def _state(one: Summary) -> str:
    return "unfinished" if one.is_open else "finished"


def find_session(named: str) -> int:
    """The number of a session that has ended.

    Raises:
        InputError: If there is none of that name, or it is not finished.
    """
    found = wiring.record().sessions()
    finished = [one.key for one in found if not one.is_open]
    if named == _LAST and finished:
        return finished[0]
    if named.isascii() and named.isdigit():
        if int(named) in finished:
            return int(named)
        if any(one.key == int(named) for one in found):
            raise wrong("<input>", "I012", f"session {named} is not finished", "go on with it: coach")
    raise wrong("<input>", "I012", f"there is no finished session '{named}'", "list them: coach debrief --plain")


def read_again(named: str) -> None:
    """Print a debrief, and offer what can be done with it."""
    look_again(_practice(named))


def write_again(named: str, reports: Sequence[tuple[str, Path | None]]) -> None:
    """Write a debrief as a page, as PDF, or both, and say where."""
    practice = _practice(named)
    practice.remarks = with_agreement(practice)
    found = practice.debrief(wiring.rubric())
    for suffix, out in reports:
        if out:
            for path in wiring.report(found, practice, _named(out, suffix)):
                print(path)


def _named(out: Path, suffix: str) -> str:
    """The file, under a name that says its layout."""
    return str(out if out.suffix.lower() == suffix else out.with_name(out.name + suffix))


def _practice(named: str) -> Practice:
    kept = wiring.record().read(find_session(named))
    return Practice.resume(kept, wiring.rebuild(kept.wording), wiring.record(), LateListener(wiring.listener))

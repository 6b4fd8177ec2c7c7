"""After a conversation, line by line: the coach's own view, the debrief, and what can be done with it."""

import sys
from collections.abc import Callable, Mapping

from simulator.cli import wiring
from simulator.cli.asking import GoneError, line, show
from simulator.cli.disputing import dispute
from simulator.cli.library import notebook
from simulator.core.agreement import carried_place
from simulator.core.branch import tell_difference, tell_turn
from simulator.core.notebook import is_ticked
from simulator.core.passage import Passage, Style
from simulator.core.practice import Practice
from simulator.core.remarks import CANT_SAY, OwnView, Remarks
from simulator.core.rubric import Dimension
from simulator.core.telling import tell
from simulator.errors import SimulatorError

_FIRST = "Before the debrief: how do you see it yourself? Type y to say, or Enter to skip. "
_OFFER = "Now: /rewrite 5, /again 5 or /dispute 5 with the number of a line of yours; /save FILE; Enter leaves."
_LEVELS = frozenset({"1", "2", "3", "4"})


def look_back(practice: Practice) -> Practice | None:
    """Ask for the coach's own view, tell the debrief, and do what is asked for.

    Returns:
        A session that goes on from a line of this one, where that was asked for.
    """
    try:
        if practice.session.turns and not practice.remarks.view.is_done:
            practice.keep_view(_own_view()._replace(is_done=True))
    except GoneError:
        pass
    practice.remarks = with_agreement(practice)
    tell_debrief(practice)
    try:
        return _afterwards(practice) if practice.session.turns else None
    except GoneError:
        return None


def tell_debrief(practice: Practice) -> None:
    """Print the debrief as it stands."""
    rubric = wiring.rubric()
    show(tell(practice.debrief(rubric), rubric, practice.session, practice.remarks))


def with_agreement(practice: Practice) -> Remarks:
    """What the coach adds, and whether a learning agreement carried into the scenario was kept to."""
    session, slug = practice.session, practice.session.scenario.slug
    if not is_ticked(notebook().notes(), carried_place(slug)):
        return practice.remarks  # the desk takes seconds to open
    return practice.remarks._replace(agreed=wiring.desk().kept(slug, session.conversation()))


def _own_view() -> OwnView:
    if line(_FIRST).lower() not in {"y", "yes"}:
        return OwnView()
    print("1 harmful or absent, 2 emerging, 3 secure, 4 skilled; Enter where you can't say.")
    levels = {one.key: _level(one) for one in wiring.rubric().dimensions}
    return OwnView(levels, line("One thing you would change (Enter for nothing): "))


def _level(dimension: Dimension) -> int:
    while typed := line(f"{dimension.title}, 1 to 4: "):
        if typed in _LEVELS:
            return int(typed)
        for level in dimension.levels.values():
            print(f"  {level.number}  {level.descriptor}")
    return CANT_SAY


def _afterwards(practice: Practice) -> Practice | None:
    """Do what is asked for until nothing more is; only words that are no command end a file's turn."""
    print(f"\n{_OFFER}")
    while typed := line("> "):
        command, _, rest = typed.partition(" ")
        if command in _COMMANDS:
            try:
                if again := _COMMANDS[command](practice, rest.strip()):
                    return again
            except SimulatorError as error:
                print(f"  {error}")
        elif sys.stdin.isatty():
            print(f"  {_OFFER}")
        else:
            return None
    return None


def _turn(practice: Practice, typed: str) -> int | None:
    """The coach's turn that is meant, counted from 0, by its number in the debrief."""
    number = int(typed.strip("[]")) if typed.strip("[]").isdecimal() else 0
    turn = number // 2
    if number % 2 and turn < len(practice.session.turns):
        return turn
    print(f"  '{typed}' is no line of yours: they have odd numbers, up to {2 * len(practice.session.turns) - 1}.")
    return None


def _rewrite(practice: Practice, typed: str) -> Practice | None:
    turn = _turn(practice, typed)
    if turn is None:
        return None
    print(f"  You said: {practice.session.turns[turn].hearing.text}")
    words = line("  Say instead (Enter to leave it): ")
    if not words:
        return None
    branch = practice.what_if(turn, words)
    for name, one in (("What was said", branch.was), ("What if", branch.now)):
        show((Passage(Style.HEADING, name), *tell_turn(one)))
    show((tell_difference(branch),))
    print("  The record is not changed.")
    if line("  Go on from here as a new session? Type y to. ").lower() in {"y", "yes"}:
        return practice.go_on(branch.session, turn)
    return None


def _again(practice: Practice, typed: str) -> Practice | None:
    turn = _turn(practice, typed)
    if turn is None:
        return None
    again = practice.again(turn)
    print(f"  A new session, {again.key}. The old one stays as it is.\n")
    return again


def _dispute(practice: Practice, typed: str) -> None:
    turn = _turn(practice, typed)
    if turn is not None:
        dispute(practice, turn)


def _save(practice: Practice, file: str) -> None:
    found = practice.debrief(wiring.rubric())
    for path in wiring.report(found, practice, file or f"session-{practice.key}"):
        print(f"  Written: {path}")


_COMMANDS: Mapping[str, Callable[[Practice, str], Practice | None]] = {
    "/rewrite": _rewrite,
    "/again": _again,
    "/dispute": _dispute,
    "/save": _save,
}

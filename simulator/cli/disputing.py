"""Disputing a label line by line."""

from simulator.cli.asking import GoneError, line
from simulator.core.codebook import DEFINITIONS
from simulator.core.moves import Move
from simulator.core.passage import move_label, segment_label, shortened
from simulator.core.practice import Practice
from simulator.core.remarks import NEVER_SCORED, Dispute

_ASK = "  What was it? A move's name, ? for all of them, 0 to take a dispute back, Enter to leave it: "


def dispute(practice: Practice, turn: int) -> None:
    """Ask which label of a turn is wrong and what it was, and keep that.

    Args:
        practice: The session.
        turn: The coach's turns, counted from 0.
    """
    try:
        _dispute(practice, turn)
    except GoneError:
        return


def _dispute(practice: Practice, turn: int) -> None:
    place = _which(practice, turn)
    typed = _move() if place is not None else None
    if place is None or typed is None:
        print("  Left as it was.")
    elif typed == "0":
        practice.withdraw(turn, place)
        print("  Taken back.")
    elif typed == practice.session.turns[turn].hearing.segments[place].move:
        print("  That is what was heard: there is nothing to dispute.")
    else:
        practice.dispute(Dispute(turn, place, Move(typed), line("  Why? (Enter for no reason) ")))
        print(f"  Kept. {NEVER_SCORED}")


def _which(practice: Practice, turn: int) -> int | None:
    """The segment whose label is meant."""
    hearing = practice.session.turns[turn].hearing
    for place, segment in enumerate(hearing.segments):
        print(f"  {place + 1}  “{shortened(segment.text)}”  {segment_label(hearing, place)}")
    if len(hearing.segments) == 1:
        return 0
    typed = line("  Which one? ")
    return int(typed) - 1 if typed.isdecimal() and 1 <= int(typed) <= len(hearing.segments) else None


def _move() -> str | None:
    """A move's name, 0, or None where nothing was chosen."""
    while typed := line(_ASK).lower().replace(" ", "_"):
        if typed == "0" or typed in set(Move):
            return typed
        if typed != "?":
            print(f"  '{typed}' is no move.")
        for move in Move:
            print(f"  {move_label(move)}: {DEFINITIONS[move]}")
    return None

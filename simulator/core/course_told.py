"""How the coachee stood, told in words: each value over the session, then the turns that moved them most."""

from collections.abc import Iterator

from simulator.core.course import Course, Swing, courses, swings
from simulator.core.passage import Passage, Style, shortened
from simulator.core.session import Session

_MOST_CHANGES = 3
"""Values told of one turn."""


def tell_course(session: Session) -> Iterator[Passage]:
    """Each value from the start to the end; then what was said where they moved most, and what was thought then."""
    if not session.turns:
        return
    for course in courses(session):
        name = course.name.capitalize()
        start, end = (f"{course.values[place]:.0f}" for place in (0, -1))
        yield Passage(Style.TEXT, f"{name}: {start} at the start, {end} at the end{_turning(course)}", name)
    for swing in swings(session):
        yield from _swing(swing, session)


def _turning(course: Course) -> str:
    """The lowest and the highest value, where they are neither the first nor the last."""
    inner = range(1, len(course.values) - 1)
    names = (("lowest", course.lowest), ("highest", course.highest))
    return "".join(
        f", {name} {course.values[place]:.0f} after [{2 * place - 1}]" for name, place in names if place in inner
    )


def _swing(swing: Swing, session: Session) -> Iterator[Passage]:
    turn = session.turns[swing.number]
    lead = f"{swing.mark}, after [{swing.turn}]"
    changes = (f"{one.name} {one.before:.0f} to {one.after:.0f}" for one in swing.changes[:_MOST_CHANGES])
    yield Passage(Style.TEXT, f"{lead}: {', '.join(changes)}", lead)
    yield Passage(Style.QUOTE, f"[{swing.turn}] {shortened(turn.hearing.text)}", turn=swing.turn)
    if thought := turn.reply.lines[0].thought:
        yield Passage(Style.THOUGHT, thought)

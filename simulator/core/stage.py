"""A clip's scene as a session, so that the coachee who answers the watcher carries what was said before."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from simulator.core.clip import Clip, ClipLine, Part
from simulator.core.play import hear_response, speak
from simulator.core.ports import Listener
from simulator.core.scenario import Line, Scenario
from simulator.core.session import Reply, Session
from simulator.core.telling import label
from simulator.core.watch import Said
from simulator.core.words import Kind

_NOTHING_SAID = Line(id="scene.start", text="")
_HEX_DIGITS = 8


def on_stage(clip: Clip, place: int, scenario: Scenario, listener: Listener) -> Session:
    """The session as it stands just before a line of the scene is spoken.

    Every coach line before it is heard and moves the coachee as in a rehearsal; what the coachee answered is the
    scene's own words. A scene that would have driven the coachee out of the room goes on: the script says so.

    Args:
        clip: The clip.
        place: The line the watcher speaks instead of, counted from 0.
        scenario: Whose coachee it is.
        listener: The ear.
    """
    session = Session(scenario=scenario, seed=int(clip.hash[:_HEX_DIGITS], 16), opening=_NOTHING_SAID)
    for part, words in _turns(clip, place):
        if part is Part.COACH:
            moved = session.advance(hear_response(session, words, listener))
            session = replace(moved, ending=None)
        else:
            session = _answered(session, words, listener)
    return session


def _turns(clip: Clip, place: int) -> Iterator[tuple[Part, str]]:
    """What was said up to a line, by turns: two lines running by one person are one turn."""

    def part(line: ClipLine) -> Part:
        return clip.part(line)

    for speaker, lines in groupby(clip.scene[:place], key=part):
        yield speaker, " ".join(line.text for line in lines)


def _answered(session: Session, words: str, listener: Listener) -> Session:
    """The session with the coachee's last line replaced by the scene's."""
    heard = listener.hear_line(words)
    line = Line(
        id=f"scene.{len(session.turns)}",
        text=words,
        kind=next((kind for kind in Kind if kind in heard.kinds), Kind.NEUTRAL),
        signs=heard.signs,
    )
    if not session.turns:
        return replace(session, opening=line, opening_heard=heard)
    last = session.turns[-1]
    turn = replace(last, reply=Reply(kind=line.kind, lines=(line,)), mind=last.mind.saying(line), heard=heard)
    return replace(session, turns=(*session.turns[:-1], turn))


def said(session: Session, words: str, listener: Listener) -> tuple[Said, Session]:
    """Say something to the coachee on stage: what came back, and the session to go on with.

    Raises:
        SessionOverError: If the coachee has ended it.
    """
    after = speak(session, words, listener)
    turn = after.turns[-1]
    return Said(words, label(turn.hearing), turn.reply.text, turn.reply.lines[0].thought), after

"""``coach scenario rehearse --save``: a recorded session becomes an expected play."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from simulator.cli import wiring
from simulator.core.follow_up import goes_on
from simulator.core.hearing import Hearing, TopicMatch
from simulator.core.record import Kept, replay
from simulator.core.session import Session
from simulator.errors import RecordError, wrong
from simulator.files.play import add_play
from simulator.files.rehearsal import rehearsal_path, turn_to_plain
from simulator.files.scenario import find_scenario, load_scenario

_LAST = "last"
_LAST_TOPIC = TopicMatch("", 1.0)
"""What was talked of before."""


def save_play(which: str, named: str | None, name: str | None) -> None:
    """Save a session as an expected play beside its scenario.

    Args:
        which: The number of a recorded session, or "last".
        named: The scenario's slug or path; None looks for the slug it was played with.
        name: What to call the play.

    Raises:
        InputError: If there is no such session, or the rehearsal cannot be written.
        RecordError: If today's scenario answers the session otherwise.
    """
    kept = wiring.record().read(_key(which))
    path = find_scenario(named or kept.wording.slug)
    scenario = load_scenario(path)
    session, differs_at = replay(kept, scenario)
    if differs_at is not None:
        raise RecordError(
            f"{path}:0:0: D010 turn {differs_at} of session {kept.key} is answered otherwise now"
            " (the scenario or the rules were changed since; play it again)"
        )
    play = _play(session, kept, name or f"session {kept.key}")
    add_play(rehearsal_path(path), scenario.slug, play)
    print(f"saved as '{play['name']}', {len(session.turns)} turns, in {rehearsal_path(path)}")


def _key(which: str) -> int:
    if which == _LAST:
        played = [one for one in wiring.record().sessions() if one.turns]
        if played:
            return played[0].key
        raise wrong("<input>", "I012", "nothing was played yet", "coach practise SCENARIO")
    if which.isascii() and which.isdigit():
        return int(which)
    raise wrong("<input>", "I012", f"'{which}' is no session", "use its number, or last")


def _play(session: Session, kept: Kept, name: str) -> Mapping[str, Any]:
    if not session.turns:
        raise wrong("<input>", "I012", f"in session {kept.key} nothing was said", "play it first")
    turns = [turn_to_plain(heard, reply) for heard, reply in _turns(session)]
    ending = _own_ending(session)
    return {"name": name, "seed": session.seed, "turns": turns} | ({"ending": str(ending)} if ending else {})


def _turns(session: Session) -> Iterator[tuple[Hearing, str]]:
    """Each response with the one topic that counted, and the id of the line that answered."""
    for turn in session.turns:
        named = (match for match in turn.hearing.topics if match.topic in session.scenario.topic)
        topics = (_LAST_TOPIC,) if goes_on(turn.hearing) else tuple(named)[:1]
        yield replace(turn.hearing, topics=topics), turn.reply.lines[0].id


def _own_ending(session: Session) -> Any:
    """How the words ended it; a session stopped by hand has no ending of its own."""
    replayed = session.rewound(len(session.turns) - 1).advance(session.turns[-1].hearing)
    return replayed.ending

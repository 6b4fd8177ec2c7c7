"""Disputed labels as labelled examples, from which a classifier can learn."""

from collections.abc import Iterator

from simulator.core.corpus import ContextLine, Example, Labelled
from simulator.core.hearing import Hearing
from simulator.core.record import Kept
from simulator.core.remarks import Remarks
from simulator.core.session import Session

AUTHOR = "disputes"
"""Whose voice the examples are, unless they are given another name."""
_LINES = 4
"""How many earlier lines go with a response."""


def examples(kept: Kept, session: Session, author: str = AUTHOR) -> Iterator[Example]:
    """Every response of a session in which a label is disputed; what is not disputed stands as heard.

    Args:
        kept: The session as recorded.
        session: The same, played again.
        author: A name for the voice: its own for each coach, since evaluation holds voices out.
    """
    disputed = sorted({dispute.turn for dispute in kept.remarks.disputes if dispute.turn < len(session.turns)})
    for turn in disputed:
        hearing = session.turns[turn].hearing
        yield Example(
            id=f"{author}-{kept.key}-{turn}",
            author=author,
            register="typed",
            setting=session.scenario.persona.phase,
            context=tuple(ContextLine(*said) for said in session.rewound(turn).context()[-_LINES:]),
            response=hearing.text,
            segments=tuple(_segments(hearing, turn, kept.remarks)),
        )


def _segments(hearing: Hearing, turn: int, remarks: Remarks) -> Iterator[Labelled]:
    for place, segment in enumerate(hearing.segments):
        dispute = remarks.on(turn, place)
        yield Labelled(segment.start, segment.end, dispute.move if dispute else segment.move)

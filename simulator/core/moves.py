"""The eight families and thirty-three moves of the codebook, as names."""

from collections.abc import Mapping
from enum import StrEnum


class Family(StrEnum):
    """What a coach's words do, at the level that is scored. Listed in the order of precedence."""

    JUDGEMENTAL = "judgemental"
    DIRECTIVE = "directive"
    OFFERING = "offering"
    FRAMING = "framing"
    LISTENING = "listening"
    SUPPORTING = "supporting"
    QUESTIONING = "questioning"
    MINIMAL = "minimal"


class Move(StrEnum):
    """What one segment of a coach's words does."""

    OPEN = "open"
    PROBE = "probe"
    FUTURE = "future"
    COMMIT = "commit"
    CLOSED = "closed"
    REFLECT_SIMPLE = "reflect_simple"
    REFLECT_COMPLEX = "reflect_complex"
    SUMMARISE = "summarise"
    CHECK = "check"
    AFFIRM = "affirm"
    EMPATHISE = "empathise"
    AUTONOMY = "autonomy"
    REPAIR = "repair"
    ASK_PERMISSION = "ask_permission"
    INFORM = "inform"
    SUGGEST = "suggest"
    CONTRACT = "contract"
    FOCUS = "focus"
    STRUCTURE = "structure"
    BOUNDARY = "boundary"
    INSTRUCT = "instruct"
    ADVISE = "advise"
    LEADING = "leading"
    SOLVE = "solve"
    CRITICISE = "criticise"
    ACCUSE = "accuse"
    COMPARE = "compare"
    DISMISS = "dismiss"
    WARN = "warn"
    GRADE = "grade"
    BACKCHANNEL = "backchannel"
    SOCIAL = "social"
    OTHER = "other"

    @property
    def family(self) -> Family:
        """The family this move belongs to."""
        return FAMILY_OF[self]


MOVES_OF: Mapping[Family, tuple[Move, ...]] = {
    Family.QUESTIONING: (Move.OPEN, Move.PROBE, Move.FUTURE, Move.COMMIT, Move.CLOSED),
    Family.LISTENING: (Move.REFLECT_SIMPLE, Move.REFLECT_COMPLEX, Move.SUMMARISE, Move.CHECK),
    Family.SUPPORTING: (Move.AFFIRM, Move.EMPATHISE, Move.AUTONOMY, Move.REPAIR),
    Family.OFFERING: (Move.ASK_PERMISSION, Move.INFORM, Move.SUGGEST),
    Family.FRAMING: (Move.CONTRACT, Move.FOCUS, Move.STRUCTURE, Move.BOUNDARY),
    Family.DIRECTIVE: (Move.INSTRUCT, Move.ADVISE, Move.LEADING, Move.SOLVE),
    Family.JUDGEMENTAL: (Move.CRITICISE, Move.ACCUSE, Move.COMPARE, Move.DISMISS, Move.WARN, Move.GRADE),
    Family.MINIMAL: (Move.BACKCHANNEL, Move.SOCIAL, Move.OTHER),
}
"""The moves of each family, in the codebook's order."""

FAMILY_OF: Mapping[Move, Family] = {move: family for family, moves in MOVES_OF.items() for move in moves}

PRECEDENCE: Mapping[Family, int] = {family: rank for rank, family in enumerate(Family)}
"""Lower wins: one judgement colours the whole response."""

SEVERITY: Mapping[Move, int] = {
    move: rank
    for rank, move in enumerate(
        (
            *(Move.LEADING, Move.ADVISE, Move.SOLVE, Move.INSTRUCT),
            *(Move.GRADE, Move.DISMISS, Move.ACCUSE, Move.COMPARE, Move.CRITICISE, Move.WARN),
        )
    )
}
"""Which of two harmful moves harms more, by the rise of defensiveness in the table of effects."""

HARSH = frozenset(MOVES_OF[Family.JUDGEMENTAL]) - {Move.GRADE}
"""Judgements that close a person. A verdict, ``grade``, is the mild one."""

REFLECTIONS = frozenset({Move.REFLECT_SIMPLE, Move.REFLECT_COMPLEX, Move.SUMMARISE})
"""Moves that give the coachee's own words or meaning back."""

OPENING = frozenset(MOVES_OF[Family.QUESTIONING]) - {Move.CLOSED}
"""Questions that open a topic."""

ASKING = frozenset(MOVES_OF[Family.QUESTIONING]) | {Move.LEADING, Move.ACCUSE}
"""Everything in the form of a question: two of these at once are stacked."""

HARMFUL = frozenset({Family.DIRECTIVE, Family.JUDGEMENTAL})
"""Families that take something from the coachee."""

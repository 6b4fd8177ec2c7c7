"""The bots' scripts: what each kind of coach does, turn by turn."""

from dataclasses import replace

from simulator.core.moves import Move
from simulator.core.playtest.bots import About, Bot, Step
from simulator.core.words import Mark

_TURNS = 30


def _step(*moves: Move, about: About = About.NOTHING, marks: tuple[Mark, ...] = ()) -> Step:
    return Step(moves, about, frozenset(marks))


QUESTION_ONLY = Bot(
    name="question-only",
    turns=_TURNS,
    steps=(
        _step(Move.OPEN, about=About.NEXT),
        _step(Move.PROBE, about=About.LAST),
        _step(Move.FUTURE, about=About.LAST, marks=(Mark.GOAL,)),
        _step(Move.CLOSED, about=About.NEXT),
        _step(Move.FUTURE, about=About.LAST, marks=(Mark.OPTION,)),
        _step(Move.COMMIT, marks=(Mark.ACTION,)),
    ),
)

ECHO_ONLY = Bot(name="echo-only", turns=_TURNS, steps=(Step((Move.REFLECT_SIMPLE,), About.LAST, repeats=1.0),))

PRAISE_ONLY = Bot(name="praise-only", turns=_TURNS, steps=(_step(Move.AFFIRM), _step(Move.GRADE)))

ADVICE_ONLY = Bot(
    name="advice-only",
    turns=_TURNS,
    steps=(
        _step(Move.ADVISE, about=About.NEXT),
        _step(Move.LEADING, about=About.LAST),
        _step(Move.INSTRUCT, about=About.LAST),
        _step(Move.SOLVE, about=About.NEXT),
    ),
)

_OFFERED = _step(Move.SUGGEST, Move.AUTONOMY)

GOOD = Bot(
    name="good",
    turns=_TURNS,
    when_asked=_OFFERED,
    steps=(
        _step(Move.CONTRACT, marks=(Mark.PURPOSE, Mark.CONFIDENTIALITY, Mark.TIME, Mark.MANAGER)),
        _step(Move.FOCUS, marks=(Mark.GOAL, Mark.QUESTION)),
        _step(Move.OPEN, about=About.NEXT),
        _step(Move.REFLECT_COMPLEX, about=About.LAST),
        _step(Move.PROBE, about=About.LAST, marks=(Mark.EVIDENCE, Mark.PUPILS)),
        _step(Move.EMPATHISE),
        _step(Move.REFLECT_SIMPLE, Move.OPEN, about=About.NEXT),
        _step(Move.AFFIRM),
        _step(Move.REFLECT_COMPLEX, about=About.LAST),
        _step(Move.OPEN, about=About.NEXT, marks=(Mark.WHY,)),
        _step(Move.SUMMARISE, Move.CHECK),
        _step(Move.FUTURE, marks=(Mark.GOAL,), about=About.NEXT),
        _step(Move.REFLECT_COMPLEX, about=About.LAST),
        _step(Move.AUTONOMY, Move.FUTURE, marks=(Mark.OPTION,)),
        _step(Move.ASK_PERMISSION),
        _OFFERED,
        _step(Move.REFLECT_SIMPLE, Move.PROBE, about=About.LAST, marks=(Mark.MEASURE,)),
        _step(Move.AFFIRM, Move.REFLECT_COMPLEX),
        _step(Move.FUTURE, about=About.NEXT, marks=(Mark.OPTION,)),
        _step(Move.FOCUS),
        _step(Move.COMMIT, marks=(Mark.ACTION, Mark.WHEN)),
        _step(Move.REFLECT_SIMPLE),
        _step(Move.COMMIT, marks=(Mark.ACTION, Mark.MEASURE, Mark.OBSTACLE)),
        _step(Move.SUMMARISE, marks=(Mark.WHEN, Mark.REVIEW)),
        _step(Move.STRUCTURE, marks=(Mark.CLOSE, Mark.REVIEW)),
    ),
)

WITHHOLDING = replace(
    GOOD,
    name="withholding",
    when_asked=_step(Move.OPEN, about=About.LAST),
    steps=tuple(
        _step(Move.OPEN) if step.moves[0] in {Move.ASK_PERMISSION, Move.SUGGEST} else step for step in GOOD.steps
    ),
)
"""The good coach who never offers anything, asked or not."""

POOR = Bot(
    name="poor",
    turns=_TURNS,
    steps=(
        _step(Move.SOCIAL),
        _step(Move.CLOSED, about=About.NEXT),
        _step(Move.INFORM),
        _step(Move.ADVISE, about=About.LAST),
        _step(Move.CLOSED, about=About.LAST),
        _step(Move.LEADING, about=About.LAST),
        _step(Move.BACKCHANNEL),
        _step(Move.INFORM),
        _step(Move.DISMISS),
        _step(Move.OPEN, about=About.NEXT),
        _step(Move.ADVISE, about=About.LAST),
        _step(Move.GRADE),
        _step(Move.CLOSED, about=About.LAST),
        _step(Move.INSTRUCT, about=About.LAST),
        _step(Move.REFLECT_SIMPLE, about=About.LAST),
        _step(Move.WARN),
        _step(Move.SOLVE, about=About.NEXT),
        _step(Move.INFORM),
    ),
)

_PROPORTIONS = {
    (Move.OPEN, About.NEXT): 8,
    (Move.PROBE, About.LAST): 5,
    (Move.FUTURE, About.LAST): 2,
    (Move.COMMIT, About.NOTHING): 1,
    (Move.CLOSED, About.LAST): 12,
    (Move.REFLECT_SIMPLE, About.LAST): 12,
    (Move.REFLECT_COMPLEX, About.LAST): 12,
    (Move.SUMMARISE, About.NOTHING): 2,
    (Move.INFORM, About.NOTHING): 7,
    (Move.ADVISE, About.LAST): 3,
    (Move.LEADING, About.LAST): 2,
    (Move.SUGGEST, About.NOTHING): 1,
    (Move.ASK_PERMISSION, About.NOTHING): 1,
    (Move.BACKCHANNEL, About.NOTHING): 18,
    (Move.SOCIAL, About.NOTHING): 4,
    (Move.AFFIRM, About.NOTHING): 4,
    (Move.EMPATHISE, About.NOTHING): 3,
    (Move.STRUCTURE, About.NOTHING): 2,
    (Move.GRADE, About.NOTHING): 1,
}

MIXED = Bot(
    name="mixed",
    turns=_TURNS,
    is_drawn=True,
    steps=tuple(_step(move, about=about) for (move, about), times in _PROPORTIONS.items() for _ in range(times)),
)

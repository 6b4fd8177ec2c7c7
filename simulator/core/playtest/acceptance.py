"""The ten acceptance tests of docs/COACHEE.md, measured over a library by seeded simulation."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import fmean
from typing import NamedTuple

from simulator.core.debrief import SECURE
from simulator.core.moves import MOVES_OF, OPENING, Family, Move
from simulator.core.playtest.judgement import hurts
from simulator.core.playtest.library import PROFILES, Library, Replies
from simulator.core.playtest.scripts import ECHO_ONLY, GOOD, MIXED, POOR, PRAISE_ONLY, QUESTION_ONLY, WITHHOLDING
from simulator.core.playtest.smells import Result, scored
from simulator.core.session import Session
from simulator.core.state import Profile
from simulator.core.words import PRODUCTIVE, PUSH_BACK, Kind, Sign

BARELY = 0.001
"""The least that counts as above nothing."""
_HOLDING_BACK = PUSH_BACK | {Kind.COMPLIANCE}
_STEPS = len(GOOD.steps)


class Figure(NamedTuple):
    """One figure beside what it should be."""

    test: int
    """The number of the acceptance test."""
    says: str
    annomi: str
    """What real counselling gave, or empty."""
    low: float | None
    high: float | None
    found: float

    @property
    def holds(self) -> bool:
        """Is it where it should be? Both ends belong to the range."""
        above = self.low is None or self.found >= self.low
        return above and (self.high is None or self.found <= self.high)


def figures(library: Library) -> Iterator[Figure]:
    """All figures, in the order of the tests."""
    yield from by_move(library)
    yield from by_script(library)
    yield from after_judgement(library)
    yield from by_rubric(library)


def by_move(library: Library) -> Iterator[Figure]:
    """Tests 1 to 3, over sessions with AnnoMI's mix of moves."""
    replies = Replies(library.sessions(MIXED))
    opening, alone = replies.share(OPENING, PRODUCTIVE), replies.share([Move.OPEN], PRODUCTIVE)
    closed, told = replies.share([Move.CLOSED], PRODUCTIVE), replies.share([Move.INFORM], PRODUCTIVE)
    directed = replies.share(MOVES_OF[Family.DIRECTIVE], _HOLDING_BACK)
    listened = replies.share(MOVES_OF[Family.LISTENING], _HOLDING_BACK)
    yield Figure(1, "productive replies, open ÷ closed question", "1.98", 1.6, 2.8, _ratio(opening, closed))
    yield Figure(1, "the same, the move `open` alone", "", 1.6, 2.8, _ratio(alone, closed))
    yield Figure(2, "productive replies, open question ÷ information", "2.73", 2.0, 3.8, _ratio(opening, told))
    yield Figure(2, "the same, the move `open` alone", "", 2.0, 3.8, _ratio(alone, told))
    yield Figure(3, "holding back, after direction ÷ after listening", "", 1.5, None, _ratio(directed, listened))


def by_script(library: Library) -> Iterator[Figure]:
    """Tests 4 and 5, over sessions with a good and a poor script."""
    good, poor = list(library.sessions(GOOD)), list(library.sessions(POOR))
    yield Figure(4, "productive ÷ (productive + resisting), good", ".73", 0.65, None, _productive(_kinds(good)))
    yield Figure(4, "the same, poor", ".25", None, 0.35, _productive(_kinds(poor)))
    yield Figure(4, "told to come, good: least rise between thirds", "", BARELY, None, _least_rise(good))
    yield Figure(5, "resists, having resisted before, poor", "", 0.3, 0.5, _again(poor))


def after_judgement(library: Library) -> Iterator[Figure]:
    """Test 6, over one judgement in the middle of each session."""
    found = list(hurts(library))
    raised = fmean(hurt.is_raised for hurt in found)
    fewest = min((hurt.mends for hurt in found if hurt.mends is not None), default=0)
    yield Figure(6, "judgements that raise defensiveness", "", 1.0, None, raised)
    yield Figure(6, "fewest supportive moves until it is back within 5", "", 2, None, fewest)


def by_rubric(library: Library) -> Iterator[Figure]:
    """Tests 7 to 10, scored by the rubric from given hearings."""
    asked = library.results(QUESTION_ONLY)
    mechanical = [*library.results(PRAISE_ONLY), *library.results(ECHO_ONLY)]
    secure = fmean(max(one.levels["listening"] or 0, one.levels["ownership"] or 0) >= SECURE for one in asked)
    yield Figure(7, "question-only: secure on listening or ownership", "", None, 0.0, secure)
    yield Figure(8, "stuck and asked: score with offers - without", "", BARELY, None, _gained(library))
    yield Figure(9, "praise-only, echo-only: pass as ready", "", None, 0.0, fmean(one.passes for one in mechanical))
    yield Figure(10, "good: widest gap of score between personas", "", None, 8.0, _gap(library.results(GOOD)))


def _kinds(sessions: Iterable[Session]) -> Counter[Kind]:
    return Counter(turn.reply.kind for session in sessions for turn in session.turns)


def _productive(kinds: Counter[Kind]) -> float:
    moved = sum(kinds[kind] for kind in PRODUCTIVE)
    return _ratio(moved, moved + sum(kinds[kind] for kind in PUSH_BACK))


def _least_rise(sessions: Iterable[Session]) -> float:
    """The smaller of the two rises of the productive share from third to third, for those told to come."""
    thirds: list[Counter[Kind]] = [Counter() for _ in range(3)]
    for session in sessions:
        if session.scenario.persona.profile is Profile.TOLD_TO_COME:
            for number, turn in enumerate(session.turns[:_STEPS]):
                thirds[3 * number // _STEPS][turn.reply.kind] += 1
    return min(later - earlier for earlier, later in pairwise(map(_productive, thirds)))


def _again(sessions: Iterable[Session]) -> float:
    """How often a coachee who resisted resists in the next reply, too."""
    pairs = [pair for session in sessions for pair in pairwise(turn.reply.kind for turn in session.turns)]
    after = [later in PUSH_BACK for earlier, later in pairs if earlier in PUSH_BACK]
    return fmean(after) if after else 0.0


def _gained(library: Library) -> float:
    """The mean gain in score of answering requests, over sessions in which somebody stuck asked."""
    with_offers = [one for one in library.heard(GOOD, library.asking) if _was_asked(one)]
    without = [one for one in library.heard(WITHHOLDING, library.asking) if _was_asked(one)]
    means = (fmean(_overall(scored(one, library.rubric)) for one in ones) for ones in (with_offers, without))
    gained, lost = means
    return gained - lost


def _was_asked(session: Session) -> bool:
    return any(turn.reply.lines[0].signs >= {Sign.ASKS, Sign.STUCK} for turn in session.turns[:-1])


def _gap(results: Sequence[Result]) -> float:
    """The widest gap between two personas' mean scores; results follow the cast, persona by persona."""
    size = len(PROFILES)
    means = [fmean(map(_overall, results[place::size])) for place in range(size)]
    return max(means) - min(means)


def _overall(result: Result) -> float:
    return result.overall or 0.0


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0

"""One conversation as an immutable value: rewinding, "what if", replay and resume are slices of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

from simulator.core.chance import uniform
from simulator.core.draw import can_commit, draw_kind, invites_plan
from simulator.core.hearing import Heard, HeardLine, Hearing
from simulator.core.moves import Move
from simulator.core.reaction import Moment, Temper, react
from simulator.core.reply import Answer, Mind
from simulator.core.scenario import Ending, Line, Scenario
from simulator.core.state import State
from simulator.core.words import PUSH_BACK, Kind, Mark, Occasion, Speaker, Utterance
from simulator.errors import SessionOverError

MOST_TURNS = 40
"""Coach turns in one session; then time is up."""
_COLLAPSE = 0.6
"""Below this share of the baseline's trust, twice running, the coachee ends it."""
_EARLY = 4
"""Coach turns before which no commitment comes unasked."""
_CLOSING = frozenset({Occasion.THANKS, Occasion.FAREWELL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the coachee answers."""

    kind: Kind
    """As drawn. The line said may be a neutral one where the author wrote none of this kind."""
    lines: tuple[Line, ...]
    """The answer, and an offer to finish or a last word where there is one."""

    @property
    def text(self) -> str:
        """All that is said, as one paragraph."""
        return " ".join(line.text for line in self.lines)

    @property
    def pushes_back(self) -> bool:
        """Is this a reservation or an excuse, or tagged as push-back by the author?"""
        return self.kind in PUSH_BACK or self.lines[0].reserves


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The coach's words as heard, the coachee's answer, and how the coachee stands after it."""

    hearing: Hearing
    reply: Reply
    mind: Mind
    heard: HeardLine | None = None
    """The reply as the listener hears it; None until it was listened to."""


@dataclass(frozen=True, kw_only=True)
class Session:
    """A scenario, a seed, and the turns played. Equal inputs give equal sessions on every machine."""

    scenario: Scenario
    seed: int
    opening: Line
    opening_heard: HeardLine | None = None
    turns: tuple[Turn, ...] = ()
    ending: Ending | None = None
    """How it stopped, or None while it goes on."""

    @classmethod
    def begin(cls, scenario: Scenario, seed: int) -> Self:
        """The coachee has said the first line; the coach is next."""
        number = int(uniform(seed, 0, "opening") * len(scenario.opening))
        return cls(scenario=scenario, seed=seed, opening=scenario.opening[number])

    @property
    def is_over(self) -> bool:
        """Has it ended?"""
        return self.ending is not None

    @cached_property
    def mind(self) -> Mind:
        """The coachee now."""
        if self.turns:
            return self.turns[-1].mind
        fresh = Mind(temper=Temper(state=self.scenario.persona.baseline))
        return fresh.saying(self.opening)

    @property
    def state(self) -> State:
        """The coachee's state now."""
        return self.mind.state

    @cached_property
    def has_commitment(self) -> bool:
        """Has the coachee said what they will do?"""
        return any(turn.reply.kind is Kind.COMMITMENT for turn in self.turns)

    @property
    def past(self) -> Sequence[Hearing]:
        """The coach's responses so far."""
        return [turn.hearing for turn in self.turns]

    @property
    def last_line(self) -> Line:
        """What the coachee said last."""
        return self.turns[-1].reply.lines[0] if self.turns else self.opening

    def context(self) -> list[Utterance]:
        """All that was said, in order."""
        spoken = [Utterance(Speaker.COACHEE, self.opening.text)]
        for turn in self.turns:
            spoken += (Utterance(Speaker.COACH, turn.hearing.text), Utterance(Speaker.COACHEE, turn.reply.text))
        return spoken

    def conversation(self) -> tuple[Heard, ...]:
        """All that was heard, in order. The lines not listened to yet are left out."""
        return tuple(self._heard())

    def _heard(self) -> Iterator[Heard]:
        if self.opening_heard:
            yield self.opening_heard
        for turn in self.turns:
            yield turn.hearing
            if turn.heard:
                yield turn.heard

    def overheard(self, heard: HeardLine) -> Self:
        """Keep how the coachee's last line was heard."""
        if not self.turns:
            return replace(self, opening_heard=heard)
        return replace(self, turns=(*self.turns[:-1], replace(self.turns[-1], heard=heard)))

    def rewound(self, turns: int) -> Self:
        """The same session after its first ``turns`` coach turns."""
        return replace(self, turns=self.turns[:turns], ending=None)

    def finished(self) -> Self:
        """Stop here, by the coach's wish."""
        if self.is_over:
            return self
        return replace(self, ending=Ending.AGREED if self.has_commitment else Ending.LEFT)

    def advance(self, hearing: Hearing) -> Self:
        """Play one coach turn. Any hearing at all is answered.

        Raises:
            SessionOverError: If the session has ended.
        """
        if self.ending:
            raise SessionOverError(f"'{self.scenario.title}' has ended ({self.ending})")
        temper = react(self.mind.temper, self._moment(hearing))
        moved = replace(self.mind, temper=temper)
        answer = Answer(scenario=self.scenario, mind=moved, hearing=hearing, seed=self.seed, turn=len(self.turns) + 1)
        ending = self._ending(hearing, moved.state)
        turn = self._last_turn(answer, ending) if ending else self._turn(answer)
        return replace(self, turns=(*self.turns, turn), ending=ending)

    def _moment(self, hearing: Hearing) -> Moment:
        pushed = bool(self.turns) and self.turns[-1].reply.pushes_back
        return Moment(
            hearing=hearing,
            past=self.past,
            answering=self.last_line,
            push_back=pushed,
            persona=self.scenario.persona,
        )

    def _turn(self, answer: Answer) -> Turn:
        hearing = answer.hearing
        if hearing.occasion:
            line, mind = answer.choose_for(hearing.occasion)
            return _turn(hearing, Kind.NEUTRAL, (line,), mind)
        last = self.turns[-1].reply.kind if self.turns else Kind.NEUTRAL
        draw = uniform(self.seed, answer.turn, "kind")
        kind = draw_kind(answer.mind.state, hearing, last, self._may_commit(answer), draw)
        line, mind = answer.choose(kind)
        offers = kind is Kind.COMMITMENT and not self.has_commitment
        lines = (line, answer.choose_from(self.scenario.offers)) if offers else (line,)
        return _turn(hearing, kind, lines, mind)

    def _may_commit(self, answer: Answer) -> bool:
        """Nobody commits unasked at the start, not even a persona whose baseline is past the thresholds."""
        is_apt = len(self.turns) >= _EARLY and invites_plan(answer.hearing)
        is_asked = answer.hearing.has(Move.COMMIT)
        return (is_asked or is_apt) and can_commit(answer.mind.state, self.scenario.persona.baseline)

    def _last_turn(self, answer: Answer, ending: Ending) -> Turn:
        word = answer.choose_from(self._last_words(ending))
        if ending is not Ending.TIME:
            return _turn(answer.hearing, word.kind, (word,), answer.mind.saying(word))
        turn = self._turn(answer)
        return replace(turn, reply=replace(turn.reply, lines=(*turn.reply.lines, word)))

    def _last_words(self, ending: Ending) -> tuple[Line, ...]:
        """A goodbye before anything was agreed is answered as a farewell, too."""
        farewells = self.scenario.occasions[Occasion.FAREWELL] if ending is Ending.LEFT else ()
        return (*self.scenario.endings[ending], *farewells)

    def _ending(self, hearing: Hearing, state: State) -> Ending | None:
        if self._has_collapsed(state):
            return Ending.CLOSED
        if _closes(hearing) and self.has_commitment:
            return Ending.AGREED
        if hearing.occasion is Occasion.FAREWELL:
            return Ending.LEFT
        return Ending.TIME if len(self.turns) + 1 >= MOST_TURNS else None

    def _has_collapsed(self, state: State) -> bool:
        least = _COLLAPSE * self.scenario.persona.baseline.trust
        return bool(self.turns) and max(state.trust, self.state.trust) < least


def _turn(hearing: Hearing, kind: Kind, lines: tuple[Line, ...], mind: Mind) -> Turn:
    return Turn(hearing=hearing, reply=Reply(kind=kind, lines=lines), mind=mind)


def _closes(hearing: Hearing) -> bool:
    """Does the coach bring the conversation to its close?"""
    closing = any(segment.move is Move.STRUCTURE and Mark.CLOSE in segment.marks for segment in hearing.sure)
    return closing or hearing.occasion in _CLOSING

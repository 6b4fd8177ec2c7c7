"""What was said before a response, as the codebook's context rules need it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from simulator.core.hearing import Heard, HeardLine, Hearing
from simulator.core.moves import Move
from simulator.core.words import Kind, Sign


@dataclass(frozen=True, kw_only=True)
class Situation:
    """A history, looked at from its end."""

    history: Sequence[Heard]
    """Oldest first."""

    @cached_property
    def lines(self) -> tuple[HeardLine, ...]:
        """The coachee's lines."""
        return tuple(heard for heard in self.history if isinstance(heard, HeardLine))

    @cached_property
    def said(self) -> frozenset[str]:
        """Every word the coachee has used, in base form."""
        return frozenset().union(*(line.lemmas | line.feelings | line.evaluative for line in self.lines))

    @cached_property
    def ideas(self) -> frozenset[str]:
        """The words of the coachee's own ideas and plans."""
        own = {Kind.IDEA, Kind.COMMITMENT}
        return frozenset().union(*(line.lemmas for line in self.lines if own & line.kinds))

    @property
    def last_line(self) -> HeardLine | None:
        """The coachee's last words, if they spoke last."""
        last = self.history[-1] if self.history else None
        return last if isinstance(last, HeardLine) else None

    @property
    def last_lemmas(self) -> frozenset[str]:
        """The content words of the line just said: an echo sends these back, a listener also keeps earlier ones."""
        return self.last_line.lemmas if self.last_line else frozenset()

    @cached_property
    def responses(self) -> tuple[Hearing, ...]:
        """The coach's earlier responses."""
        return tuple(heard for heard in self.history if isinstance(heard, Hearing))

    @cached_property
    def is_granted(self) -> bool:
        """Was permission asked and given?"""
        return self._is_answered(Sign.GRANTS)

    @cached_property
    def is_invited(self) -> bool:
        """May the coach offer something: was it asked for, or was permission asked and given?"""
        return self.is_granted or self.is_asked

    @cached_property
    def is_asked(self) -> bool:
        """Did the coachee ask for something?"""
        return self._has_sign(Sign.ASKS)

    @cached_property
    def is_refused(self) -> bool:
        """Was permission asked and refused?"""
        return self._is_answered(Sign.REFUSES)

    def _has_sign(self, sign: Sign) -> bool:
        return self.last_line is not None and sign in self.last_line.signs

    def _is_answered(self, sign: Sign) -> bool:
        asked = bool(self.responses) and self.responses[-1].has(Move.ASK_PERMISSION)
        return asked and self._has_sign(sign)

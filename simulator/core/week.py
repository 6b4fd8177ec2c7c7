"""A school's week: every period of every person, the pairs who want to meet, and who can't and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, Protocol

from simulator.core.pairs import Pair


class PeriodKind(StrEnum):
    """What a person does in a period."""

    PROTECTED = "protected"
    COVERED = "covered"
    TEACHING = "teaching"
    NON_CONTACT = "non-contact"
    LUNCH = "lunch"
    AFTER_SCHOOL = "after school"


LASTING = (PeriodKind.PROTECTED, PeriodKind.COVERED)
"""The only kinds that are used unless the school ticks more."""

NOT_LASTING = {
    PeriodKind.NON_CONTACT: "Planning and marking that are pushed out of it go home, so coaching stops first.",
    PeriodKind.LUNCH: "People arrive hungry and leave early, and it's the only rest they have.",
    PeriodKind.AFTER_SCHOOL: "Part-timers, parents and those with a bus to catch are left out.",
}
"""Why these don't carry a scheme through a winter."""


class Slot(NamedTuple):
    """A period of a day."""

    day: str
    period: str

    def __str__(self) -> str:
        """As people say it."""
        return f"{self.day} {self.period}"


@dataclass(frozen=True, kw_only=True)
class Week:
    """Who does what when, and who coaches whom."""

    kinds: Mapping[str, Mapping[Slot, PeriodKind]]
    """By person, then by slot."""
    pairs: tuple[Pair, ...]
    used: tuple[PeriodKind, ...] = LASTING
    """Kinds in which pairs may meet, the best first."""

    @cached_property
    def slots(self) -> Sequence[Slot]:
        """All slots, in the order of the file."""
        return list(dict.fromkeys(slot for kinds in self.kinds.values() for slot in kinds))

    def common(self, pair: Pair) -> Sequence[Slot]:
        """The slots in which both may meet."""
        return [slot for slot in self.slots if all(self.kind(name, slot) in self.used for name in pair[:2])]

    def kind(self, person: str, slot: Slot) -> PeriodKind | None:
        """What a person does then; None where the file does not say."""
        return self.kinds.get(person, {}).get(slot)

    def cost(self, pair: Pair, slot: Slot) -> int:
        """How far from the best kind the two would meet."""
        found = [self.kind(name, slot) for name in pair[:2]]
        return sum(self.used.index(kind) for kind in found if kind)


Meetings = Mapping[Pair, Slot]
"""Who meets when."""


class Planner(Protocol):
    """Finds a slot for as many pairs as possible."""

    def __call__(self, week: Week) -> Meetings:
        """Nobody is in two places at once; as many pairs as possible meet, in the best kinds of period."""


def why_not(week: Week, meetings: Meetings, pair: Pair) -> Iterator[str]:
    """In plain words, why a pair cannot meet."""
    if missing := [name for name in pair[:2] if name not in week.kinds]:
        yield f"{' and '.join(missing)}: not in the file. Check the spelling, or add the periods."
    elif free := week.common(pair):
        yield from (_taken(meetings, pair, slot) for slot in free)
    else:
        yield from _nothing_shared(week, pair)


def _taken(meetings: Meetings, pair: Pair, slot: Slot) -> str:
    busy = [other for other, at in meetings.items() if at == slot and set(other[:2]) & set(pair[:2])]
    return f"{slot} would do, but then " + "; ".join(f"{other.coach} meets {other.coachee}" for other in busy) + "."


def _nothing_shared(week: Week, pair: Pair) -> Iterator[str]:
    kinds = " or ".join(week.used)
    without = [name for name in pair[:2] if not any(kind in week.used for kind in week.kinds[name].values())]
    yield from (f"{name} has no {kinds} period at all." for name in without)
    if not without:
        yield f"They have no {kinds} period in common."
    yield from (_near(week, pair, slot) for slot in _near_misses(week, pair))


def _near_misses(week: Week, pair: Pair) -> Sequence[Slot]:
    """Slots that would do if the school ticked one more kind."""
    wider = {*week.used, *NOT_LASTING}
    return [slot for slot in week.slots if all(week.kind(name, slot) in wider for name in pair[:2])][:3]


def _near(week: Week, pair: Pair, slot: Slot) -> str:
    found = ", ".join(f"{name}: {week.kind(name, slot)}" for name in pair[:2])
    return f"Nearest is {slot} ({found}), which isn't used."

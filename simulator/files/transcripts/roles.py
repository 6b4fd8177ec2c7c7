"""Which speaker is the coach, and the turns that follow from it."""

import re
from collections.abc import Sequence
from itertools import groupby

from simulator.core.words import Speaker, Utterance
from simulator.errors import InputError, wrong
from simulator.files.transcripts.said import Said, Transcript, joined

_COACHES = frozenset(
    {
        *("coach", "co", "mentor", "facilitator", "interviewer", "therapist", "counsellor", "counselor"),
        *("supervisor", "practitioner"),
    }
)
_COACHEES = frozenset({"coachee", "mentee", "client", "patient", "interviewee", "participant", "supervisee"})
_BESIDE = frozenset({"a", "her", "his", "my", "peer", "the", "their", "your"})
"""Words that may stand before a role without making a job of it."""
_WORD = re.compile(r"\w+")
_ASIDE = re.compile(r"[(\[][^)\]]*[)\]]|\s[-–—|/]\s.*")
"""What a name says beside itself: "(mentor)", " - coach"."""
_SHOWN = 6
_PAIR = 2


def coach_among(speakers: Sequence[str], named: str | None) -> str | None:
    """The speaker who is the coach, or None where that cannot be told.

    Args:
        speakers: The names in a transcript.
        named: What the person at the keyboard calls the coach: a whole name, or a part that only one speaker has.
            When left out, the one whose name says so ("Coach", "Anna (mentor)"), or the one beside a "Coachee".
    """
    if named:
        return _only([one for one in speakers if one.casefold() == named.casefold()]) or _only(
            [one for one in speakers if _parts(named) and _parts(named) <= _parts(one)]
        )
    others = [one for one in speakers if not _says(one, _COACHEES)]
    beside = _only(others) if len(speakers) == _PAIR else None
    return _only([one for one in others if _says(one, _COACHES)]) or beside


def unknown_coach(transcript: Transcript, named: str | None) -> InputError:
    """What to say where the coach cannot be told."""
    known = ", ".join(f"'{name}'" for name in transcript.speakers[:_SHOWN])
    problem = f"has no speaker called '{named}'" if named else "does not say who the coach is"
    return wrong(transcript.file, "T003", problem, f"name the coach: --coach NAME, one of {known}")


def turns(transcript: Transcript, coach: str) -> tuple[Utterance, ...]:
    """The turns of a transcript. Everybody but the coach counts as the coachee.

    Where a machine cut the talk into pieces, neighbouring pieces of one side are one turn.
    """
    spoken = [Utterance(_side(one, coach), one.words) for one in transcript.said]
    if not transcript.is_cut:
        return tuple(spoken)
    sides = groupby(spoken, key=lambda one: one.speaker)
    return tuple(Utterance(side, joined([one.text for one in pieces])) for side, pieces in sides)


def _side(one: Said, coach: str) -> Speaker:
    return Speaker.COACH if one.name.casefold() == coach.casefold() else Speaker.COACHEE


def _says(name: str, roles: frozenset[str]) -> bool:
    """Does a name say that its bearer has one of these roles: "Coach Jo", "Anna (mentor)", but not "Sports Coach"?"""
    parts = (_WORD.findall(one.casefold()) for one in (_ASIDE.sub("", name), *_ASIDE.findall(name)))
    told = (words[next((n for n, word in enumerate(words) if word not in _BESIDE), -1)] for words in parts if words)
    return not roles.isdisjoint(told)


def _parts(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold()))


def _only(names: Sequence[str]) -> str | None:
    return names[0] if len(names) == 1 else None

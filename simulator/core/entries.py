"""What there is to do in a theme, in the order in which every front end lists it."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from simulator.core.library import Library, Work
from simulator.core.theme import Guide


class EntryKind(StrEnum):
    """What an entry leads to."""

    QUESTION = "Reflect"
    CLIP = "Watch"
    SCENARIO = "Practise"
    RESOURCE = "Use"
    WAY = "Ways forward"


class Entry(NamedTuple):
    """One thing to do."""

    kind: EntryKind
    name: str
    """The question's, clip's, scenario's, resource's or way's own name."""
    text: str
    done: bool


def entries(library: Library, guide: Guide, work: Work) -> list[Entry]:
    """Everything in a theme: questions, clips, scenarios, resources, ways forward."""
    return [*_to_answer(guide, work), *_to_see(library, guide, work), *_to_choose(guide, work)]


def _to_answer(guide: Guide, work: Work) -> Iterator[Entry]:
    for one in guide.questions:
        yield Entry(EntryKind.QUESTION, one.id, one.text, bool(work.answer(guide.question_place(one))))


def _to_see(library: Library, guide: Guide, work: Work) -> Iterator[Entry]:
    for clip in library.clips_of(guide.theme):
        yield Entry(EntryKind.CLIP, clip.slug, f"Clip {clip.number}: {clip.title}", work.has_watched(clip))
    for one in library.scenarios_of(guide.theme):
        yield Entry(EntryKind.SCENARIO, one.slug, f"{one.title}, level {one.level}", work.has_practised(one))
    for resource in library.resources_of(guide):
        yield Entry(EntryKind.RESOURCE, resource.slug, resource.title, work.has_used(resource))


def _to_choose(guide: Guide, work: Work) -> Iterator[Entry]:
    for way in guide.ways:
        yield Entry(EntryKind.WAY, way.id, way.text, work.is_ticked(guide.way_place(way)))

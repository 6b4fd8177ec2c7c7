"""All that the six themes hold, and how far a person has come with each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from simulator.core.clip import Clip
from simulator.core.notebook import Notes, Viewing, is_ticked, latest
from simulator.core.record import Summary
from simulator.core.resource import Resource, ResourceKind, by_slug
from simulator.core.scenario import Scenario, Theme
from simulator.core.theme import Guide


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """Everything there is to read, watch, practise and use. What is damaged on disk is left out."""

    guides: tuple[Guide, ...]
    """In the honeycomb's order."""
    clips: tuple[Clip, ...]
    """By number."""
    resources: tuple[Resource, ...]
    scenarios: tuple[Scenario, ...]
    damaged: tuple[str, ...] = ()
    """The files that were left out."""

    def guide(self, theme: str) -> Guide | None:
        """The guide of a theme, or None."""
        return next((guide for guide in self.guides if guide.theme == theme), None)

    def clip(self, slug: str) -> Clip | None:
        """The clip of that name, or None."""
        return next((clip for clip in self.clips if clip.slug == slug), None)

    def scenario(self, slug: str) -> Scenario | None:
        """The scenario of that name, or None."""
        return next((scenario for scenario in self.scenarios if scenario.slug == slug), None)

    def resource(self, slug: str) -> Resource | None:
        """The resource of that name, or None."""
        return by_slug(self.resources, slug)

    def clips_of(self, theme: Theme) -> Sequence[Clip]:
        """A theme's clips."""
        return [clip for clip in self.clips if clip.theme is theme]

    def scenarios_of(self, theme: Theme) -> Sequence[Scenario]:
        """A theme's scenarios."""
        return [scenario for scenario in self.scenarios if scenario.theme is theme]

    def resources_of(self, guide: Guide) -> Sequence[Resource]:
        """A guide's resources, in its order."""
        return [found for slug in guide.resources if (found := self.resource(slug))]

    @property
    def agreement(self) -> Resource | None:
        """The learning agreement's template."""
        return next((one for one in self.resources if one.kind is ResourceKind.AGREEMENT), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What was done with it."""

    notes: Notes = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    viewings: Sequence[Viewing] = ()
    sessions: Sequence[Summary] = ()

    def has_watched(self, clip: Clip) -> bool:
        """Was the clip watched to its end?"""
        return any(viewing.clip == clip.slug and viewing.finished for viewing in self.viewings)

    def has_practised(self, scenario: Scenario) -> bool:
        """Was the scenario played to its end?"""
        return any(one.title == scenario.title and not one.is_open for one in self.sessions)

    def has_used(self, resource: Resource) -> bool:
        """Was anything chosen or worded in it?"""
        places = (*map(resource.query_place, resource.queries), *map(resource.clause_place, resource.clauses))
        return any(self.answer(place) for place in places)

    def is_ticked(self, place: str) -> bool:
        """Is it ticked?"""
        return is_ticked(self.notes, place)

    def answer(self, place: str) -> str:
        """The last answer there, or empty."""
        return latest(self.notes, place)


def clip_name(clip: Clip, work: Work) -> str:
    """A clip in a list of all clips."""
    kind = "weak coaching" if clip.is_weak else "colleagues talk"
    return f"Clip {clip.number}: {clip.title} ({clip.theme}; {kind}{'; watched' if work.has_watched(clip) else ''})"


def left_out(library: Library) -> str:
    """What to say where files are damaged; empty where all are in order."""
    if not library.damaged:
        return ""
    return f"Left out, because something in it is wrong: {', '.join(library.damaged)}. See: coach scenario check"


class Progress(NamedTuple):
    """How much of a theme was read, answered, watched, practised and chosen."""

    done: int
    of: int


def progress(library: Library, guide: Guide, work: Work) -> Progress:
    """How far somebody has come with a theme. Choosing one way forward is enough: nobody can take them all."""
    steps = [
        work.is_ticked(guide.read_place),
        *(bool(work.answer(guide.question_place(question))) for question in guide.questions),
        *(work.has_watched(clip) for clip in library.clips_of(guide.theme)),
        any(work.has_practised(scenario) for scenario in library.scenarios_of(guide.theme)),
        any(work.is_ticked(guide.way_place(way)) for way in guide.ways),
    ]
    return Progress(sum(steps), len(steps))

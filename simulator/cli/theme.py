"""The six themes line by line."""

from collections.abc import Callable
from typing import NamedTuple

from simulator.cli import asking, library
from simulator.core.desk import Desk
from simulator.core.library import progress
from simulator.core.reading import DEFINITION, tell_guide
from simulator.core.resource import Resource
from simulator.core.theme import Guide, Way


def show_themes(named: str | None) -> None:
    """One theme to work through, or all six to choose from."""
    desk = library.desk()
    try:
        if named:
            _work_through(desk, library.find_theme(named))
        else:
            _choose(desk)
    except asking.GoneError:
        print("Kept.")


def _choose(desk: Desk) -> None:
    print(DEFINITION)
    while True:
        work = desk.work()
        print("\nThe six themes")
        names = [
            f"{guide.title} ({guide.theme}, {done} of {of})"
            for guide in desk.library.guides
            for done, of in [progress(desk.library, guide, work)]
        ]
        chosen = asking.choose("Which one? (A number, or nothing to leave.) ", names)
        if chosen is None:
            return
        _work_through(desk, desk.library.guides[chosen])


class _Entry(NamedTuple):
    """One thing to do in a theme."""

    label: str
    do: Callable[[], None]


def _work_through(desk: Desk, guide: Guide) -> None:
    print(f"\n{guide.title}\n{'=' * len(guide.title)}")
    desk.open(guide)
    asking.show(tell_guide(guide))
    while True:
        entries = _entries(desk, guide)
        print()
        chosen = asking.choose(
            "What next? (A number, or nothing to leave this theme.) ", [one.label for one in entries]
        )
        if chosen is None:
            return
        entries[chosen].do()


def _entries(desk: Desk, guide: Guide) -> list[_Entry]:
    work, held = desk.work(), desk.library
    return [
        *(
            _Entry(f"Question{_done(work.answer(guide.question_place(one)))}: {one.text}", _asks(desk, guide, one.id))
            for one in guide.questions
        ),
        *(
            _Entry(f"Clip {clip.number}{_done(work.has_watched(clip))}: {clip.title}", _watches(clip.slug))
            for clip in held.clips_of(guide.theme)
        ),
        *(
            _Entry(f"Practise{_done(work.has_practised(one))}: {one.title}, level {one.level}", _practises(one.slug))
            for one in held.scenarios_of(guide.theme)
        ),
        *(_Entry(f"Resource: {one.title}", _uses(desk, one)) for one in held.resources_of(guide)),
        *(
            _Entry(f"Way forward{_done(work.is_ticked(guide.way_place(way)))}: {way.text}", _ticks(desk, guide, way))
            for way in guide.ways
        ),
    ]


def _done(done: object) -> str:
    return " (done)" if done else ""


def _asks(desk: Desk, guide: Guide, name: str) -> Callable[[], None]:
    def ask() -> None:
        prompt = next(one for one in guide.questions if one.id == name)
        asking.answer(desk.notebook, guide.question_place(prompt), prompt.text)

    return ask


def _watches(slug: str) -> Callable[[], None]:
    def watch() -> None:
        from simulator.cli.watch import watch_plainly

        watch_plainly(slug)

    return watch


def _practises(slug: str) -> Callable[[], None]:
    def practise() -> None:
        from simulator.cli.plain import practise_plainly

        practise_plainly(slug, None)

    return practise


def _uses(desk: Desk, resource: Resource) -> Callable[[], None]:
    def use() -> None:
        from simulator.cli.school import use_resource

        use_resource(desk, resource)

    return use


def _ticks(desk: Desk, guide: Guide, way: Way) -> Callable[[], None]:
    def tick() -> None:
        print(f"  {way.why}")
        desk.toggle(guide.way_place(way))
        if desk.work().is_ticked(guide.way_place(way)):
            asking.answer(desk.notebook, guide.step_place(way), "Ticked. Who does it, by when, and how will you know?")
        else:
            print("  Not ticked any more.")

    return tick

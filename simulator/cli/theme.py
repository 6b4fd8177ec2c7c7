"""The six themes line by line."""

from simulator.cli import asking, library
from simulator.core.desk import Desk
from simulator.core.entries import EntryKind, entries
from simulator.core.library import left_out, progress
from simulator.core.reading import DEFINITION, STEP, tell_guide
from simulator.core.theme import Guide


def show_themes(named: str | None) -> None:
    """One theme to work through, or all six to choose from."""
    guide = library.find_theme(named) if named else None
    desk = library.desk()
    try:
        if guide:
            _work_through(desk, guide)
        else:
            _choose(desk)
    except asking.GoneError:
        print("Kept.")


def _choose(desk: Desk) -> None:
    print(DEFINITION)
    if trouble := left_out(desk.library):
        print(trouble)
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


def _work_through(desk: Desk, guide: Guide) -> None:
    print(f"\n{guide.title}\n{'=' * len(guide.title)}")
    desk.open(guide)
    asking.show(tell_guide(guide))
    while True:
        listed = entries(desk.library, guide, desk.work())
        print()
        labels = [f"{one.kind}{' (done)' if one.done else ''}: {one.text}" for one in listed]
        chosen = asking.choose("What next? (A number, or nothing to leave this theme.) ", labels)
        if chosen is None:
            return
        _DO[listed[chosen].kind](desk, guide, listed[chosen].name)


def _reflect(desk: Desk, guide: Guide, name: str) -> None:
    prompt = guide.question(name)
    asking.answer(desk.notebook, guide.question_place(prompt), prompt.text)


def _watch(_: Desk, __: Guide, name: str) -> None:
    from simulator.cli.watch import watch_plainly

    watch_plainly(name)


def _practise(_: Desk, __: Guide, name: str) -> None:
    from simulator.cli.plain import practise_plainly

    practise_plainly(name, None)


def _use(desk: Desk, _: Guide, name: str) -> None:
    from simulator.cli.school import use_resource

    use_resource(desk, library.find_resource(name))


def _choose_way(desk: Desk, guide: Guide, name: str) -> None:
    way = guide.way(name)
    print(f"  {way.why}")
    desk.toggle(guide.way_place(way))
    if desk.work().is_ticked(guide.way_place(way)):
        asking.answer(desk.notebook, guide.step_place(way), f"Ticked. {STEP}")
    else:
        print("  Not ticked any more.")


_DO = {
    EntryKind.QUESTION: _reflect,
    EntryKind.CLIP: _watch,
    EntryKind.SCENARIO: _practise,
    EntryKind.RESOURCE: _use,
    EntryKind.WAY: _choose_way,
}

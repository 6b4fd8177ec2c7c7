"""One clip line by line, at the watcher's own pace."""

from dataclasses import replace
from textwrap import fill

from simulator.cli import asking, library, wiring
from simulator.cli.plain import spoken
from simulator.core.clip import Clip
from simulator.core.library import clip_name
from simulator.core.moves import MOVES_OF, Family
from simulator.core.showing import (
    DIMENSIONS,
    RECOGNISED,
    draft_place,
    move_name,
    question_place,
    recognised_place,
    teacher,
    tell_introduction,
    tell_kept_stops,
    tell_line,
    tell_spotting,
    tell_twin,
)
from simulator.core.watch import Stop
from simulator.core.watching import Watching
from simulator.errors import SessionOverError

_WIDTH = 100
_TALK_KEYS = "Enter for the next line, b back, a all at once, q leave."
_WEAK_KEYS = "Enter for the next line, s stop (the coach's last line went wrong), b back, a all at once, q leave."


def watch_plainly(named: str | None) -> None:
    """Watch a clip; a weak one is stopped, answered and held against its key."""
    try:
        if wanted := named or _chosen():
            _watch(library.clip(wanted))
    except asking.GoneError:
        print("Kept.")


def _chosen() -> str | None:
    """One of all the clips, by its own number."""
    desk = library.desk()
    slugs, work = {str(one.number): one.slug for one in desk.library.clips}, desk.work()
    for clip in desk.library.clips:
        print(clip_name(clip, work))
    while typed := asking.line("Which clip? (Its number, or nothing to leave.) "):
        if typed in slugs:
            return slugs[typed]
        print(f"  There is no clip '{typed}': type one of {', '.join(slugs)}, or nothing.")
    return None


def _watch(clip: Clip) -> None:
    watching = Watching(clip, library.notebook(), lambda: wiring.scenario(clip.scenario), wiring.listener)
    asking.show(tell_introduction(clip))
    asking.show(tell_kept_stops(watching.kept))
    if _play(watching):
        _look_back(watching)


def _play(watching: Watching) -> bool:
    """To the last line; False where the watcher left before it."""
    print(f"\n{_WEAK_KEYS if watching.clip.is_weak else _TALK_KEYS}\n")
    while not watching.is_over:
        watching.on()
        _show_last(watching)
        if not _obey(watching):
            return False
    return True


def _show_last(watching: Watching) -> None:
    print(f"[{watching.shown}] {spoken(tell_line(watching.lines[-1]))}")


def _obey(watching: Watching) -> bool:
    """Do what is wished until the next line is; False where the watcher leaves."""
    while wish := asking.line("").lower():
        if wish == "q":
            return False
        if wish == "s":
            _stop(watching)
        elif wish == "a":
            return _rest(watching)
        elif wish == "b" and watching.shown > 1:
            watching.back()
            _show_last(watching)
        else:
            print(f"  {_WEAK_KEYS if watching.clip.is_weak else _TALK_KEYS}")
    return True


def _rest(watching: Watching) -> bool:
    while not watching.is_over:
        watching.on()
        _show_last(watching)
    return _obey(watching)


def _stop(watching: Watching) -> None:
    """Name the slip, say what it did, and say it better."""
    place = watching.stoppable
    if place is None:
        print("  The coach hasn't said anything yet." if watching.clip.is_weak else "  There is nothing to spot here.")
        return
    clip = watching.clip
    stop = watching.stop_at(place)
    print(f"\nStopped at [{place + 1}] {spoken(tell_line(clip.scene[place]))}")
    stop = watching.keep(_named(stop))
    damaged = asking.choose("What does it damage? ", list(DIMENSIONS.values()))
    if damaged is not None:
        stop = watching.keep(replace(stop, dimension=list(DIMENSIONS)[damaged]))
    if did := asking.line(f"What did it do to {teacher(clip)}? "):
        watching.keep(replace(stop, did=did))
    _answer(watching, place)


def _named(stop: Stop) -> Stop:
    families = list(Family)
    family = asking.choose("What was it? (Nothing if you can't say.) ", [move_name(None, one) for one in families])
    if family is None:
        return stop
    moves = MOVES_OF[families[family]]
    move = asking.choose("Which move? ", [one.replace("_", " ") for one in moves])
    return replace(stop, family=families[family], move=None if move is None else moves[move])


def _answer(watching: Watching, place: int) -> None:
    """Speak instead of the coach, as long as the watcher likes."""
    prompt = "What would you have said? (An empty line ends it.)"
    while not watching.has_left(place):
        words = asking.several(library.notebook(), draft_place(watching.clip, place), prompt)
        if not words:
            break
        try:
            said = watching.say(place, words)
        except SessionOverError:
            break
        library.notebook().keep_draft(draft_place(watching.clip, place), "")
        print(f"  [{said.label}]")
        print(fill(f"{teacher(watching.clip)}: {said.reply}", _WIDTH))
        prompt = "Go on, or an empty line to watch on."
    print("The scene goes on.\n")


def _look_back(watching: Watching) -> None:
    """The key, the twin, and the questions."""
    clip = watching.clip
    spotted = watching.finish()
    notebook = library.notebook()
    if clip.is_weak:
        asking.show(tell_spotting(clip, spotted, watching.earlier))
        asking.show(tell_twin(clip))
        print()
        asking.answer(notebook, recognised_place(clip), RECOGNISED)
    for question in clip.questions:
        print()
        asking.answer(notebook, question_place(clip, question.id), question.text)

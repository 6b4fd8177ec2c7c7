"""Measure what the project promises: start-up, first paint, hearing, memory, stalls.

Ratios are printed where a machine's speed matters. Nothing here is a test: run it by ``make bench``.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["COACH_HOME"] = tempfile.mkdtemp()

RUNS = 15
EMPTY_APP = "from textual.app import App\nclass Empty(App): pass\napp = Empty()"
COACH_APP = "from simulator.cli.wiring import edges\nfrom simulator.ui.app import CoachApp\napp = CoachApp(edges())"
PAINT = """
import asyncio, sys, time
start = time.perf_counter()
{make}
async def main():
    async with app.run_test() as pilot:
        print(time.perf_counter() - start)
        sys.stdout.flush()
        import os; os._exit(0)
asyncio.run(main())
"""
MEMORY = """
import resource, sys
from simulator.cli import wiring
from simulator.ui.app import CoachApp
wiring.listener().hear("What did you see?", (), wiring.scenario("being-watched").topics)
wiring.record().sessions(); wiring.rubric()
scale = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e6)
"""


def row(name: str, value: str, bar: str) -> None:
    """One line of the report."""
    print(f"{name:<58} {value:>14}   {bar}")


def median_of(command: list[str]) -> float:
    """The median wall time of a whole process, in seconds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def printed_by(script: str) -> float:
    """The median of the numbers a script prints."""
    runs = [subprocess.run([sys.executable, "-c", script], check=True, capture_output=True) for _ in range(7)]
    return statistics.median(float(run.stdout) for run in runs)


def start_up() -> None:
    """``coach --version`` beside importing typer."""
    ours = median_of([str(Path(sys.executable).with_name("coach")), "--version"])
    typer = median_of([sys.executable, "-c", "import typer"])
    row("coach --version / python -c 'import typer'", f"{ours / typer:.2f}", "at most 1.5")


def first_paint() -> None:
    """The app beside an empty Textual app."""
    ours, empty = (printed_by(PAINT.format(make=make)) for make in (COACH_APP, EMPTY_APP))
    row("first paint / an empty Textual app", f"{ours / empty:.2f}", "at most 1.5")


def hearing() -> None:
    """One response at a time, and in batches."""
    from simulator.cli import wiring
    from simulator.core.ports import Spoken
    from simulator.files.corpus import load_corpus
    from simulator.places import shipped

    listener = wiring.listener()
    topics = wiring.scenario("being-watched").topics
    corpus = load_corpus(sorted((shipped("models") / "corpus").glob("*.jsonl")))[:3000]
    words = [example.response for example in corpus]
    for one in words[:50]:
        listener.hear(one, (), topics)
    times = [timed(lambda one=one: listener.hear(one, (), topics)) for one in words[:600]]
    row("a response heard, median", f"{1000 * statistics.median(times):.1f} ms", "at most 10 ms")
    row("a response heard, 95th percentile", f"{1000 * sorted(times)[int(0.95 * len(times))]:.1f} ms", "")
    took = timed(lambda: list(listener.hear_all(Spoken(one) for one in words)))
    row("responses heard in batch", f"{len(words) / took:.0f} /s", "at least 1000 /s")


def simulated_turns() -> None:
    """The coachee without an ear."""
    from simulator.cli import wiring
    from simulator.core.session import Session
    from simulator.files.rehearsal import load_rehearsal, rehearsal_path
    from simulator.files.scenario import find_scenario

    scenario = wiring.scenario("being-watched")
    [play, *_] = load_rehearsal(rehearsal_path(find_scenario("being-watched"))).plays

    def sessions() -> None:
        for seed in range(100):
            session = Session.begin(scenario, seed)
            for turn in play.turns:
                if session.is_over:
                    break
                session = session.advance(turn.hearing)

    row("simulated turns", f"{100 * len(play.turns) / timed(sessions):.0f} /s", "")


def debriefing() -> None:
    """The debrief of thirty turns."""
    from simulator.cli import wiring
    from simulator.core.debrief import debrief
    from simulator.core.play import begin, speak

    session = begin(wiring.scenario("being-watched"), 3, wiring.listener())
    words = ["What did you notice about the quiet ones?", "So it was the rush that got to you.", "You chose to wait."]
    for number in range(30):
        if not session.is_over:
            session = speak(session, words[number % 3], wiring.listener())
    conversation, rubric = session.conversation(), wiring.rubric()
    times = [timed(lambda: debrief(conversation, rubric, session)) for _ in range(9)]
    row(f"debrief of {len(session.turns)} turns, median", f"{1000 * statistics.median(times):.0f} ms", "at most 200 ms")


def timed(work: Callable[[], object]) -> float:
    """Seconds taken."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def stalls() -> None:
    """The longest time the running app's event loop could not turn, from start to a played turn."""
    from simulator.cli.wiring import edges
    from simulator.ui.app import CoachApp
    from simulator.ui.widgets.composer import Composer

    async def watch(gaps: list[float]) -> None:
        while True:
            start = time.perf_counter()
            await asyncio.sleep(0.005)
            gaps.append(time.perf_counter() - start - 0.005)

    async def run() -> float:
        gaps: list[float] = []
        app = CoachApp(edges(), seed=5)
        async with app.run_test() as pilot:
            watcher = asyncio.create_task(watch(gaps))
            await app.workers.wait_for_complete()
            await pilot.pause()
            await pilot.press("enter")
            await pilot.pause()
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause(0.2)
            app.screen.query_one(Composer).put("What did you notice about the children?")
            await pilot.press("enter")
            await app.workers.wait_for_complete()
            await pilot.pause(0.2)
            await pilot.press("f4")
            await app.workers.wait_for_complete()
            await pilot.pause(0.2)
            watcher.cancel()
        return max(gaps)

    row("longest stall of the event loop", f"{1000 * asyncio.run(run()):.0f} ms", "at most 100 ms")


def main() -> None:
    """Measure everything."""
    start_up()
    first_paint()
    # The stall is measured first in this process, while spaCy and scikit-learn are still to be loaded.
    stalls()
    hearing()
    simulated_turns()
    debriefing()
    row("resident memory of the app with its ear", f"{printed_by(MEMORY):.0f} MB", "at most 400 MB")


if __name__ == "__main__":
    main()

"""Measure what the project promises: start-up, first paint, hearing, simulation, checks, memory, stalls.

pyperf times commands and functions in processes of their own; ratios are printed where a machine's speed matters.
Nothing here is a test: run it by ``make bench``.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pyperf

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("COACH_HOME", tempfile.mkdtemp())

HERE = Path(__file__).parent
COACH = str(Path(sys.executable).with_name("coach"))
KEPT = ["OMP_NUM_THREADS", "COACH_HOME"]
COMMANDS = {
    "version": [COACH, "--version"],
    "typer": [sys.executable, "-c", "import typer"],
    "paint": [sys.executable, str(HERE / "paint.py"), "coach"],
    "empty": [sys.executable, str(HERE / "paint.py"), "empty"],
    "check": [COACH, "scenario", "check"],
    "playtest": [COACH, "scenario", "playtest", "being-watched"],
}


def row(name: str, value: str, bar: str = "") -> None:
    """One line of the report."""
    print(f"{name:<58} {value:>14}   {bar}")


@cache
def heard() -> tuple[Any, Any, list[str]]:
    """The shipped ear, a scenario's topics, and responses to hear."""
    from simulator.cli import wiring
    from simulator.files.corpus import load_corpus
    from simulator.places import shipped

    corpus = load_corpus([shipped("models") / "corpus" / "newteacher.jsonl"])
    return wiring.listener(), wiring.scenario("being-watched").topics, [example.response for example in corpus]


def hear_one_by_one(loops: int) -> float:
    """Hear ``loops`` times a hundred responses, each on its own."""
    listener, topics, words = heard()
    listener.hear(words[0], (), topics)
    start = pyperf.perf_counter()
    for _ in range(loops):
        for one in words[:100]:
            listener.hear(one, (), topics)
    return pyperf.perf_counter() - start


def hear_in_batch(loops: int) -> float:
    """Hear five hundred responses in one go."""
    from simulator.core.ports import Spoken

    listener, _, words = heard()
    listener.hear(words[0], (), ())
    start = pyperf.perf_counter()
    for _ in range(loops):
        list(listener.hear_all(Spoken(one) for one in words[:500]))
    return pyperf.perf_counter() - start


def simulate(loops: int) -> float:
    """Play ten turns of a rehearsal's hearings without an ear."""
    from simulator.cli import wiring
    from simulator.core.session import Session
    from simulator.files.rehearsal import load_rehearsal, rehearsal_path
    from simulator.files.scenario import find_scenario

    scenario = wiring.scenario("being-watched")
    [play, *_] = load_rehearsal(rehearsal_path(find_scenario("being-watched"))).plays
    start = pyperf.perf_counter()
    for seed in range(loops):
        session = Session.begin(scenario, seed)
        for turn in play.turns[:10]:
            session = session if session.is_over else session.advance(turn.hearing)
    return pyperf.perf_counter() - start


def tell_thirty(loops: int) -> float:
    """Debrief a session of thirty turns."""
    from simulator.cli import wiring
    from simulator.core.debrief import debrief
    from simulator.core.play import begin, speak

    session = begin(wiring.scenario("being-watched"), 3, wiring.listener())
    words = ["What did you notice about the quiet ones?", "So it was the rush that got to you.", "You chose to wait."]
    for number in range(30):
        session = session if session.is_over else speak(session, words[number % 3], wiring.listener())
    conversation, rubric = session.conversation(), wiring.rubric()
    start = pyperf.perf_counter()
    for _ in range(loops):
        debrief(conversation, rubric, session)
    return pyperf.perf_counter() - start


FUNCTIONS: dict[str, tuple[Callable[[int], float], int]] = {
    "hear": (hear_one_by_one, 100),
    "batch": (hear_in_batch, 500),
    "simulate": (simulate, 10),
    "debrief": (tell_thirty, 1),
}
"""What to time, and how many things one loop of it does."""


def printed_by(script: str) -> float:
    """The number that a script beside this one prints."""
    done = subprocess.run([sys.executable, str(HERE / script)], check=True, capture_output=True, text=True)
    return float(done.stdout)


def main() -> None:
    """Measure everything; only pyperf's own manager process reports."""
    runner = pyperf.Runner(processes=2, values=3, warmups=1, program_args=(__file__,))
    runner.parse_args(["--quiet", "--inherit-environ", ",".join(KEPT), *sys.argv[1:]])
    timed = {name: runner.bench_command(name, command) for name, command in COMMANDS.items()}
    timed |= {
        name: runner.bench_time_func(name, function, inner_loops=inner) for name, (function, inner) in FUNCTIONS.items()
    }
    if not runner.args.worker:
        report({name: bench.median() for name, bench in timed.items() if bench})


def report(median: dict[str, float]) -> None:
    """Print every figure beside its bar."""
    row("coach --version / python -c 'import typer'", f"{median['version'] / median['typer']:.2f}", "at most 1.5")
    row("first paint / an empty Textual app", f"{median['paint'] / median['empty']:.2f}", "at most 1.5")
    row("longest stall of the event loop", f"{printed_by('stall.py'):.0f} ms", "at most 100 ms")
    row("a response heard, median", f"{1000 * median['hear']:.1f} ms", "at most 10 ms")
    row("responses heard in batch", f"{1 / median['batch']:.0f} /s", "at least 1000 /s")
    row("simulated turns", f"{1 / median['simulate']:.0f} /s", "at least 10000 /s")
    row("the whole library checked", f"{median['check']:.1f} s", "at most 5 s")
    row("a scenario playtested, 1,000 sessions", f"{median['playtest']:.1f} s", "at most 20 s")
    row("debrief of thirty turns", f"{1000 * median['debrief']:.0f} ms")
    row("resident memory of the app with its ear", f"{printed_by('memory.py'):.0f} MB", "at most 400 MB")


if __name__ == "__main__":
    main()

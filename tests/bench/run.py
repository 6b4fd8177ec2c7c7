"""Measure what the project promises: start-up, first paint, hearing, simulation, checks, memory, stalls.

pyperf times commands and functions in processes of their own; ratios are printed where a machine's speed matters.
Nothing here is a test: run it by ``make bench``.
"""

import json
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


@cache
def forty_turns() -> Path:
    """A transcript of forty turns, twenty of them the coach's, from the corpus."""
    from simulator.files.corpus import load_corpus
    from simulator.places import shipped

    corpus = load_corpus([shipped("models") / "corpus" / "newteacher.jsonl"])
    said = [(example.response, example.context[-1].text) for example in corpus if example.context][:20]
    turns = [
        {"speaker": speaker, "text": text}
        for pair in said
        for speaker, text in zip(("coach", "coachee"), pair, strict=True)
    ]
    path = Path(tempfile.mkdtemp()) / "forty.json"
    path.write_text(json.dumps({"turns": turns}), encoding="utf-8")
    return path


def hear_forty(loops: int) -> float:
    """Hear a transcript of forty turns, and nothing else."""
    from simulator.cli import wiring
    from simulator.core.play import hear_transcript
    from simulator.files.transcript import load_transcript

    turns, listener = load_transcript(forty_turns()), wiring.listener()
    hear_transcript(turns, listener)
    start = pyperf.perf_counter()
    for _ in range(loops):
        hear_transcript(turns, listener)
    return pyperf.perf_counter() - start


def score_forty(loops: int) -> float:
    """Read, hear and score the same transcript, to the line of JSON that ``coach score`` prints."""
    from simulator.cli.scorer import Wish, outcome
    from simulator.files.transcripts.search import Found

    found = Found(forty_turns(), Path("forty.json"))
    wish = Wish(coach=None, as_json=True, redacted=False)
    outcome(found, wish)
    start = pyperf.perf_counter()
    for _ in range(loops):
        outcome(found, wish)
    return pyperf.perf_counter() - start


FUNCTIONS: dict[str, tuple[Callable[[int], float], int]] = {
    "hear": (hear_one_by_one, 100),
    "batch": (hear_in_batch, 500),
    "simulate": (simulate, 10),
    "debrief": (tell_thirty, 1),
    "hear_forty": (hear_forty, 1),
    "score_forty": (score_forty, 1),
}
"""What to time, and how many things one loop of it does."""


def printed_by(script: str) -> Any:
    """What a script beside this one prints: a number, or several by name."""
    done = subprocess.run([sys.executable, str(HERE / script)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


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
    ear = printed_by("ear.py")
    row("the ear loaded, after imports", f"{ear['load']:.1f} s", "at most 1.5 s")
    row("memory of the ear", f"{ear['memory']:.0f} MB", "at most 350 MB")
    row("a response heard, 95th percentile", f"{ear['p95']:.1f} ms", "at most 60 ms")
    row("segments labelled by n-grams alone", f"{ear['grams']:.0f} /s", "at least 1500 /s")
    row("a response heard, median", f"{1000 * median['hear']:.1f} ms", "at most 25 ms")
    row("responses heard in batch", f"{1 / median['batch']:.0f} /s", "at least 100 /s")
    row("simulated turns", f"{1 / median['simulate']:.0f} /s", "at least 10000 /s")
    row("the whole library checked", f"{median['check']:.1f} s", "at most 5 s")
    row("a scenario playtested, 1,000 sessions", f"{median['playtest']:.1f} s", "at most 20 s")
    row("debrief of thirty turns", f"{1000 * median['debrief']:.0f} ms", "at most 200 ms")
    row("a transcript scored / heard alone", f"{median['score_forty'] / median['hear_forty']:.2f}", "at most 1.3")
    row("transcripts of forty turns scored in batch", f"{1 / median['score_forty']:.1f} /s", "at least 3 /s")
    row("memory gained from the 50th to the 500th transcript", f"{printed_by('flat.py'):.0f} MB", "at most 10 MB")
    row("resident memory of the app with its ear", f"{printed_by('memory.py'):.0f} MB", "at most 400 MB")


if __name__ == "__main__":
    main()

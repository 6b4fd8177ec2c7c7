"""Print figures of the ear alone: seconds to load, memory in MB, 95th percentile of hearing in ms, n-grams a second."""

import json
import resource
import sys
import time

import numpy as np

from simulator.cli import wiring
from simulator.files.corpus import load_corpus
from simulator.language.features import Clip
from simulator.language.listener import TrainedListener
from simulator.language.model import load
from simulator.places import shipped

UNIT = 1 if sys.platform == "darwin" else 1024
WARM, MANY = 20, 300


def held() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 1e6


def seconds(started: float) -> float:
    """Since a start."""
    return time.perf_counter() - started


examples = load_corpus([shipped("models") / "corpus" / "newteacher.jsonl"])
words = [example.response for example in examples]
before = held()
start = time.perf_counter()
ear, card = load(shipped("models"))
listener = TrainedListener(ear, card, wiring.lexicon())
loading = seconds(start)
times = []
for one in words[: WARM + MANY]:
    start = time.perf_counter()
    listener.hear(one, (), ())
    times.append(seconds(start))
clips = [Clip(example.text_of(segment)) for example in examples for segment in example.segments][:500]
start = time.perf_counter()
ear.grams.predict_proba(clips)
grams = len(clips) / seconds(start)
print(
    json.dumps(
        {
            "load": loading,
            "memory": held() - before,
            "p95": 1000 * float(np.percentile(times[WARM:], 95)),
            "grams": grams,
        }
    )
)

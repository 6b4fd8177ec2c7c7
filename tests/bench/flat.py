"""Print how much more memory has been held after many transcripts than after fifty, in MB.

Many are five hundred, or as many as the first argument says: ten thousand take ten minutes.
"""

import json
import resource
import sys
import tempfile
from functools import partial
from itertools import islice
from pathlib import Path

from simulator.cli.batch import in_order
from simulator.cli.scorer import Wish, outcome
from simulator.files.corpus import load_corpus
from simulator.files.transcripts.search import search
from simulator.places import shipped

FEW, TURNS = 50, 4
MANY = int(sys.argv[1]) if len(sys.argv) > 1 else 500


def held() -> float:
    """The most memory that this process has held, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


corpus = load_corpus(sorted((shipped("models") / "corpus").glob("*.jsonl")))
said = [(example.response, example.context[-1].text) for example in corpus if example.context]
folder = Path(tempfile.mkdtemp())
for number in range(MANY):
    pairs = [said[(number * TURNS + place) % len(said)] for place in range(TURNS)]
    turns = [
        {"speaker": "coach" if place % 2 == 0 else "coachee", "text": text}
        for pair in pairs
        for place, text in enumerate(pair)
    ]
    (folder / f"{number}.json").write_text(json.dumps({"turns": turns}), encoding="utf-8")
wish = Wish(coach=None, as_json=True, redacted=False)
results = in_order(partial(outcome, wish=wish), search([str(folder)]), 1)
assert all(one.words for one in islice(results, FEW))
before = held()
assert all(one.words for one in results)
print(held() - before)

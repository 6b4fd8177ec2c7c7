"""The second labels, given blind to the first."""

import json

from sklearn.metrics import cohen_kappa_score

from simulator.core.moves import Move
from simulator.files.corpus import load_corpus
from simulator.places import shipped


def test_the_datasheet_tells_the_agreement():
    """At least 1,200 segments were labelled twice, and the kappas in the datasheet are these labels' kappas."""
    models = shipped("models")
    first = {example.id: example for example in load_corpus(sorted((models / "corpus").glob("*.jsonl")))}
    pairs = []
    for row in map(json.loads, (models / "second_labels.jsonl").read_text(encoding="utf-8").splitlines()):
        segments = first[row["id"]].segments
        pairs += zip((segment.move for segment in segments), map(Move, row["moves"]), strict=True)
    one, other = zip(*pairs, strict=True)
    family = cohen_kappa_score([str(move.family) for move in one], [str(move.family) for move in other])
    datasheet = (models / "README.md").read_text(encoding="utf-8")

    assert len(pairs) >= 1200
    assert f"{family:.3f}"[1:] in datasheet
    assert f"{cohen_kappa_score(list(map(str, one)), list(map(str, other))):.3f}"[1:] in datasheet

"""Training on the command line."""

from pathlib import Path

from simulator import places
from simulator.cli import wiring
from simulator.files.corpus import load_corpus
from simulator.language.training import train


def train_model(out: str | None, extra: list[str], seed: int) -> None:
    """Train from the shipped corpus and any extra files, and print the card's figures."""
    shipped = sorted((places.shipped("models") / "corpus").glob("*.jsonl"))
    corpus = load_corpus([*shipped, *(Path(name) for name in extra)])
    folder = Path(out) if out else places.home() / "models"
    card = train(corpus, folder, wiring.lexicon(), seed)
    print(f"{len(corpus)} responses, {card.segments} segments, {card.authors} voices")
    print(f"family macro-F1 on held-out voices {card.family_f1}, unsure below {card.threshold}")
    print(f"written to {folder}")

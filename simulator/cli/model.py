"""The classifier on the command line."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from simulator import places
from simulator.cli import wiring
from simulator.core.corpus import Asked, Corpus
from simulator.files.corpus import load_asked, load_corpus
from simulator.language.assembly import Recipe, assemble
from simulator.language.card import EVALUATION, summary
from simulator.language.held_out import HeldOut
from simulator.language.lexicon import PHRASES
from simulator.language.model import NETWORK
from simulator.language.report import evaluation
from simulator.language.stored import STORE, Stored, load_held_out, load_rivals, save_held_out, save_rivals, tie_of

if TYPE_CHECKING:
    from simulator.language.refit import Refit


def train_model(out: str | None, extra: Sequence[str], seed: int, encoder: bool) -> None:
    """Train from the shipped corpus and any extra files, and print the card's figures."""
    folder = Path(out) if out else places.home() / "models"
    if encoder:
        folder.mkdir(parents=True, exist_ok=True)
        _refit(folder / "work", seed).encoder(folder / NETWORK)
    recipe = Recipe(
        corpus=_corpus(),
        extra=load_corpus([Path(name) for name in extra]),
        asked=_asked(),
        encoder=folder if encoder else _models(),
        lexicon=wiring.lexicon(),
        seed=seed,
    )
    card = assemble(recipe, _held_out()["author"], folder)
    print(f"{len(recipe.corpus)} responses and {len(recipe.extra)} of your own, {card.authors} voices")
    print(f"family macro-F1 on held-out voices {card.family_f1}, unsure below {card.threshold}")
    print(f"written to {folder}")


def evaluate_model(refit: bool, work: str | None, as_json: bool) -> None:
    """Work out all figures from held-out opinions, and keep them for the card."""
    if refit:
        made = _refit(Path(work) if work else places.home() / "refit", 0)
        for done in made.run():
            print(f"done: {done}")
        save_held_out(made.joined(), _tie(), _models() / STORE)
        save_rivals(made.rivals(), _tie(), _models())
    stored = Stored(_held_out(), load_rivals(_models(), _tie()))
    found = evaluation(_corpus(), stored, wiring.lexicon(), _pairs(), wiring.listener())
    (_models() / EVALUATION).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(found) if as_json else summary(found))


def print_card() -> None:
    """Print the model card."""
    print(wiring.card())


def _refit(work: Path, seed: int) -> "Refit":
    from simulator.language.refit import Refit

    return Refit(_corpus(), wiring.lexicon(), work, _tie(), seed)


def _models() -> Path:
    return places.shipped("models")


def _corpus_files() -> list[Path]:
    return sorted((_models() / "corpus").glob("*.jsonl"))


def _corpus() -> Corpus:
    return load_corpus(_corpus_files())


def _tie() -> str:
    return tie_of([*_corpus_files(), wiring.lexicon() / PHRASES])


def _held_out() -> Mapping[str, HeldOut]:
    return load_held_out(_models() / STORE, _tie())


def _pairs() -> Sequence[Mapping[str, object]]:
    lines = (_models() / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _asked() -> tuple[Asked, ...]:
    topics = {scenario.slug: scenario.topics for scenario in wiring.all_scenarios()}
    return load_asked(_models() / "topics.jsonl", topics)

"""The classifier on the command line."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from simulator import places
from simulator.cli import wiring
from simulator.core.corpus import Asked, Corpus, Mentioning
from simulator.files.corpus import load_asked, load_corpus, load_mentions
from simulator.language.assembly import Recipe, assemble
from simulator.language.card import EVALUATION, summary
from simulator.language.held_out import HeldOut
from simulator.language.lexicon import COURTESIES
from simulator.language.model import NETWORK, load_encoder
from simulator.language.report import Checks, evaluation
from simulator.language.stored import STORE, Stored, load_held_out, load_rivals, save_held_out, save_rivals, tie_of
from simulator.language.training import as_read, tidier_of

if TYPE_CHECKING:
    from simulator.language.refit import Refit


def train_model(out: str | None, extra: Sequence[str], seed: int, encoder: bool) -> None:
    """Train from the shipped corpus and any extra files, and print the card's figures."""
    folder = Path(out) if out else places.home() / "models"
    if encoder:
        folder.mkdir(parents=True, exist_ok=True)
        _refit(folder / "work", seed).encoder(folder / NETWORK)
    corpus = _corpus()
    tidier = tidier_of(corpus, wiring.lexicon())
    recipe = Recipe(
        corpus=as_read(corpus, tidier),
        extra=as_read(load_corpus([Path(name) for name in extra]), tidier),
        asked=_asked(),
        mentions=_mentions(),
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
    corpus = _corpus()
    read = as_read(corpus, tidier_of(corpus, wiring.lexicon()))
    checks = Checks(_pairs(), _openers(), _mentions(), load_encoder(_models()))
    found = evaluation(read, stored, wiring.lexicon(), checks, wiring.listener())
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
    return tie_of([*_corpus_files(), wiring.lexicon() / COURTESIES])


def _held_out() -> Mapping[str, HeldOut]:
    return load_held_out(_models() / STORE, _tie())


def _pairs() -> Sequence[Mapping[str, object]]:
    lines = (_models() / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def _openers() -> Sequence[str]:
    return (_models() / "openers.txt").read_text(encoding="utf-8").splitlines()


def _mentions() -> tuple[Mentioning, ...]:
    return load_mentions(sorted((_models() / "mentions").glob("*.jsonl")))


def _asked() -> tuple[Asked, ...]:
    topics = {scenario.slug: scenario.topics for scenario in wiring.all_scenarios()}
    return load_asked(_models() / "topics.jsonl", topics)

"""Computing held-out opinions anew: an encoder fine-tuned for every fold. Takes hours, and goes on where it stopped."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from simulator.core.corpus import Corpus
from simulator.language.encoder import Encoder
from simulator.language.held_out import GROUPINGS, Fold, HeldOut, ask, folds
from simulator.language.lessons import meanings_of
from simulator.language.network import export, pretrained
from simulator.language.rivals import rivals
from simulator.language.stored import load_held_out, save_held_out
from simulator.language.training import as_read, tidier_of
from simulator.language.tuning import tune


class Refit:
    """Works through all folds, keeping every finished one in a folder."""

    def __init__(self, corpus: Corpus, lexicon: Path, work: Path, tie: str, seed: int = 0) -> None:
        """Prepare.

        Args:
            corpus: All examples.
            lexicon: The folder of hand-written phrases.
            work: Where finished folds are kept; those of another tie are not used.
            tie: Names the corpus and the code.
            seed: Of everything random.
        """
        self._corpus = corpus
        self._read = as_read(corpus, tidier_of(corpus, lexicon))
        self._work = work / tie
        self._tie = tie
        self._seed = seed
        self._work.mkdir(parents=True, exist_ok=True)
        self._base = pretrained(self._work)
        self._meanings = meanings_of(corpus, self._base)

    def encoder(self, path: Path) -> None:
        """Fine-tune the encoder that ships, on all examples, and write it with its tokeniser."""
        network = tune(self._corpus, self._base, self._meanings, self._seed)
        export(network, path)
        (path.parent / "tokenizer.json").write_text(self._tokenizer, encoding="utf-8")

    def rivals(self) -> Mapping[str, float]:
        """What else could have been the ear, and how good it would be."""
        return rivals(self._read, self._base, self._seed)

    def run(self) -> Iterator[str]:
        """Work through the folds that are not done yet, naming each once it is."""
        for grouping in GROUPINGS:
            for number, fold in enumerate(folds(self._corpus, grouping)):
                if not self._kept(grouping, number).exists():
                    self._ask(fold, grouping, number)
                yield f"{grouping} {number}"

    def joined(self) -> Mapping[str, HeldOut]:
        """All finished folds, by grouping."""
        return {
            grouping: HeldOut.joined(
                load_held_out(self._kept(grouping, number), self._tie)[grouping]
                for number in range(len(folds(self._corpus, grouping)))
            )
            for grouping in GROUPINGS
        }

    def _ask(self, fold: Fold, grouping: str, number: int) -> None:
        path = self._work / f"{grouping}-{number}.onnx"
        if not path.exists():
            known = [self._corpus[place] for place in fold.known]
            export(tune(known, self._base, self._meanings, self._seed), path)
        encoder = Encoder(path, self._tokenizer)
        held = ask(self._read, fold, encoder, self._seed)
        save_held_out({grouping: held}, self._tie, self._kept(grouping, number))

    def _kept(self, grouping: str, number: int) -> Path:
        return self._work / f"{grouping}-{number}.npz"

    @property
    def _tokenizer(self) -> str:
        return (self._base / "tokenizer.json").read_text(encoding="utf-8")

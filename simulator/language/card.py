"""The figures in words: a summary for the command line, and the model card."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from simulator.errors import wrong
from simulator.language.figures import FAMILIES
from simulator.language.model import Card

EVALUATION = "evaluation.json"

Raw = Mapping[str, Any]
_BAR = 40


def summary(found: Raw) -> str:
    """The figures that matter most, in a few lines."""
    author = found["author"]
    families = author["families"]
    lines = [
        f"{author['segments']} segments, every one heard by an ear that never met its voice",
        f"family macro-F1 {author['macro_f1']}, accuracy {author['accuracy']}"
        f" (encoder alone {found['alone']['encoder']}, n-grams alone {found['alone']['grams']})",
        f"setting held out: family macro-F1 {found['setting']['macro_f1']}",
        "baselines: " + ", ".join(f"{name} {share}" for name, share in found["baselines"].items()),
        "F1 by family: " + ", ".join(f"{name} {row['f1']}" for name, row in families.items()),
        f"leading {author['moves']['leading']['f1']}, accuse {author['moves']['accuse']['f1']}",
        f"calibration error {author['calibration_error']},"
        f" accuracy on the most confident four fifths {author['most_confident_accuracy']}",
        f"boundaries F1 {found['boundaries']['all']}",
        f"minimal pairs {found['pairs']['right']} right; unchanged by "
        + ", ".join(f"{name} {share}" for name, share in found["invariance"].items()),
    ]
    return "\n".join(lines)


def load_evaluation(folder: Path) -> Raw:
    """Read the figures of the shipped ear.

    Raises:
        InputError: If they are missing or damaged.
    """
    path = folder / EVALUATION
    try:
        found: Raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise wrong(str(path), "M022", f"cannot be read: {error}", "run: coach model evaluate") from error
    return found


def card_text(found: Raw, card: Card) -> str:
    """The model card as Markdown.

    Args:
        found: The figures of the shipped ear.
        card: Of the ear in use.
    """
    author, lines = found["author"], found["lines"]
    sections = {
        "The ear in use": _in_use(card, found),
        "How good it is": [f"- {line}" for line in summary(found).splitlines()],
        "By family": _table(author["families"]),
        "By move": _table(author["moves"]),
        "What more voices bring": _curve(found["curve"]),
        "What else could have been the ear": _rivals(found["rivals"], found["curve"][-1]["voices"]),
        "What is taken for what": _confusion(author["confusion"]),
        "How honest its confidence is": _calibration(author["calibration"]),
        "What it gets wrong": _mistakes(found["mistakes"]),
        "Hearing the coachee": _table(lines["kinds"] | lines["signs"]),
        "What the coach's words mention": _table(found["mentions"]["coach"]),
        "What the coachee's words mention": _table(found["mentions"]["coachee"]),
    }
    if len(found["curve"]) == 1:
        del sections["What more voices bring"]
    told = (f"## {title}\n\n" + "\n".join(rows) for title, rows in sections.items())
    return "\n\n".join(["# Model card: the ear of coach", _INTRODUCTION, *told])


_INTRODUCTION = (
    "It cuts a coach's words into segments and gives each one of 33 moves in eight families, with a confidence. "
    "A small encoder (all-MiniLM-L6-v2, Apache-2.0, fine-tuned on `models/corpus`) and word and character n-grams "
    "each give an opinion; two weights pool them. The corpus was written and labelled with a language model in "
    "different voices, not by people: see `models/README.md`. It knows British English, schools best. It must not be "
    "used to judge a person without reading the conversation; every label can be disputed."
)


def _in_use(card: Card, found: Raw) -> Iterator[str]:
    """What it learnt from, and with what; a plain word where it is not the one that was measured."""
    if card.hash != found["model"]:
        yield "- **You use an ear of your own; what follows was measured on the one that ships.**"
    yield f"- learnt from {card.segments} segments of {card.authors} voices; known as `{card.hash}`"
    yield f"- not sure below {card.threshold:.2f}; of a harsh judgement, below {card.harsh_threshold:.2f}"
    yield "- made with " + ", ".join(f"{name} {number}" for name, number in card.versions.items())


def _table(rows: Mapping[str, Raw]) -> Iterator[str]:
    yield "| | precision | recall | F1 | cases |"
    yield "|---|--:|--:|--:|--:|"
    for name, row in rows.items():
        yield f"| {name} | {row['precision']:.2f} | {row['recall']:.2f} | {row['f1']:.2f} | {row['cases']:.0f} |"


def _curve(rows: Sequence[Raw]) -> Iterator[str]:
    yield "Family macro-F1 on the same held-out voices, by how much was learnt from."
    yield ""
    yield "| voices | segments | macro-F1 |"
    yield "|--:|--:|--:|"
    for row in rows:
        yield f"| {row['voices']} | {row['segments']} | {row['macro_f1']:.3f} |"


def _rivals(found: Mapping[str, float], voices: int) -> Iterator[str]:
    yield f"Family macro-F1 on the first fold's voices, each having learnt from the same other {voices}."
    yield ""
    yield "| | macro-F1 |"
    yield "|---|--:|"
    for name, share in found.items():
        yield f"| {name} | {share:.3f} |"


def _confusion(rows: Sequence[Sequence[int]]) -> Iterator[str]:
    yield "Rows are the labels by hand, columns what was heard."
    yield ""
    yield "| | " + " | ".join(FAMILIES) + " |"
    yield "|---|" + "--:|" * len(FAMILIES)
    for family, row in zip(FAMILIES, rows, strict=True):
        yield f"| {family} | " + " | ".join(map(str, row)) + " |"


def _calibration(bins: Sequence[Raw]) -> Iterator[str]:
    yield "Each line is a tenth of the scale: how confident the ear was, how often it was right, and how many segments."
    yield ""
    yield "```"
    for row in bins:
        bar = "#" * round(_BAR * row["right"])
        yield f"{row['confidence']:.2f} confident  {row['right']:.2f} right |{bar:<{_BAR}}| {row['cases']}"
    yield "```"


def _mistakes(rows: Sequence[Raw]) -> Iterator[str]:
    for row in rows:
        yield f"- {row['truth']} heard as {row['heard']} ({row['cases']} times), most confidently:"
        for each in row["examples"]:
            yield f'  - "{each["text"]}" is `{each["move"]}`, heard as `{each["heard"]}` ({each["confidence"]:.2f})'

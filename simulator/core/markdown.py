"""Passages as Markdown, for files that people go on working with."""

from collections.abc import Iterable

from simulator.core.telling import Passage, Style

_FORMS = {
    Style.TITLE: "# {}",
    Style.HEADING: "## {}",
    Style.ASPECT: "**{}**",
    Style.QUOTE: "> {}",
    Style.BETTER: "- {}",
    Style.NOTE: "*{}*",
    Style.WARNING: "**Warning.** {}",
    Style.THOUGHT: "*({})*",
}
_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_<>[]#|"})


def markdown(passages: Iterable[Passage]) -> str:
    """One block a passage. What was typed is shown as typed: its stars and hashes are no marks."""
    return "\n\n".join(_block(passage) for passage in passages) + "\n"


def _block(passage: Passage) -> str:
    lines = [line.strip().translate(_SPECIAL) for line in passage.text.splitlines() if line.strip()] or ["–"]
    form = _FORMS.get(passage.style, "{}")
    joiner = "\n> " if passage.style is Style.QUOTE else "  \n"
    return form.format(joiner.join(lines))

"""``coach data``: what was recorded, for other uses."""

import sys
from collections.abc import Iterator
from pathlib import Path

from simulator.cli import wiring
from simulator.core.disputed import examples
from simulator.core.record import replay
from simulator.errors import wrong
from simulator.files.corpus import corpus_line


def export_disputes(out: Path | None, author: str) -> None:
    """Write every response with a disputed label, as it should have been labelled.

    Raises:
        InputError: If the file cannot be written.
    """
    lines = list(_lines(author))
    if out is None:
        print("\n".join(lines)) if lines else None
    else:
        _write(out, lines)
    count = f"{len(lines)} response{'' if len(lines) == 1 else 's'} with disputed labels"
    print(
        f"{count}{f', written to {out}' if out else ''}. They hold what was typed: keep them private.", file=sys.stderr
    )


def _lines(author: str) -> Iterator[str]:
    record = wiring.record()
    for key in record.disputed():
        kept = record.read(key)
        session = replay(kept, wiring.rebuild(kept.wording)).session
        yield from map(corpus_line, examples(kept, session, author))


def _write(out: Path, lines: list[str]) -> None:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    except OSError as error:
        raise wrong(str(out), "I006", f"cannot be written: {error.strerror}", "name another place") from error

"""Writing a play into the rehearsal beside a scenario."""

from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from simulator.errors import wrong
from simulator.files.document import parse_document
from simulator.files.rehearsal import load_rehearsal
from simulator.files.schema import schema_address
from simulator.files.text import read_text
from simulator.places import is_packaged

_CODE = "I012"
_WIDE = 10_000
"""One turn, one line."""
_NEW = "# yaml-language-server: $schema={schema}\nscenario: {slug}\nplays: []\n"


def add_play(path: Path, slug: str, play: Mapping[str, Any]) -> None:
    """Add an expected play; what is in the file already stays as it is, comments included.

    Args:
        path: The rehearsal, made if need be.
        slug: The scenario it belongs to.
        play: As a rehearsal writes it.

    Raises:
        InputError: If the rehearsal there is not in order, or cannot be written.
    """
    if is_packaged(path):
        remedy = "copy the scenario to your own folder of scenarios, and save it there"
        raise wrong(str(path), _CODE, "ships with coach and is not written to", remedy)
    text = _NEW.format(schema=schema_address(path.parent, "rehearsal"), slug=slug)
    if path.exists():
        load_rehearsal(path)
        text = read_text(path, "S020")
    added = _with_play(text, play)
    parse_document(added, str(path), _CODE)
    _write(path, added)


def _with_play(text: str, play: Mapping[str, Any]) -> str:
    yaml = YAML()
    yaml.width, yaml.preserve_quotes = _WIDE, True
    raw = yaml.load(text)
    raw["plays"].fa.set_block_style()
    raw["plays"].append(_laid_out(play))
    written = StringIO()
    yaml.dump(raw, written)
    return written.getvalue()


def _laid_out(play: Mapping[str, Any]) -> CommentedMap:
    """The play with a line to each turn, as the shipped ones are."""
    return CommentedMap(dict(play) | {"turns": CommentedSeq([_flow(turn) for turn in play["turns"]])})


def _flow(value: Any) -> Any:
    if isinstance(value, Mapping):
        quoted = {key: DoubleQuotedScalarString(one) if key == "say" else _flow(one) for key, one in value.items()}
        laid = CommentedMap(quoted)
        laid.fa.set_flow_style()
        return laid
    if isinstance(value, Sequence) and not isinstance(value, str):
        listed = CommentedSeq([_flow(one) for one in value])
        listed.fa.set_flow_style()
        return listed
    return value


def _write(path: Path, text: str) -> None:
    """Whole or not at all: a killed process leaves the old file."""
    half = path.with_name(f".{path.name}.half")
    try:
        half.write_text(text, encoding="utf-8", newline="\n")
        half.replace(path)
    except OSError as error:
        raise wrong(str(path), _CODE, f"cannot be written: {error.strerror}", "check the folder") from error

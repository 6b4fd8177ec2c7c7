"""A new scenario from the template."""

import json
import re
from pathlib import Path
from unicodedata import normalize

from simulator.errors import wrong
from simulator.files.schema import schema_address
from simulator.places import shipped

_CODE = "I011"
_LONGEST = 80


def slug_of(title: str) -> str:
    """The name of the file for a title: lower-case letters, digits and hyphens, whatever else was typed.

    Raises:
        InputError: If nothing of it can be used.
    """
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    if not slug or not title.isprintable() or len(title) > _LONGEST:
        remedy = f"use a few words on one line, at most {_LONGEST} letters, some of them a to z"
        raise wrong("<input>", _CODE, f"'{title[:_LONGEST]}' makes no file name", remedy)
    return slug


def write_template(title: str, path: Path) -> None:
    """Write a scenario full of to-dos. Nothing that is there already is written over.

    Raises:
        InputError: If there is such a file, or it cannot be written.
    """
    text = (shipped("scenarios") / "template" / "new.yaml").read_text(encoding="utf-8")
    filled = text.replace("{schema}", schema_address(path.parent, "scenario")).replace(
        "{title}", json.dumps(title, ensure_ascii=False)
    )
    if path.exists():
        raise wrong(str(path), _CODE, "is there already", "choose another title, or move it away")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(filled)
    except OSError as error:
        raise wrong(str(path), _CODE, f"cannot be written: {error.strerror}", "choose another --out") from error

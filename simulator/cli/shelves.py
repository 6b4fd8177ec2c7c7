"""Everything wrong in themes, clips and resources, for ``coach scenario check``."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from simulator.cli import wiring
from simulator.core.clip import Part
from simulator.errors import Finding, InputError
from simulator.files import clip, resource, theme
from simulator.files.document import Document
from simulator.files.shelf import on_shelf, read_shelved

_FOUND = 1


class _Shelf(NamedTuple):
    """One folder, and how its files are checked."""

    codes: tuple[str, str]
    """Of a file that cannot be read, and of one that is not YAML."""
    check: Callable[[Document, str], Iterator[Finding]]


def check_everything(named: Sequence[str], check_scenarios: Callable[[Sequence[str]], int]) -> int:
    """Print every finding in what was named, or in all there is; the exit code says whether there was one.

    Args:
        named: Slugs or paths; everything when empty.
        check_scenarios: Checks those that are scenarios.
    """
    shelved = {path: folder for name in named for path, folder in _shelved(name)}
    scenarios = [name for name in named if not list(_shelved(name))]
    code = check_scenarios(scenarios) if scenarios or not named else 0
    if shelved or not named:
        code = max(code, _report(shelved if named else _everything(), whole=not named))
    return code


def _shelved(name: str) -> Iterator[tuple[Path, str]]:
    """The file, if what was named is a theme, clip or resource rather than a scenario."""
    for folder in _SHELVES:
        known = on_shelf(folder)
        if name in known:
            yield known[name], folder
        elif Path(name).parent.name == folder:
            yield Path(name), folder


def _everything() -> Mapping[Path, str]:
    return {path: folder for folder in _SHELVES for path in on_shelf(folder).values()}


def _report(files: Mapping[Path, str], whole: bool) -> int:
    documents: dict[str, list[Document]] = {}
    if not whole:
        _read_others(files, documents)
    findings = [finding for path, folder in files.items() for finding in _check(path, folder, documents)]
    doubled = [*_same(documents, clip.FOLDER, "number", "C011"), *_same(documents, theme.FOLDER, "order", "T107")]
    findings += [finding for finding in doubled if Path(finding.file) in files]
    for finding in findings:
        print(finding)
    count = f"{len(findings)} finding{'' if len(findings) == 1 else 's'}"
    print(f"{len(files)} themes, clips and resources checked, {count}")
    return _FOUND if findings else 0


def _read_others(files: Mapping[Path, str], documents: dict[str, list[Document]]) -> None:
    """What was not named is read as well, since it may claim the same place in a list; its own mistakes are its own."""
    named = {path.stem for path in files}
    for path, folder in _everything().items():
        with suppress(InputError):
            if path.stem not in named:
                _check(path, folder, documents)


def _check(path: Path, folder: str, documents: dict[str, list[Document]]) -> Sequence[Finding]:
    unreadable, _ = codes = _SHELVES[folder].codes
    try:
        document = read_shelved(path, *codes)
    except InputError as error:
        if error.findings[0].code == unreadable:
            raise
        return error.findings
    findings = list(_SHELVES[folder].check(document, path.stem))
    if not findings:
        documents.setdefault(folder, []).append(document)
    return findings


def _same(documents: Mapping[str, Sequence[Document]], folder: str, key: str, code: str) -> Iterator[Finding]:
    """Files that claim the same place in a list."""
    first: dict[int, str] = {}
    for document in documents.get(folder, ()):
        number = document.value[key]
        if number in first:
            problem = f"{key} {number} is also that of {Path(first[number]).name}"
            yield document.finding((key,), code, problem, "give each its own")
        first.setdefault(number, document.name)


def _clip(document: Document, _: str) -> Iterator[Finding]:
    findings = list(clip.clip_findings(document))
    yield from findings or _stranger(document)


def _stranger(document: Document) -> Iterator[Finding]:
    """The teacher of a weak clip must be the coachee who answers the watcher."""
    if named := document.value.get("scenario"):
        coachee = wiring.scenario(named).persona.name
        [name] = [one["name"] for one in document.value["people"] if one["part"] == Part.COACHEE]
        if name != coachee:
            problem = f"the teacher is {name}, but in {named} {coachee} answers"
            yield document.finding(("scenario",), "C010", problem, "name another scenario, or the same teacher")


def _resource(document: Document, _: str) -> Iterator[Finding]:
    return resource.resource_findings(document)


_SHELVES: Mapping[str, _Shelf] = {
    theme.FOLDER: _Shelf(theme.UNUSABLE, theme.theme_findings),
    clip.FOLDER: _Shelf(clip.UNUSABLE, _clip),
    resource.FOLDER: _Shelf(resource.UNUSABLE, _resource),
}

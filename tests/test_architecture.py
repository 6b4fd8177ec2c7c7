"""The rooms, the arrow and the budgets."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

MODULES = [path for path in Path("simulator").rglob("*.py") if "migrations" not in path.parts]
FORBIDDEN = {"textual", "spacy", "sklearn", "sqlalchemy", "ruamel", "jsonschema", "typer", "random", "datetime"}
LONGEST_MODULE, LONGEST_BODY = 225, 25


def loaded_by(code):
    """The top-level modules that a fresh process has loaded after running code."""
    script = f"import sys\n{code}\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_core_loads_no_library():
    """Importing the rules brings in no screen, ear, disk or dice."""
    assert not FORBIDDEN & loaded_by("import simulator.core.session, simulator.core.debrief, simulator.core.practice")


def test_asking_for_the_version_loads_nothing_slow():
    """Start-up is what every command pays."""
    slow = {"textual", "spacy", "sklearn", "sqlalchemy", "ruamel", "jsonschema", "numpy", "alembic"}

    assert not slow & loaded_by("import simulator.cli.main")


def test_the_app_paints_before_it_loads():
    """The terminal app needs neither the ear nor the store to show its first screen."""
    slow = {"spacy", "sklearn", "sqlalchemy", "ruamel", "jsonschema", "numpy", "alembic"}

    assert not slow & loaded_by("import simulator.ui.app, simulator.cli.wiring")


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_modules_stay_small_and_documented(path):
    """A module is about one noun; a function fits in a glance; every public name says what it is."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert len(source.splitlines()) <= LONGEST_MODULE
    assert ast.get_docstring(tree)
    assert not [f"{one.name}: {_body(one)}" for one in functions if _body(one) > LONGEST_BODY]


def _body(function):
    """Lines of the body without the docstring."""
    first = function.body[1] if ast.get_docstring(function) and len(function.body) > 1 else function.body[0]
    return function.end_lineno - first.lineno + 1

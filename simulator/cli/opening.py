"""Opening the terminal app."""

import sys

import typer

MISUSE = 2
"""The exit code for bad input."""


def open_app(scenario: str | None = None, seed: int | None = None, wish: tuple[str, str] | None = None) -> None:
    """Open the app, if there is a terminal to open it in.

    Args:
        scenario: A scenario to go straight to.
        seed: For the first conversation.
        wish: Something else to go straight to: its kind and its name.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print("coach: <input>:0:0: I002 this is no terminal (use: coach practise SCENARIO --plain)", file=sys.stderr)
        raise typer.Exit(MISUSE)
    from simulator.cli.wiring import edges, find_slug
    from simulator.ui.app import CoachApp

    CoachApp(edges(), start_with=find_slug(scenario) if scenario else None, seed=seed, wish=wish).run()

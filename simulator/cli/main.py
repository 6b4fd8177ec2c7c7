"""``coach``: the commands, and the one place where an error becomes a line and an exit code."""

import sys
from typing import Annotated

import typer

from simulator import __version__
from simulator.cli import themes
from simulator.cli.opening import MISUSE, open_app
from simulator.errors import SimulatorError

INTERRUPTED = 130

app = typer.Typer(
    name="coach",
    help="Rehearse coaching conversations and see what each of your lines did.",
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
scenarios = typer.Typer(help="The author's tools: list, show, check and rehearse scenarios.")
models = typer.Typer(help="The classifier that hears what a line does.")
app.add_typer(scenarios, name="scenario")
app.add_typer(models, name="model")
themes.register(app)


def run() -> None:
    """Run ``coach``; no traceback for anything a person can mend."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except SimulatorError as error:
        print(f"coach: {error}", file=sys.stderr)
        sys.exit(MISUSE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"coach {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def coach(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Rehearse coaching conversations. Without a command the terminal app opens."""
    if context.invoked_subcommand is None:
        open_app()


@app.command()
def practise(
    scenario: Annotated[str | None, typer.Argument(help="A scenario's slug or a path.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Line by line, for screen readers and pipes.")] = False,
    seed: Annotated[int | None, typer.Option(help="The same seed and words give the same conversation.")] = None,
    agreement: Annotated[
        bool, typer.Option("--agreement", help="With --plain: carry your learning agreement into it (G in the app).")
    ] = False,
) -> None:
    """Have one conversation. /end /hint /undo /help work in it."""
    if not plain:
        open_app(scenario, seed)
        return
    from simulator.cli.plain import practise_plainly

    practise_plainly(scenario, seed, agreement)


@app.command()
def classify(
    file: Annotated[str, typer.Argument(help="A file, or - for standard input.")] = "-",
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Say what coach responses do: plain lines, or JSON Lines with "response" and "context"."""
    from simulator.cli.headless import classify_file

    classify_file(file, as_json=json)


@app.command()
def score(
    files: Annotated[list[str], typer.Argument(help="Transcripts: .json or .txt.", show_default=False)],
    json: Annotated[bool, typer.Option("--json", help="One JSON object a file.")] = False,
    coach: Annotated[str | None, typer.Option(help="The name by which the file calls the coach.")] = None,
) -> None:
    """Score whole conversations against the rubric."""
    from simulator.cli.headless import score_files

    raise typer.Exit(score_files(files, as_json=json, coach=coach))


@scenarios.command("list")
def scenario_list() -> None:
    """Name all scenarios."""
    from simulator.cli.scenario import list_scenarios

    list_scenarios()


@scenarios.command("show")
def scenario_show(scenario: Annotated[str, typer.Argument(help="A scenario's slug or a path.")]) -> None:
    """Show a scenario's brief and topics."""
    from simulator.cli.scenario import show_scenario

    show_scenario(scenario)


@scenarios.command("check")
def scenario_check(
    named: Annotated[list[str] | None, typer.Argument(help="Slugs or paths; all when left out.")] = None,
) -> None:
    """Find everything wrong in scenarios and their rehearsals, and in themes, clips and resources."""
    from simulator.cli.scenario import check_scenarios
    from simulator.cli.shelves import check_everything

    raise typer.Exit(check_everything(named or [], check_scenarios))


@scenarios.command("rehearse")
def scenario_rehearse(
    named: Annotated[list[str] | None, typer.Argument(help="Slugs or paths; all when left out.")] = None,
    listen: Annotated[bool, typer.Option("--listen", help="Hear the words again and report drift.")] = False,
) -> None:
    """Replay the expected plays beside scenarios."""
    from simulator.cli.scenario import rehearse_scenarios

    raise typer.Exit(rehearse_scenarios(named or [], listen=listen))


@models.command("train")
def model_train(
    out: Annotated[str | None, typer.Option(help="Where the model goes; your own folder when left out.")] = None,
    extra: Annotated[list[str] | None, typer.Option("--with", help="More labelled JSON Lines.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed and corpus give the same labels.")] = 0,
) -> None:
    """Train the classifier from models/corpus and measure it on held-out authors."""
    from simulator.cli.model import train_model

    train_model(out, extra or [], seed)

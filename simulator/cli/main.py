"""``coach``: the commands, and the one place where an error becomes a line and an exit code."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from simulator import __version__
from simulator.cli import records, themes
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
scenarios = typer.Typer(help="The author's tools: write, check, playtest and rehearse scenarios.")
models = typer.Typer(help="The classifier that hears what a line does.")
app.add_typer(scenarios, name="scenario")
app.add_typer(models, name="model")
themes.register(app)
records.register(app)


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
    """Have one conversation. /end /hint /undo /dispute /help work in it."""
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
    files: Annotated[
        list[str],
        typer.Argument(help="Transcripts (.json .txt .vtt .srt .docx .csv), folders, patterns.", show_default=False),
    ],
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line, as for several files.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write the debrief as a page; a folder for several.")] = None,
    pdf: Annotated[Path | None, typer.Option(help="Write the debrief as PDF; a folder for several.")] = None,
    coach: Annotated[str | None, typer.Option(help="The name by which the file calls the coach.")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes to share many files among.")] = 1,
    redact: Annotated[bool, typer.Option("--redact", help="Show Name1, Name2 in place of names.")] = False,
) -> None:
    """Score whole conversations against the rubric."""
    from simulator.cli.score import score_files
    from simulator.cli.scorer import Wish
    from simulator.files.report.wanted import Wanted

    reports = tuple(Wanted(suffix, out) for suffix, out in ((".html", html), (".pdf", pdf)) if out)
    wish = Wish(coach=coach, as_json=json, redacted=redact, reports=reports)
    raise typer.Exit(score_files(files, wish, jobs))


@scenarios.command("list")
def scenario_list() -> None:
    """Name all scenarios."""
    from simulator.cli.scenario import list_scenarios

    list_scenarios()


@scenarios.command("show")
def scenario_show(
    scenario: Annotated[str, typer.Argument(help="A scenario's slug or a path.")],
    graph: Annotated[bool, typer.Option("--graph", help="As a Mermaid flowchart.")] = False,
) -> None:
    """Show a scenario's brief and topics."""
    from simulator.cli.scenario import draw_scenario, show_scenario

    (draw_scenario if graph else show_scenario)(scenario)


@scenarios.command("new")
def scenario_new(
    title: Annotated[str, typer.Argument(help="What it is called.")],
    out: Annotated[str | None, typer.Option(help="A file or folder; your own folder when left out.")] = None,
) -> None:
    """Write a new scenario to fill in."""
    from simulator.cli.scenario import new_scenario

    new_scenario(title, out)


@scenarios.command("check")
def scenario_check(
    named: Annotated[list[str] | None, typer.Argument(help="Slugs or paths; all when left out.")] = None,
) -> None:
    """Find everything wrong in scenarios and their rehearsals, and in themes, clips and resources."""
    from simulator.cli.check import check_scenarios
    from simulator.cli.shelves import check_everything

    raise typer.Exit(check_everything(named or [], check_scenarios))


@scenarios.command("playtest")
def scenario_playtest(
    scenario: Annotated[str | None, typer.Argument(help="A scenario's slug or a path.")] = None,
    sessions: Annotated[int, typer.Option(min=1, max=100_000, help="Random sessions.")] = 1000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same playtest.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    acceptance: Annotated[bool, typer.Option("--acceptance", help="The ten tests of docs/COACHEE.md.")] = False,
    seeds: Annotated[int, typer.Option(min=10, max=100_000, help="With --acceptance: how many.")] = 2000,
    into: Annotated[str | None, typer.Option(help="With --acceptance: the document to write it into.")] = None,
) -> None:
    """Play a scenario in every way: what is covered, what each bot scores, and where that smells."""
    from simulator.cli.acceptance import accept
    from simulator.cli.playtest import playtest_scenario

    if acceptance:
        raise typer.Exit(accept(scenario, seeds, into))
    raise typer.Exit(playtest_scenario(scenario, sessions, seed, as_json=json))


@scenarios.command("rehearse")
def scenario_rehearse(
    named: Annotated[list[str] | None, typer.Argument(help="Slugs or paths; all when left out.")] = None,
    listen: Annotated[bool, typer.Option("--listen", help="Hear the words again and report drift.")] = False,
    save: Annotated[str | None, typer.Option(help="Save a session as an expected play: its number, or last.")] = None,
    name: Annotated[str | None, typer.Option(help="With --save: what to call the play.")] = None,
) -> None:
    """Replay the expected plays beside scenarios, or save a session as one."""
    from simulator.cli.keep import save_play
    from simulator.cli.rehearse import rehearse_scenarios

    if save is None:
        raise typer.Exit(rehearse_scenarios(named or [], listen=listen))
    save_play(save, next(iter(named or []), None), name)


@models.command("train")
def model_train(
    out: Annotated[str | None, typer.Option(help="Where the model goes; your own folder when left out.")] = None,
    extra: Annotated[list[str] | None, typer.Option("--with", help="More labelled JSON Lines.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed and corpus give the same labels.")] = 0,
    encoder: Annotated[
        bool, typer.Option("--encoder", help="Fine-tune the encoder too; needs the extra [train].")
    ] = False,
) -> None:
    """Train the classifier from models/corpus."""
    from simulator.cli.model import train_model

    train_model(out, extra or [], seed, encoder)


@models.command("evaluate")
def model_evaluate(
    refit: Annotated[bool, typer.Option("--refit", help="Compute held-out opinions anew; takes hours.")] = False,
    work: Annotated[str | None, typer.Option(help="Where finished folds are kept while refitting.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
) -> None:
    """Measure the classifier on voices it never met."""
    from simulator.cli.model import evaluate_model

    evaluate_model(refit, work, as_json=json)


@models.command("card")
def model_card() -> None:
    """Print what the classifier is, how good it is, and what it gets wrong."""
    from simulator.cli.model import print_card

    print_card()

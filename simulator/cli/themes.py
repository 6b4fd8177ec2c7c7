"""The commands around the six themes."""

from typing import Annotated

import typer

from simulator.cli.opening import open_app


def register(app: typer.Typer) -> None:
    """Put these commands under ``coach``."""
    for command in (watch, theme, agreement, plan, timetable):
        app.command()(command)
    app.command("school-check")(school_check)


def watch(
    clip: Annotated[str | None, typer.Argument(help="A clip's name or number, or a path.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Line by line, for screen readers and pipes.")] = False,
) -> None:
    """Watch a scene; stop a weak one where it goes wrong, name the slip, and say it better."""
    if plain:
        from simulator.cli.watch import watch_plainly

        watch_plainly(clip)
        return
    from simulator.cli.library import find_clip_slug

    open_app(wish=("clip", find_clip_slug(clip)) if clip else ("clips", ""))


def theme(
    theme: Annotated[str | None, typer.Argument(help="skills, understanding, time, culture, focus or trust.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Line by line, for screen readers and pipes.")] = False,
) -> None:
    """Work through the six themes: read, reflect, watch, practise, and choose ways forward."""
    if plain:
        from simulator.cli.theme import show_themes

        show_themes(theme)
        return
    from simulator.cli.library import find_theme

    open_app(wish=("theme", find_theme(theme).theme) if theme else ("themes", ""))


def agreement(
    plain: Annotated[bool, typer.Option("--plain", help="Line by line, for screen readers and pipes.")] = False,
    out: Annotated[str | None, typer.Option(help="Write it to a file: .md, .docx or .pdf.")] = None,
) -> None:
    """Word a learning agreement, clause by clause."""
    if plain or out:
        from simulator.cli.school import build_agreement

        build_agreement(out)
        return
    open_app(wish=("agreement", ""))


def plan(
    plain: Annotated[bool, typer.Option("--plain", help="Print it.")] = False,
    out: Annotated[str | None, typer.Option(help="Write it to a file: .md, .docx or .pdf.")] = None,
    answers: Annotated[bool, typer.Option(help="With your answers to the questions and your agreement.")] = True,
) -> None:
    """The school action plan: all ways forward that were ticked, and what the checks found."""
    if plain or out:
        from simulator.cli.school import show_plan

        show_plan(out, answers)
        return
    open_app(wish=("plan", ""))


def school_check(
    resource: Annotated[str, typer.Argument(help="Another resource: learning-community, comparison …")] = "four-ways",
    plain: Annotated[bool, typer.Option("--plain", help="Line by line, for screen readers and pipes.")] = False,
) -> None:
    """Check a school's plan for coaching against four ways to make it work, or open another resource."""
    if plain:
        from simulator.cli.school import check_school

        check_school(resource)
        return
    from simulator.cli.library import find_resource_slug

    open_app(wish=("resource", find_resource_slug(resource)))


def timetable(
    file: Annotated[
        str | None, typer.Argument(help="CSV: person, day, period, kind and, where there is one, coach.")
    ] = None,
    use: Annotated[list[str] | None, typer.Option(help="Use this kind too: non-contact, lunch, after school.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Print it (it always does when a file is named).")] = False,
    out: Annotated[str | None, typer.Option(help="Write it to a file: .md, .docx or .pdf.")] = None,
    example: Annotated[str | None, typer.Option(help="Write a CSV to begin with, to this file.")] = None,
) -> None:
    """Fit coaching pairs into a school's week: who can meet when, who can't, and why."""
    from simulator.cli import timetable as week

    if example:
        print(f"written to {week.write_example(example)}")
        return
    if file or plain or out:
        week.plan_week(file, use or [], out)
        return
    open_app(wish=("timetable", ""))

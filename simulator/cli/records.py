"""The commands around recorded sessions."""

from pathlib import Path
from typing import Annotated

import typer

from simulator.cli.opening import open_app

data = typer.Typer(help="What was recorded on this computer.")


def register(app: typer.Typer) -> None:
    """Put these commands under ``coach``."""
    app.command()(debrief)
    app.add_typer(data, name="data")


def debrief(
    session: Annotated[str | None, typer.Argument(help="A session's number, or last.")] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Print it; without a number, list the sessions.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write it as a page.")] = None,
    pdf: Annotated[Path | None, typer.Option(help="Write it as PDF.")] = None,
) -> None:
    """Read the debrief of a finished session again."""
    from simulator.cli.debrief import find_session, list_sessions, read_again, write_again

    if html or pdf:
        write_again(session or "last", [(".html", html), (".pdf", pdf)])
    elif not plain:
        open_app(wish=("session", str(find_session(session)))) if session else open_app()
    elif session:
        read_again(session)
    else:
        list_sessions()


@data.command("disputes")
def disputes(
    out: Annotated[Path | None, typer.Option(help="A file; printed when left out.")] = None,
    author: Annotated[str, typer.Option(help="The name their voice goes by.")] = "disputes",
) -> None:
    """Export disputed labels as JSON Lines that ``coach model train --with`` learns from."""
    from simulator.cli.data import export_disputes

    export_disputes(out, author)

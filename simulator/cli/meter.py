"""How far a long run has come, on standard error."""

import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress


class Meter:
    """A bar where a person watches and the results go elsewhere; otherwise only problems are shown."""

    def __init__(self, total: Callable[[], int]) -> None:
        """Be ready to show progress.

        Args:
            total: Counts what there is to do. Asked only if there is a bar.
        """
        self._bar = _bar(total()) if sys.stderr.isatty() and not sys.stdout.isatty() else None

    def __enter__(self) -> Self:
        """Show the bar."""
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the last state of the bar standing."""
        if self._bar:
            self._bar.stop()

    def step(self) -> None:
        """One more is done."""
        if self._bar:
            self._bar.advance(self._bar.task_ids[0])

    def report(self, problem: str) -> None:
        """Say what was wrong with one."""
        if self._bar:
            self._bar.console.print(problem, markup=False, highlight=False, soft_wrap=True)
        else:
            print(problem, file=sys.stderr)


def _bar(total: int) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("scored"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Standard output belongs to the results: the bar must not take it over.
    bar = Progress(*columns, console=Console(stderr=True), redirect_stdout=False, redirect_stderr=False)
    bar.add_task("", total=total)
    return bar

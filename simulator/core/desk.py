"""A person at work on the six themes: the library in one hand, the notebook in the other."""

from collections.abc import Mapping

from simulator.core.library import Library, Work
from simulator.core.notebook import TICKED, Notebook, Notes, toggled
from simulator.core.record import Record
from simulator.core.theme import Guide


class Desk:
    """What there is and what was done with it. Everything typed is on disk before a method returns."""

    def __init__(self, library: Library, notebook: Notebook, record: Record) -> None:
        """Work with these."""
        self.library = library
        self.notebook = notebook
        self._record = record

    def work(self) -> Work:
        """Everything done so far."""
        return Work(
            notes=self.notebook.notes(),
            drafts=self.notebook.drafts(),
            viewings=self.notebook.viewings(),
            sessions=self._record.sessions(),
        )

    @property
    def notes(self) -> Notes:
        """All answers and ticks."""
        return self.notebook.notes()

    @property
    def drafts(self) -> Mapping[str, str]:
        """All that is half typed."""
        return self.notebook.drafts()

    def keep(self, place: str, text: str) -> None:
        """Keep an answer; the earlier ones stay for comparison."""
        self.notebook.keep(place, text.strip())

    def toggle(self, place: str) -> None:
        """Turn a tick round."""
        self.notebook.keep(place, toggled(self.notebook.notes(), place))

    def tick(self, place: str) -> None:
        """Set a tick."""
        self.notebook.keep(place, TICKED)

    def open(self, guide: Guide) -> None:
        """Keep that a theme's reading was opened."""
        self.tick(guide.read_place)

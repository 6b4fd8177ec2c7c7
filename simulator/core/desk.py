"""A person at work on the six themes: the library in one hand, the notebook in the other."""

from collections.abc import Callable, Mapping, Sequence

from simulator.core.agreement import carried_place, is_begun, tell_carried, tell_kept
from simulator.core.clip import Clip
from simulator.core.hearing import Heard
from simulator.core.library import Library, Work
from simulator.core.notebook import TICKED, Notebook, Notes, toggled
from simulator.core.ports import Listener
from simulator.core.record import Record
from simulator.core.scenario import Scenario
from simulator.core.telling import Passage
from simulator.core.theme import Guide
from simulator.core.watching import Watching
from simulator.errors import wrong


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

    def watch(self, clip: Clip, listener: Callable[[], Listener]) -> Watching:
        """Begin to watch a clip."""

        def scenario() -> Scenario:
            if found := self.library.scenario(clip.scenario):
                return found
            remedy = "see: coach scenario check"
            raise wrong(clip.slug, "C009", f"there is no scenario called '{clip.scenario}'", remedy)

        return Watching(clip, self.notebook, scenario, listener)

    def open(self, guide: Guide) -> None:
        """Keep that a theme's reading was opened."""
        self.tick(guide.read_place)

    def has_agreement(self) -> bool:
        """Is there a learning agreement that could be carried into a scenario?"""
        template = self.library.agreement
        return bool(template and is_begun(template, self.work()))

    def carried(self, slug: str) -> Sequence[Passage]:
        """The agreement as the brief of a scenario shows it; empty where it was not carried there."""
        template, work = self.library.agreement, self.work()
        return list(tell_carried(template, work)) if template and work.is_ticked(carried_place(slug)) else ()

    def kept(self, slug: str, conversation: Sequence[Heard]) -> Sequence[Passage]:
        """Whether a conversation kept to the agreement that was carried into its scenario."""
        template, work = self.library.agreement, self.work()
        carried = template and work.is_ticked(carried_place(slug))
        return list(tell_kept(template, work, conversation)) if template and carried else ()

"""What stands behind a hexagon: a reading, questions, ways forward, and where each of them is kept."""

from dataclasses import dataclass

from simulator.core.clip import Prompt
from simulator.core.scenario import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Something a school could do next."""

    id: str
    """Unchanged when it is reworded: ticks are kept under it."""
    text: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Guide:
    """One theme's contents. Its clips and scenarios are those that name the theme."""

    theme: Theme
    title: str
    short: str
    """For the hexagon: a word or two."""
    version: int
    order: int
    """Its place in the honeycomb, from 1."""
    reading: tuple[str, ...]
    """One paragraph each; together one screen."""
    sources: tuple[str, ...]
    questions: tuple[Prompt, ...]
    ways: tuple[Way, ...]
    resources: tuple[str, ...] = ()
    """Slugs, in order."""

    def question(self, name: str) -> Prompt:
        """The question of that name."""
        return next(one for one in self.questions if one.id == name)

    def way(self, name: str) -> Way:
        """The way forward of that name."""
        return next(one for one in self.ways if one.id == name)

    @property
    def read_place(self) -> str:
        """Where it is kept that the reading was opened."""
        return f"theme/{self.theme}/read"

    def question_place(self, prompt: Prompt) -> str:
        """Where answers to a question are kept."""
        return f"theme/{self.theme}/question/{prompt.id}"

    def way_place(self, way: Way) -> str:
        """Where the tick of a way forward is kept."""
        return f"theme/{self.theme}/way/{way.id}"

    def step_place(self, way: Way) -> str:
        """Where it is kept who does a ticked way, and by when."""
        return f"theme/{self.theme}/step/{way.id}"

"""The school action plan as a page."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding

from simulator.core.desk import Desk
from simulator.core.school_plan import tell_plan
from simulator.core.telling import Passage
from simulator.ui.screens.page import PageScreen


class PlanScreen(PageScreen):
    """Everything that was ticked and found, with or without one's own answers and agreement."""

    HELP = (
        "Scroll with the arrow keys. X writes the plan to a file: .md, .docx or .pdf. Your answers and "
        "your agreement may not be for everybody: A leaves them out, here and in the file, or takes them in again."
    )
    BINDINGS = [Binding("a", "answers", "With or without my answers")]

    def __init__(self, desk: Desk) -> None:
        """Show what was ticked at this desk."""
        super().__init__(self._plan, "coaching-plan.docx")
        self._desk = desk
        self._answers = True

    def _plan(self) -> Sequence[Passage]:
        return list(tell_plan(self._desk.library, self._desk.work(), self._answers))

    async def action_answers(self) -> None:
        """Leave one's own answers out, or take them in again."""
        self._answers = not self._answers
        await self.tell()

"""The app: paints first, then loads what is slow; plays what the screens ask for.

Only the first screen is imported at the top: everything else comes in once there is something to see.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import App
from textual.binding import Binding
from textual.worker import get_current_worker

from simulator.errors import SimulatorError
from simulator.ui.quiet import no_collection
from simulator.ui.screens.choose import ChooseScreen
from simulator.ui.wishes import Exported, Kind, Wanted

if TYPE_CHECKING:
    from simulator.core.edges import Edges
    from simulator.core.record import Summary
    from simulator.core.scenario import Scenario


class CoachApp(App[None]):
    """Choose, read the brief, talk, read the debrief."""

    TITLE = "coach"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [Binding("f1", "explain", "Help"), Binding("ctrl+q", "quit", "Quit", show=False, priority=True)]

    def __init__(
        self,
        edges: Edges,
        start_with: str | None = None,
        seed: int | None = None,
        wish: tuple[str, str] | None = None,
    ) -> None:
        """Keep the edges; nothing is opened yet.

        Args:
            edges: The world behind plain calls.
            start_with: A scenario's slug to go straight to.
            seed: For the first conversation; drawn when left out.
            wish: Something else to go straight to: its kind and its name.
        """
        super().__init__()
        self._wish = wish
        self.edges = edges
        self._start_with = start_with
        self._seed = seed

    def on_mount(self) -> None:
        """Paint the list, then look for scenarios and past sessions."""
        self.push_screen(ChooseScreen())
        self.call_after_refresh(self.look)
        if self._wish:
            kind, name = self._wish
            self.post_message(Wanted(Kind(kind), name))

    @work(thread=True, exclusive=True, group="look")
    def look(self) -> None:
        """Load what the list shows, then the ear and the rubric, which are needed only later.

        A worker never touches a widget; it hands what it found to the app's own thread.
        """
        try:
            with no_collection():
                found = self.edges.scenarios(), self.edges.record().sessions()
                self.call_from_thread(self._list, *found)
                self.edges.listener()
                self.edges.rubric()
        except SimulatorError as error:
            self.call_from_thread(self.tell_trouble, error)

    def _list(self, scenarios: Sequence[Scenario], sessions: Sequence[Summary]) -> None:
        self._choose.show(scenarios, sessions)
        wanted = next((one for one in scenarios if one.slug == self._start_with), None)
        self._start_with = None
        if wanted:
            self.show_brief(wanted)

    def wait(self, waiting: bool) -> None:
        """Show on the list that the coachee is on the way."""
        self._choose.wait(waiting)

    @property
    def _choose(self) -> ChooseScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, ChooseScreen))

    @on(ChooseScreen.Chosen)
    def brief(self, event: ChooseScreen.Chosen) -> None:
        """Show the brief of what was chosen."""
        self.show_brief(event.scenario)

    def show_brief(self, scenario: Scenario) -> None:
        """Show the brief, then begin if wished."""
        from simulator.ui.screens.brief import BriefScreen

        def begin(wished: bool | None) -> None:
            if wished:
                self.begin(scenario)

        self.push_screen(BriefScreen(scenario, self.edges.desk), begin)

    def begin(self, scenario: Scenario) -> None:
        """Begin a conversation; the first may have been given a seed."""
        from simulator.ui.playing import begin

        seed, self._seed = self._seed, None
        begin(self, scenario, self.edges.seed() if seed is None else seed)

    @on(ChooseScreen.Reopened)
    def reopen(self, event: ChooseScreen.Reopened) -> None:
        """Go on where a session stopped, or show how it ended."""
        from simulator.ui.playing import resume

        resume(self, event.key)

    @on(ChooseScreen.Forgotten)
    def forget(self, event: ChooseScreen.Forgotten) -> None:
        """Delete a session if that is meant."""
        from simulator.ui.screens.dialogs import ConfirmScreen

        def delete(sure: bool | None) -> None:
            if sure:
                self.edges.record().delete(event.summary.key)
                self.look()

        self.push_screen(ConfirmScreen(f"Delete “{event.summary.title}” and all its words for good?"), delete)

    @on(Wanted)
    @work(thread=True, exclusive=True, group="fetch")
    def want(self, event: Wanted) -> None:
        """Show what a screen wishes for; the desk is opened off the app's own thread, since it reads every theme."""
        from simulator.ui.granting import GRANT

        try:
            with no_collection():
                desk = self.edges.desk()
            if not get_current_worker().is_cancelled:
                self.call_from_thread(GRANT[event.kind], self, desk, event.name)
        except SimulatorError as error:
            self.call_from_thread(self.tell_trouble, error)

    @on(Exported)
    def export(self, event: Exported) -> None:
        """Write a page to a file and say where it is."""
        try:
            self.notify(f"Written to {self.edges.write(event.passages, event.file)}", timeout=10)
        except SimulatorError as error:
            self.tell_trouble(error)

    def tell_trouble(self, error: SimulatorError) -> None:
        """Show what went wrong and what to do."""
        from simulator.ui.screens.dialogs import NoticeScreen

        self.push_screen(NoticeScreen("That did not work", str(error)))

    def action_explain(self) -> None:
        """Explain the focused widget or the screen, with its keys."""
        from simulator.ui.screens.dialogs import NoticeScreen

        about = str(getattr(self.focused, "HELP", None) or getattr(self.screen, "HELP", ""))
        shown = (binding for _, binding, _, _ in self.screen.active_bindings.values() if binding.show)
        keys = dict.fromkeys(f"{self.get_key_display(binding)}  {binding.description}" for binding in shown)
        self.push_screen(NoticeScreen("Help", "\n".join([about, "", *keys])))

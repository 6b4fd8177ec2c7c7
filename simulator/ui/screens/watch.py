"""A clip, played line by line."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Footer, Static

from simulator.core.clip import Clip, ClipLine, Part, seconds
from simulator.core.notebook import Notebook
from simulator.core.showing import tell_introduction, tell_kept_stops
from simulator.core.watching import SPEEDS, Watching
from simulator.ui.screens.page import told
from simulator.ui.screens.stop import StopScreen

_CLASSES = {Part.COACH: "coach", Part.COACHEE: "coachee", Part.COLLEAGUE: "colleague"}


class WatchScreen(Screen[bool]):
    """Plays a scene. Dismissed with whether it was watched to its end."""

    HELP = (
        "The lines come at a readable pace. Space pauses; Enter goes on and B back; + and - change the speed; "
        "A shows all at once. In a weak clip, S stops the scene at the coach's last line: that one went wrong."
    )
    BINDINGS = [
        Binding("s", "stop", "Went wrong"),
        Binding("space", "pause", "Pause"),
        Binding("enter,right", "on", "On"),
        Binding("b,left", "back", "Back"),
        Binding("plus,equals_sign", "faster(1)", "Speed", key_display="+ -"),
        Binding("minus", "faster(-1)", "Slower", show=False),
        Binding("a", "all", "All"),
        Binding("escape", "dismiss(False)", "Leave"),
    ]

    def __init__(self, watching: Watching, notebook: Notebook) -> None:
        """Play this viewing; drafts of what is typed at a stop go into the notebook."""
        super().__init__()
        self.watching = watching
        self._notebook = notebook
        self._speed = SPEEDS.index(1.0)
        self._paused = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """What is about to be seen, then the lines."""
        yield Static(f"{self.watching.clip.number} {self.watching.clip.title}", classes="title", markup=False)
        with VerticalScroll(id="scene", can_focus=True):
            yield from told(list(tell_introduction(self.watching.clip))[1:])
            yield from told(list(tell_kept_stops(self.watching.kept)))
        yield Static("", id="status", markup=False)
        yield Footer()

    async def on_mount(self) -> None:
        """Begin."""
        self.query_one("#scene").focus()
        await self._next()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to stop in a talk."""
        return self.watching.clip.is_weak if action == "stop" else True

    async def action_on(self) -> None:
        """Show the next line now; after the last, look back."""
        if self.watching.is_over:
            self.dismiss(True)
        else:
            await self._next()

    async def _next(self) -> None:
        self.watching.on()
        await self._show()
        self._wait()

    async def _show(self) -> None:
        place = self.watching.shown - 1
        line = LineShown(self.watching.clip, place)
        line.mark(self.watching)
        await self.query_one("#scene").mount(line)
        line.scroll_visible(animate=False)
        self._tell_status()

    def _wait(self) -> None:
        """The next line comes by itself when this one can have been read."""
        if self._timer:
            self._timer.stop()
            self._timer = None
        is_playing = self.is_current and not self._paused and not self.watching.is_over
        if is_playing and self.watching.lines:
            self._timer = self.set_timer(seconds(self.watching.lines[-1], SPEEDS[self._speed]), self._next)

    def _tell_status(self) -> None:
        shown, of = self.watching.shown, len(self.watching.clip.scene)
        pace = ", paused." if self._paused else f", speed {SPEEDS[self._speed]:g}."
        stops = len(self.watching.stops)
        told_stops = f", {stops} stop{'' if stops == 1 else 's'}" if self.watching.clip.is_weak else ""
        over = ". The scene is over. Enter looks back at it." if self.watching.is_over else pace
        self.query_one("#status", Static).update(f"Line {shown} of {of}{told_stops}{over}")

    def action_pause(self) -> None:
        """Pause, or go on playing."""
        self._paused = not self._paused
        self._wait()
        self._tell_status()

    def action_faster(self, by: int) -> None:
        """Play faster or slower."""
        self._speed = max(0, min(self._speed + by, len(SPEEDS) - 1))
        self._wait()
        self._tell_status()

    async def action_back(self) -> None:
        """Take the last line back, and pause."""
        if self.watching.shown > 1:
            self.watching.back()
            await self.query(LineShown).last().remove()
        self._paused = True
        self._wait()
        self._tell_status()

    async def action_all(self) -> None:
        """Show the rest at once."""
        while not self.watching.is_over:
            self.watching.on()
            await self._show()
        self._wait()
        self._tell_status()

    def action_stop(self) -> None:
        """Stop at the coach's last line."""
        place = self.watching.stoppable
        if place is None:
            self.query_one("#status", Static).update("The coach hasn't said anything yet.")
            return
        self.watching.stop_at(place)
        self.app.push_screen(StopScreen(self.watching, place, self._notebook), self._after_stop)

    def _after_stop(self, _: bool | None) -> None:
        """The scene goes on, with what was said in its place."""
        for line in self.query(LineShown):
            line.mark(self.watching)
        self._tell_status()

    def on_screen_suspend(self) -> None:
        """Nothing is played while something else is in front."""
        if self._timer:
            self._timer.stop()
            self._timer = None

    def on_screen_resume(self) -> None:
        """Play on."""
        self._wait()


class LineShown(Static):
    """One line of the scene, with the watcher's stop at it if there is one."""

    def __init__(self, clip: Clip, place: int) -> None:
        """Show the line at this place."""
        self._line: ClipLine = clip.scene[place]
        self._place = place
        super().__init__(self._words(), classes=_CLASSES[clip.part(self._line)])

    def _words(self) -> Text:
        return Text.assemble((f"{self._line.who}  ", "bold"), self._line.text)

    def mark(self, watching: Watching) -> None:
        """Show whether it was stopped here, and what was said instead."""
        stop = next((one for one in watching.stops if one.line == self._place), None)
        words = self._words()
        if stop:
            words.append("\n! you stopped here", "bold")
        for said in stop.said if stop else ():
            words.append(f"\nYou: {said.words}\n{said.label}\n→ {said.reply}", "italic")
        self.update(words)

"""One conversation in the app: begun or gone on with, then the coach's own view, then the debrief.

Loaded with the first conversation, so that the app's first paint does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from simulator.core.practice import Practice
from simulator.core.scenario import Scenario
from simulator.errors import SimulatorError
from simulator.ui.screens.conversation import ConversationScreen
from simulator.ui.screens.debrief import DebriefScreen
from simulator.ui.screens.own_view import OwnViewScreen

if TYPE_CHECKING:
    from simulator.core.rubric import Rubric
    from simulator.ui.app import CoachApp


def begin(app: CoachApp, scenario: Scenario, seed: int) -> None:
    """Begin a conversation."""
    edges = app.edges
    _prepare(app, lambda: Practice.begin(scenario, edges.wording(scenario), seed, edges.record(), edges.listener()))


def resume(app: CoachApp, key: int) -> None:
    """Go on where a session stopped, or show how it ended."""
    edges = app.edges

    def resumed() -> Practice:
        kept = edges.record().read(key)
        return Practice.resume(kept, edges.rebuild(kept.wording), edges.record(), edges.listener())

    _prepare(app, resumed)


def _prepare(app: CoachApp, make: Callable[[], Practice]) -> None:
    """Make a practice off the app's own thread, then show it."""
    app.run_worker(partial(_made, app, make), thread=True, exclusive=True, group="prepare")


def _made(app: CoachApp, make: Callable[[], Practice]) -> None:
    app.call_from_thread(app.wait, True)
    try:
        app.call_from_thread(_show, app, make())
    except SimulatorError as error:
        app.call_from_thread(app.tell_trouble, error)
    finally:
        app.call_from_thread(app.wait, False)


def _show(app: CoachApp, practice: Practice) -> None:
    """Show the conversation, or look back on one that has ended."""

    def after(finished: bool | None) -> None:
        if finished:
            _look_back(app, practice)
        else:
            app.look()

    if practice.session.is_over:
        _look_back(app, practice)
    else:
        app.push_screen(ConversationScreen(practice), after)


def _look_back(app: CoachApp, practice: Practice) -> None:
    """Ask for the coach's own view, unless that was done or there is nothing to view; then the debrief."""

    def ask() -> None:
        rubric = app.edges.rubric()
        app.call_from_thread(app.push_screen, OwnViewScreen(practice, rubric), lambda _: _tell(app, practice))

    if practice.session.turns and not practice.remarks.view.is_done:
        _work(app, partial(_trying, app, ask))
    else:
        _tell(app, practice)


def _tell(app: CoachApp, practice: Practice) -> None:
    """Work the debrief out off the app's own thread, then show it."""

    def tell() -> None:
        rubric = app.edges.rubric()
        screen = _debrief(app, practice, rubric)
        app.call_from_thread(app.push_screen, screen, lambda _: app.look())

    _work(app, partial(_trying, app, tell))


def _debrief(app: CoachApp, practice: Practice, rubric: Rubric) -> DebriefScreen:
    session = practice.session
    agreed = app.edges.desk().kept(session.scenario.slug, session.conversation())
    practice.remarks = practice.remarks._replace(agreed=agreed)
    found = practice.debrief(rubric)
    save = partial(app.edges.report, found, practice)
    return DebriefScreen(practice, found, rubric, go_on=partial(_prepare, app), save=save)


def _trying(app: CoachApp, step: Callable[[], None]) -> None:
    try:
        step()
    except SimulatorError as error:
        app.call_from_thread(app.tell_trouble, error)


def _work(app: CoachApp, step: Callable[[], None]) -> None:
    """Take a step off the app's own thread. Not exclusive: the step before starts it, and has yet to end."""
    app.run_worker(step, thread=True, group="look back")

"""What each wish is granted with: the screens around the six themes.

Loaded with the first wish, so that the app's first paint does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from simulator.core.desk import Desk
from simulator.core.reading import tell_page
from simulator.core.resource import ResourceKind
from simulator.ui.playing import resume
from simulator.ui.screens.agreement import AgreementScreen
from simulator.ui.screens.card import CardScreen
from simulator.ui.screens.clips import ClipsScreen
from simulator.ui.screens.page import PageScreen
from simulator.ui.screens.plan import PlanScreen
from simulator.ui.screens.review import ReviewScreen
from simulator.ui.screens.spotting import SpottingScreen
from simulator.ui.screens.theme import ThemeScreen
from simulator.ui.screens.themes import ThemesScreen
from simulator.ui.screens.watch import WatchScreen
from simulator.ui.screens.week import WeekScreen
from simulator.ui.wishes import Kind

if TYPE_CHECKING:
    from simulator.ui.app import CoachApp


def show_themes(app: CoachApp, desk: Desk, _: str) -> None:
    """The honeycomb."""
    app.push_screen(ThemesScreen(desk))


def show_theme(app: CoachApp, desk: Desk, name: str) -> None:
    """One theme."""
    if guide := desk.library.guide(name):
        app.push_screen(ThemeScreen(desk, guide))


def show_clips(app: CoachApp, desk: Desk, _: str) -> None:
    """All clips in one list."""
    app.push_screen(ClipsScreen(desk))


def show_clip(app: CoachApp, desk: Desk, name: str) -> None:
    """Play a clip, then look back at it."""
    clip = desk.library.clip(name)
    if clip is None:
        return
    watching = desk.watch(clip, app.edges.listener)

    def look_back(watched: bool | None) -> None:
        if watched:
            app.push_screen(SpottingScreen(clip, watching.finish(), watching.earlier, desk.notebook))

    app.push_screen(WatchScreen(watching, desk.notebook), look_back)


def show_scenario(app: CoachApp, desk: Desk, name: str) -> None:
    """A scenario's brief."""
    if found := desk.library.scenario(name):
        app.show_brief(found)


def show_session(app: CoachApp, _: Desk, name: str) -> None:
    """A recorded session: its debrief, or where it stopped."""
    resume(app, int(name))


def show_resource(app: CoachApp, desk: Desk, name: str) -> None:
    """Read, review or agree."""
    resource = desk.library.resource(name)
    if resource is None:
        return
    if resource.kind is ResourceKind.AGREEMENT:
        show_agreement(app, desk, name)
    elif resource.kind is ResourceKind.REVIEW:
        app.push_screen(ReviewScreen(desk, resource))
    else:
        app.push_screen(PageScreen(lambda: list(tell_page(resource)), f"{name}.docx"))


def show_agreement(app: CoachApp, desk: Desk, _: str) -> None:
    """Word the learning agreement."""
    if template := desk.library.agreement:
        app.push_screen(AgreementScreen(desk, template))


def show_plan(app: CoachApp, desk: Desk, _: str) -> None:
    """The school action plan as it stands."""
    app.push_screen(PlanScreen(desk))


def show_timetable(app: CoachApp, _: Desk, __: str) -> None:
    """Fit pairs into a week."""
    app.push_screen(WeekScreen(app.edges.week, app.edges.example))


def show_card(app: CoachApp, _: Desk, __: str) -> None:
    """How good the ear is."""
    app.push_screen(CardScreen(app.edges.card()))


GRANT: Mapping[Kind, Callable[[CoachApp, Desk, str], None]] = {
    Kind.THEMES: show_themes,
    Kind.THEME: show_theme,
    Kind.CLIPS: show_clips,
    Kind.CLIP: show_clip,
    Kind.SCENARIO: show_scenario,
    Kind.SESSION: show_session,
    Kind.RESOURCE: show_resource,
    Kind.AGREEMENT: show_agreement,
    Kind.PLAN: show_plan,
    Kind.TIMETABLE: show_timetable,
    Kind.CARD: show_card,
}
"""What to do for each kind of wish: the app, the desk, and the name of what is wished for."""

"""The first screen: scenarios to begin and sessions to go on with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from simulator.ui.widgets.choices import Choices
from simulator.ui.wishes import Kind, Wanted

if TYPE_CHECKING:
    from simulator.core.record import Summary
    from simulator.core.scenario import Scenario

_WELCOME = (
    "Coaching is helping somebody to think aloud about their own work, so that they learn and grow by it. Here you "
    "rehearse it: you type, a scripted coachee answers, and you see what each of your lines did. Nothing leaves this "
    "computer. T opens the six themes."
)
_THEMES = {
    "skills": "skills",
    "understanding": "shared understanding",
    "time": "time",
    "culture": "culture",
    "focus": "focus",
    "trust": "trust and being observed",
}
"""The six themes, in the honeycomb's order."""
_ENDINGS = {None: "unfinished", "agreed": "agreed", "time": "time's up", "closed": "ended by them", "left": "ended"}


class ChooseScreen(Screen[None]):
    """A list of scenarios and of past sessions."""

    HELP = "Choose a scenario with the arrow keys and Enter. A past session opens where it stopped; Delete forgets it."
    BINDINGS = [
        Binding("t", "themes", "Six themes"),
        Binding("e", "ear", "The ear"),
        Binding("delete,backspace", "forget", "Delete"),
        Binding("q", "app.quit", "Quit"),
    ]

    @dataclass
    class Chosen(Message):
        """A scenario was chosen."""

        scenario: Scenario

    @dataclass
    class Reopened(Message):
        """A past session was chosen."""

        key: int

    @dataclass
    class Forgotten(Message):
        """A past session is to be deleted."""

        summary: Summary

    def compose(self) -> ComposeResult:
        """A welcome and a list that fills when it is known."""
        yield Static("coach", classes="title")
        yield Static(_WELCOME, id="welcome")
        yield Choices(Option("Looking for scenarios …", disabled=True), id="choices")
        yield Footer()

    def on_mount(self) -> None:
        """Wait for the list."""
        self._scenarios: Sequence[Scenario] = ()
        self._sessions: Sequence[Summary] = ()
        self.query_one(OptionList).focus()

    def show(self, scenarios: Sequence[Scenario], sessions: Sequence[Summary]) -> None:
        """Show what there is to choose from."""
        self._scenarios, self._sessions = scenarios, sessions
        choices = self.query_one(OptionList)
        choices.clear_options()
        choices.add_options(self._options())
        choices.highlighted = next((n for n, one in enumerate(choices.options) if not one.disabled), None)

    def wait(self, waiting: bool) -> None:
        """Show that what was chosen is being made ready."""
        self.query_one(OptionList).loading = waiting

    def _options(self) -> list[Option]:
        unfinished = [one for one in self._sessions if one.is_open]
        ended = [one for one in self._sessions if not one.is_open]
        options = _group("Go on where you stopped", [_session_option(one) for one in unfinished])
        for theme in dict.fromkeys(sorted((one.theme for one in self._scenarios), key=_place)):
            listed = [_scenario_option(one) for one in self._scenarios if one.theme == theme]
            options += _group(f"Begin: {_THEMES[theme]}", listed)
        return options + _group("Look back", [_session_option(one) for one in ended])

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Say what was chosen."""
        kind, _, name = (event.option.id or "").partition("/")
        if kind == "session":
            self.post_message(self.Reopened(int(name)))
        elif kind == "scenario":
            self.post_message(self.Chosen(next(one for one in self._scenarios if one.slug == name)))

    def action_themes(self) -> None:
        """Go to the six themes."""
        self.post_message(Wanted(Kind.THEMES))

    def action_ear(self) -> None:
        """Show the ear's model card."""
        self.post_message(Wanted(Kind.CARD))

    def action_forget(self) -> None:
        """Ask to delete the highlighted session."""
        choices = self.query_one(OptionList)
        if choices.highlighted is None:
            return
        kind, _, name = (choices.get_option_at_index(choices.highlighted).id or "").partition("/")
        if kind == "session":
            self.post_message(self.Forgotten(next(one for one in self._sessions if one.key == int(name))))


def _group(name: str, options: list[Option]) -> list[Option]:
    return [Option(name, disabled=True), *options] if options else []


def _place(theme: str) -> int:
    return list(_THEMES).index(theme)


def _scenario_option(scenario: Scenario) -> Option:
    who = f"{scenario.persona.name}, {scenario.persona.role}"
    return Option(
        f"[b]{scenario.title}[/]  level {scenario.level}\n{who}",
        id=f"scenario/{scenario.slug}",
    )


def _session_option(summary: Summary) -> Option:
    turns = f"{summary.turns} turn{'' if summary.turns == 1 else 's'}"
    when = summary.began.replace("T", " ")[:16]
    again = f", from session {summary.origin.key}" if summary.origin else ""
    told = f"{summary.key}: {when}, {turns}, {_ENDINGS[summary.ending]}{again}"
    return Option(f"{summary.title}  [dim]{told}[/]", id=f"session/{summary.key}")

"""What the keys do, in the running app."""

from dataclasses import replace

import pytest
from textual.widgets import OptionList, Static

from simulator.core.scenario import Ending
from simulator.errors import wrong
from simulator.ui.app import CoachApp
from simulator.ui.screens.brief import BriefScreen
from simulator.ui.screens.choose import ChooseScreen
from simulator.ui.screens.conversation import ConversationScreen
from simulator.ui.screens.debrief import DebriefScreen
from simulator.ui.screens.dialogs import ConfirmScreen, NoticeScreen
from simulator.ui.screens.own_view import OwnViewScreen
from simulator.ui.widgets.composer import Composer
from tests.ui.conftest import begin, finish, say, settle, until


async def test_a_whole_rehearsal(app):
    """Choose, read, talk, end, debrief, and the session stands in the list."""
    async with app.run_test() as pilot:
        await settle(pilot)
        assert isinstance(app.screen, ChooseScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, BriefScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ConversationScreen)
        await say(pilot, "What did you see?")
        assert len(app.screen.practice.session.turns) == 1
        assert len(app.screen.query(".coachee")) == 2
        await pilot.press("f4")
        await until(pilot, OwnViewScreen)
        await pilot.press("escape")
        await until(pilot, DebriefScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.query_one(OptionList).option_count == 4


async def test_a_draft_survives_leaving(edges):
    """Half-typed words wait where they were, in a new app over the same record."""
    first = CoachApp(edges)
    async with first.run_test() as pilot:
        await begin(pilot)
        await say(pilot, "one")
        await pilot.press(*"half ty")
        await settle(pilot)

    second = CoachApp(edges)
    async with second.run_test() as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert second.screen.query_one(Composer).text == "half ty"
        assert len(second.screen.practice.session.turns) == 1


async def test_escape_never_clears_what_was_typed(app):
    """A slip of the finger costs nothing."""
    async with app.run_test() as pilot:
        await begin(pilot)
        await pilot.press(*"a careful sentence", "escape")
        assert app.screen.query_one(Composer).text == "a careful sentence"


async def test_ctrl_j_begins_a_new_line(app):
    """Enter sends, so a new line has a key of its own."""
    async with app.run_test() as pilot:
        await begin(pilot)
        await pilot.press("a", "ctrl+j", "b", "enter")
        await settle(pilot)
        assert app.screen.practice.session.turns[0].hearing.text == "a\nb"


async def test_pasted_lines_are_one_response(app):
    """Paste keeps its lines and sends nothing by itself."""
    async with app.run_test() as pilot:
        await begin(pilot)
        app.screen.query_one(Composer).insert("one\ntwo")
        await pilot.pause()
        assert not app.screen.practice.session.turns
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.practice.session.turns[0].hearing.text == "one\ntwo"


async def test_silence_is_meant_twice(app):
    """One empty Enter asks, the second is silence."""
    async with app.run_test() as pilot:
        await begin(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert not app.screen.practice.session.turns
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.practice.session.turns[0].hearing.text == ""


async def test_undo_gives_the_words_back(app):
    """The line is taken back and can be mended."""
    async with app.run_test() as pilot:
        await begin(pilot)
        await say(pilot, "clumsy words")
        await pilot.press("f3")
        await settle(pilot)
        assert app.screen.query_one(Composer).text == "clumsy words"
        assert not app.screen.practice.session.turns


@pytest.mark.parametrize("command", ["/hint", "/help"])
async def test_commands_open_a_notice(app, command):
    """They work when typed, too, and nothing is said to the coachee."""
    async with app.run_test() as pilot:
        await begin(pilot)
        await say(pilot, command)
        assert isinstance(app.screen, NoticeScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert not app.screen.practice.session.turns


async def test_help_says_where_it_is(app):
    """F1 explains the screen and lists its keys."""
    async with app.run_test() as pilot:
        await begin(pilot)
        await pilot.press("f1")
        await pilot.pause()
        shown = " ".join(str(one.content) for one in app.screen.query(Static))
        assert "/undo" in shown
        assert "f4" in shown


async def test_a_session_is_deleted_only_when_meant(app, edges):
    """No keeps it, yes forgets it."""
    async with app.run_test() as pilot:
        await begin(pilot)
        await say(pilot, "one")
        await pilot.press("f10")
        await settle(pilot)
        app.screen.query_one(OptionList).highlighted = 1
        for answer, left in (("n", 1), ("y", 0)):
            await pilot.press("delete")
            await pilot.pause()
            assert isinstance(app.screen, ConfirmScreen)
            await pilot.press(answer)
            await settle(pilot)
            assert len(edges.record().sessions()) == left


async def test_a_finished_session_reopens_as_its_debrief(app, edges):
    """Looking back changes nothing."""
    async with app.run_test() as pilot:
        await finish(pilot, "one")
        await pilot.press("escape")
        await settle(pilot)
        app.screen.query_one(OptionList).highlighted = 3
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        assert edges.record().sessions()[0].ending is Ending.LEFT


async def test_a_scenario_can_be_gone_straight_to(edges):
    """``coach practise SLUG`` opens its brief."""
    app = CoachApp(edges, start_with="being-watched")
    async with app.run_test() as pilot:
        await settle(pilot)
        assert isinstance(app.screen, BriefScreen)


async def test_trouble_is_shown_in_words(edges):
    """A missing model is a notice, not a crash."""

    def missing():
        raise wrong("ear.skops", "M010", "there is no model", "run: coach model train")

    app = CoachApp(replace(edges, listener=missing))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert isinstance(app.screen, NoticeScreen)

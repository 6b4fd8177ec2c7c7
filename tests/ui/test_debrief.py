"""The debrief in the running app: the own view, quotes, disputes, other words, going on, saving."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from textual.widgets import Input

from simulator.core.moves import Move
from simulator.core.remarks import CANT_SAY, Dispute, Origin, OwnView
from simulator.ui.app import CoachApp
from simulator.ui.screens.conversation import ConversationScreen
from simulator.ui.screens.debrief import DebriefScreen
from simulator.ui.screens.dialogs import NoticeScreen
from simulator.ui.screens.dispute import DisputeScreen
from simulator.ui.screens.own_view import OwnViewScreen
from simulator.ui.screens.what_if import WhatIfScreen
from simulator.ui.widgets.composer import Composer
from simulator.ui.widgets.rating import Rating
from simulator.ui.widgets.talk import OwnLine, Quote
from simulator.ui.wishes import Kind, Wanted
from tests.ui.conftest import begin, finish, say, settle, shown, until

SIX = ("a", "b", "c", "d", "e", "f")


async def test_the_own_view_comes_first_and_is_kept(app, edges):
    """A level with one key each, 0 where it can't be said, one thing to change; then the debrief shows them."""
    async with app.run_test() as pilot:
        await begin(pilot)
        for words in SIX:
            await say(pilot, words)
        await pilot.press("f4")
        screen = await until(pilot, OwnViewScreen)
        await pilot.press("3", "0", "4", "right", "right", "down", "down", "down", "down", "down", "down")
        assert screen.focused.id == "change"
        await pilot.press(*"Listen more", "enter")
        screen = await until(pilot, DebriefScreen)
        [summary] = edges.record().sessions()
        view = edges.record().read(summary.key).remarks.view

        assert view == OwnView(
            {"trust": 3, "listening": CANT_SAY, "questioning": 4, "ownership": 2}, "Listen more", is_done=True
        )
        assert "How you saw it yourself" in shown(screen)
        assert "you said 3" in shown(screen)
        assert "Listening: you could not say" in shown(screen)
        assert "Action and follow-through: you did not say" in shown(screen)
        assert "Listen more" in shown(screen)


async def test_a_view_half_given_waits(edges):
    """Left in the middle, it is there at the next start, and asked for again."""
    first = CoachApp(edges)
    async with first.run_test() as pilot:
        await begin(pilot)
        await say(pilot, "a")
        await pilot.press("f4")
        await until(pilot, OwnViewScreen)
        await pilot.press("2", "0")
        await settle(pilot)

    second = CoachApp(edges)
    async with second.run_test() as pilot:
        await settle(pilot)
        second.post_message(Wanted(Kind.SESSION, "1"))
        screen = await until(pilot, OwnViewScreen)
        assert [one.level for one in screen.query(Rating)][:3] == [2, CANT_SAY, None]


async def test_a_quote_leads_to_its_line_and_back(app):
    """With the keys."""
    async with app.run_test() as pilot:
        screen = await finish(pilot, *SIX)
        quote = screen.query(Quote).first()
        quote.focus()
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(screen.focused, OwnLine)
        assert screen.focused.turn == quote.turn
        assert screen.focused.region.y > 0
        await pilot.press("backspace")
        assert screen.focused is quote


async def test_a_label_is_disputed_from_the_debrief(app, edges):
    """What it was and why, in three steps; beside the label and in the list; the score is the same."""
    async with app.run_test() as pilot:
        screen = await finish(pilot, *SIX)
        before = shown(screen).splitlines()[1]
        await pilot.press("c", "d")
        await until(pilot, DisputeScreen)
        await pilot.press("down", "enter", *"They asked.", "enter")
        await until(pilot, DebriefScreen)
        assert edges.record().read(1).remarks.disputes == (Dispute(0, 0, Move.PROBE, "They asked."),)
        assert shown(screen).count("? questioning: probe. They asked.") == 2
        assert shown(screen).splitlines()[1] == before
        await pilot.press("d")
        await until(pilot, DisputeScreen)
        await pilot.press("f8")
        await until(pilot, DebriefScreen)
        assert "They asked." not in shown(screen)
        assert edges.record().read(1).remarks.disputes == ()


async def test_what_was_heard_cannot_be_disputed_as_itself(app, edges):
    """Agreeing is no dispute; Esc leaves it."""
    async with app.run_test() as pilot:
        await begin(pilot)
        await say(pilot, "a")
        await pilot.press("f5")
        await until(pilot, DisputeScreen)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert "That is what was heard" in shown(app.screen)
        await pilot.press("escape")
        await until(pilot, ConversationScreen)
        assert edges.record().read(1).remarks.disputes == ()


async def test_other_words_are_answered_beside_what_was_said(app, edges):
    """The record is not changed, and the words can be changed again."""
    async with app.run_test() as pilot:
        await finish(pilot, *SIX)
        before = edges.record().read(1)
        await pilot.press("c", "tab", "w")
        screen = await until(pilot, WhatIfScreen)
        assert screen.query_one(Composer).text == "b"
        await pilot.press(*"etter", "enter")
        await settle(pilot)
        assert "better" in shown(screen)
        assert shown(screen).count("They  ") == 2
        assert edges.record().read(1) == before
        assert len(edges.record().sessions()) == 1
        await pilot.press("escape")
        await until(pilot, DebriefScreen)


async def test_other_words_can_be_gone_on_from(app, edges):
    """As a new session that names its origin."""
    async with app.run_test() as pilot:
        await finish(pilot, *SIX)
        await pilot.press("c", "tab", "w")
        await until(pilot, WhatIfScreen)
        await pilot.press(*"etter", "enter")
        await settle(pilot)
        await pilot.press("f9")
        screen = await until(pilot, ConversationScreen)
        assert [turn.hearing.text for turn in screen.practice.session.turns] == ["a", "better"]
        assert edges.record().read(screen.practice.key).remarks.origin == Origin(1, 1)


async def test_again_from_here_begins_before_the_line(app, edges):
    """Its words wait to be said better; the first session stays as it was."""
    async with app.run_test() as pilot:
        await finish(pilot, *SIX)
        before = edges.record().read(1)
        await pilot.press("c", "tab", "tab", "g")
        screen = await until(pilot, ConversationScreen)
        assert len(screen.practice.session.turns) == 2
        assert screen.query_one(Composer).text == "c"
        assert edges.record().read(1) == before
        await pilot.press("f4")
        await until(pilot, OwnViewScreen)
        await pilot.press("escape")
        screen = await until(pilot, DebriefScreen)
        assert "This goes on from session 1" in shown(screen)


async def test_the_debrief_is_saved_where_it_says(app, tmp_path):
    """One key, one name, both layouts; the notice names the files."""
    async with app.run_test() as pilot:
        await finish(pilot, *SIX)
        await pilot.press("x")
        await settle(pilot)
        app.screen.query_one(Input).value = str(tmp_path / "mine" / "talk")
        await pilot.press("enter")
        screen = await until(pilot, NoticeScreen)
        files = [Path(line) for line in shown(screen).splitlines() if line.endswith((".html", ".pdf"))]

        assert [file.suffix for file in files] == [".html", ".pdf"]
        assert "Being watched" in files[0].read_text(encoding="utf-8")
        assert "Being watched" in PdfReader(files[1]).pages[0].extract_text()


async def test_a_place_that_cannot_be_written_is_said(app, tmp_path):
    """In words, and the debrief is still there."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    async with app.run_test() as pilot:
        await finish(pilot, *SIX)
        await pilot.press("x")
        await settle(pilot)
        app.screen.query_one(Input).value = str(tmp_path / "file" / "talk.html")
        await pilot.press("enter")
        assert "I006 cannot be written" in shown(await until(pilot, NoticeScreen))


@pytest.mark.parametrize("words", [(), ("a",)], ids=["nothing", "one-line"])
async def test_a_debrief_of_next_to_nothing_is_honest(app, words):
    """No score, no crash; every key works."""
    async with app.run_test() as pilot:
        screen = await finish(pilot, *words)
        assert "score" in shown(screen)
        assert "Overall" not in shown(screen)
        await pilot.press("n", "b", "c", "tab", "backspace", "d")
        await settle(pilot)

"""The six themes in the running app: keys, mouse, and what is kept."""

import pytest
from textual.widgets import Checkbox, Input, OptionList, Select, TextArea

from simulator.core.moves import Family, Move
from simulator.ui.app import CoachApp
from simulator.ui.screens.agreement import AgreementScreen
from simulator.ui.screens.answer import AnswerScreen
from simulator.ui.screens.brief import BriefScreen
from simulator.ui.screens.dialogs import NoticeScreen
from simulator.ui.screens.page import FileScreen, PageScreen
from simulator.ui.screens.review import ReviewScreen
from simulator.ui.screens.spotting import SpottingScreen
from simulator.ui.screens.stop import StopScreen
from simulator.ui.screens.theme import ThemeScreen
from simulator.ui.screens.themes import ThemesScreen
from simulator.ui.screens.watch import WatchScreen
from simulator.ui.screens.week import WeekScreen
from simulator.ui.widgets.composer import Composer
from simulator.ui.widgets.honeycomb import Honeycomb, hexagon_at
from tests.ui.conftest import settle, shown, until


def opened(edges, kind, name=""):
    """The app on its way to a screen."""
    return CoachApp(edges, wish=(kind, name))


async def choose(pilot, listed, name):
    """Choose from a list by the end of its id."""
    options = pilot.app.screen.query_one(listed, OptionList)
    options.focus()
    options.highlighted = next(n for n, one in enumerate(options.options) if (one.id or "").endswith(name))
    await pilot.press("enter")
    await settle(pilot)


async def test_the_honeycomb_is_walked_with_the_arrow_keys(app, edges):
    """From the first screen, to a theme and back; opening it counts."""
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "think aloud" in shown(app.screen)
        await pilot.press("t")
        comb = (await until(pilot, ThemesScreen)).query_one(Honeycomb)
        await pilot.press("right", "down", "left", "up", "down", "right", "right")
        assert comb.chosen == 5
        assert "Trust and being observed" in shown(app.screen)
        await pilot.press("enter")
        screen = await until(pilot, ThemeScreen)
        assert "the stomach gets there first" in shown(screen)
        await pilot.press("escape")
        await until(pilot, ThemesScreen)
        assert comb.cells[5].done == 1


async def test_a_hexagon_is_clicked(edges):
    """Anywhere inside; the edges belong to nobody."""
    app = opened(edges, "themes")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, ThemesScreen)
        await pilot.click(Honeycomb, offset=(33, 4))
        screen = await until(pilot, ThemeScreen)
        assert "Shared understanding" in shown(screen)


def test_every_hexagon_has_a_middle_and_no_two_share_a_point():
    """The points of the comb belong to one hexagon each."""
    points = [hexagon_at(column, row) for row in range(11) for column in range(68)]

    assert {number for number in points if number is not None} == set(range(6))
    assert all(points.count(number) == 3 * 22 for number in range(6))


async def test_an_answer_is_kept_letter_by_letter(edges):
    """The app dies in the middle; the words are there the next time, and then beside the next answer."""
    notebook = edges.desk().notebook
    for words, keys in (("Nobody laugh", ()), ("s.", ("escape",)), (" At all.", ("escape",))):
        app = opened(edges, "theme", "trust")
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, ThemeScreen)
            await choose(pilot, "#entries", "/matters")
            await until(pilot, AnswerScreen)
            await pilot.press(*words, *keys)
            await settle(pilot)

    kept = [note.text for note in notebook.notes()["theme/trust/question/matters"]]
    assert kept == ["Nobody laughs.", "Nobody laughs. At all."]
    app = opened(edges, "theme", "trust")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, ThemeScreen)
        await choose(pilot, "#entries", "/matters")
        words = shown(await until(pilot, AnswerScreen))
        assert "Last time, 2026-01-02: Nobody laughs. At all." in words
        assert "Before, 2026-01-02: Nobody laughs." in words


async def test_a_way_forward_is_ticked_into_the_plan(edges, tmp_path):
    """Ticked, with who and when; in the plan; written to a file; and ticked off again."""
    file = tmp_path / "plan.md"
    app = opened(edges, "theme", "time")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, ThemeScreen)
        await choose(pilot, "#entries", "/cover-bank")
        await until(pilot, AnswerScreen)
        await pilot.press(*"Me, by May", "escape")
        assert "[x] Set aside a bank of cover" in shown(await until(pilot, ThemeScreen))
        await pilot.press("p")
        assert "Me, by May" in shown(await until(pilot, PageScreen))
        await pilot.press("x")
        (await until(pilot, FileScreen)).query_one(Input).value = str(file)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await until(pilot, ThemeScreen)
        await choose(pilot, "#entries", "/cover-bank")
        assert "[ ] Set aside a bank of cover" in shown(app.screen)

    assert "Me, by May" in file.read_text(encoding="utf-8")


async def test_a_clip_plays_pauses_goes_back_and_shows_all(edges):
    """By itself and by the keys; never past its ends."""
    app = opened(edges, "clip", "three-targets")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await until(pilot, WatchScreen)
        await pilot.press("space")
        assert "paused" in shown(screen)
        await pilot.press("right", "right", "left", "left", "left", "left")
        assert screen.watching.shown == 1
        await pilot.press("plus", "plus", "plus", "plus", "plus", "minus", "space")
        assert "speed 2" in shown(screen)
        await pilot.press("plus")
        for _ in range(200):
            await pilot.pause(0.05)
            if screen.watching.shown > 1:
                break
        assert screen.watching.shown > 1
        await pilot.press("a")
        await settle(pilot)
        assert "The scene is over" in shown(screen)


async def test_a_slip_is_stopped_named_and_answered(edges, still):
    """Family, move, dimension, what it did, and one's own line; then the key, the twin and the private question."""
    app = opened(edges, "clip", "three-targets")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, WatchScreen)
        await pilot.press("space", "s")
        await settle(pilot)
        assert isinstance(app.screen, WatchScreen)
        await pilot.press("right", "s")
        screen = await until(pilot, StopScreen)
        screen.query_one("#family", Select).value = "judgemental"
        await settle(pilot)
        screen.query_one("#move", Select).value = "dismiss"
        screen.query_one("#dimension", Select).value = "trust"
        screen.query_one("#did", Input).value = "it shut her up"
        screen.query_one(Composer).focus()
        await pilot.press(*"What was it like?", "enter")
        await settle(pilot)
        assert len(screen.query("#instead .coachee")) == 1
        await pilot.press(*"half a li")
        await pilot.press("escape")
        screen = await until(pilot, WatchScreen)
        assert "you stopped here" in shown(screen)
        await pilot.press("s")
        screen = await until(pilot, StopScreen)
        assert screen.query_one(Composer).text == "half a li"
        assert screen.query_one("#move", Select).value == "dismiss"
        await pilot.press("escape", "a", "enter")
        words = shown(await until(pilot, SpottingScreen))
        assert "1 of 5 slips found" in words
        assert "it shut her up" in words
        assert "One rule: " in words
        assert "Coached well" in words
        await choose(pilot, "#questions", "recognised")
        await until(pilot, AnswerScreen)
        await pilot.press(*"line two", "escape")
        assert "✓ Did you recognise yourself?" in shown(await until(pilot, SpottingScreen))

    [viewing] = edges.desk().notebook.viewings()
    [stop] = viewing.stops
    assert viewing.finished
    assert (stop.family, stop.move, stop.dimension) == (Family.JUDGEMENTAL, Move.DISMISS, "trust")
    assert stop.said[0].words == "What was it like?"


async def test_a_stop_can_be_taken_back(edges, still):
    """It was fine after all."""
    app = opened(edges, "clip", "three-targets")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await until(pilot, WatchScreen)
        await pilot.press("space", "right", "s")
        await until(pilot, StopScreen)
        await pilot.press("f8")
        await until(pilot, WatchScreen)
        assert screen.watching.stops == ()


async def test_a_review_answers_back(edges):
    """A warning at once, the pairs looked at, and all of it at the end."""
    app = opened(edges, "resource", "four-ways")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await until(pilot, ReviewScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert "! Don't start." in shown(screen)
        await pilot.press("w")
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("n", "n", "n", "n", "n", "w")
        await until(pilot, AnswerScreen)
        await pilot.press(*"Ann, Bob, Ann", "escape")
        await until(pilot, ReviewScreen)
        await settle(pilot)
        assert "manages Bob too" in shown(screen)
        await pilot.press("b", "n", "n", "n", "n")
        assert "Don't start." in shown(await until(pilot, PageScreen))


async def test_the_agreement_is_worded_and_carried_into_a_brief(edges):
    """Clause by clause; then G in a brief shows it, and G again leaves it behind."""
    app = opened(edges, "agreement")
    async with app.run_test(size=(80, 40)) as pilot:
        await until(pilot, AgreementScreen)
        await choose(pilot, "#clauses", "confidentiality")
        await until(pilot, AnswerScreen)
        await pilot.press(*"Between us.", "escape")
        assert "Between us." in shown(await until(pilot, AgreementScreen))
        await pilot.press("v")
        assert "What stays between us" in shown(await until(pilot, PageScreen))

    app = opened(edges, "scenario", "being-watched")
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await until(pilot, BriefScreen)
        await settle(pilot)
        for there in (True, False):
            await pilot.press("g")
            await settle(pilot)
            assert ("What stays between us: Between us." in shown(screen)) is there


async def test_without_an_agreement_a_brief_offers_none(edges):
    """No key for what does not exist."""
    app = opened(edges, "scenario", "being-watched")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, BriefScreen)
        await settle(pilot)
        assert "g" not in app.screen.active_bindings


async def test_a_week_is_planned_and_a_bad_file_named(edges):
    """Who can't meet and why; ticking lunch lets another pair meet; a missing file is a notice."""
    app = opened(edges, "timetable")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await until(pilot, WeekScreen)
        assert "Not used: lunch" in shown(screen)
        screen.query_one(Input).value = "tests/files/weeks/week.csv"
        await pilot.press("enter")
        await settle(pilot)
        assert "2 of 5 pairs can meet" in shown(screen)
        next(box for box in screen.query(Checkbox) if box.name == "lunch").value = True
        await settle(pilot)
        assert "3 of 5 pairs can meet" in shown(screen)
        screen.query_one(Input).value = "nowhere.csv"
        screen.query_one(Input).focus()
        await pilot.press("enter")
        await settle(pilot)
        assert "W001" in shown(await until(pilot, NoticeScreen))


@pytest.mark.parametrize("name", ["comparison", "secondary-school", "timetabling"])
async def test_a_page_is_read(edges, name):
    """Scrolled, and left."""
    app = opened(edges, "resource", name)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await until(pilot, PageScreen)
        assert len(shown(screen)) > 500
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is not screen


async def test_the_answer_field_is_ready_at_its_end(edges):
    """What stood there is there to go on with."""
    edges.desk().keep("theme/trust/question/matters", "One thing.")
    app = opened(edges, "theme", "trust")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, ThemeScreen)
        await choose(pilot, "#entries", "/matters")
        screen = await until(pilot, AnswerScreen)
        await pilot.press("!")
        assert screen.query_one(TextArea).text == "One thing.!"

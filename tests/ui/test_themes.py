"""The six themes in the running app: keys, mouse, and what is kept."""

from dataclasses import replace

import pytest
from textual.widgets import Checkbox, Input, OptionList, Select, TextArea

from simulator.core.desk import Desk
from simulator.core.moves import Family, Move
from simulator.ui.app import CoachApp
from simulator.ui.screens.agreement import AgreementScreen
from simulator.ui.screens.answer import AnswerScreen
from simulator.ui.screens.brief import BriefScreen
from simulator.ui.screens.clips import ClipsScreen
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
from simulator.ui.widgets.link import Link
from simulator.ui.wishes import wish_in
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


async def test_esc_closes_an_open_list_first(edges, still):
    """The stop stays open, and Tab goes on from the list to what comes after it."""
    app = opened(edges, "clip", "three-targets")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, WatchScreen)
        await pilot.press("space", "right", "s")
        screen = await until(pilot, StopScreen)
        await pilot.press("tab", "tab", "enter")
        assert screen.query_one("#dimension", Select).expanded
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen is screen
        assert not screen.query_one("#dimension", Select).expanded
        await pilot.press("tab", *"hurt", "tab", *"Go on")
        assert screen.query_one("#did", Input).value == "hurt"
        assert screen.query_one(Composer).text == "Go on"


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


async def test_a_week_is_planned_and_a_bad_file_named(edges, tmp_path):
    """Who can't meet and why; ticking lunch lets another pair meet; nothing is written over; a bad file is a notice."""
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
        file = tmp_path / "week.md"
        for _ in range(2):
            await pilot.press("f3")
            (await until(pilot, FileScreen)).query_one(Input).value = str(file)
            await pilot.press("enter")
            await until(pilot, WeekScreen)
        screen.query_one(Input).value = "nowhere.csv"
        screen.query_one(Input).focus()
        await pilot.press("enter")
        await settle(pilot)
        assert "W001" in shown(await until(pilot, NoticeScreen))

    assert "3 of 5 pairs can meet" in file.read_text(encoding="utf-8")
    assert (tmp_path / "week-2.md").is_file()


async def test_every_mistake_in_a_week_is_told_at_once(edges, tmp_path):
    """So that it is mended once."""
    file = tmp_path / "week.csv"
    file.write_text("person,day,period,kind\nAnn,Mon,1,free\nAnn,,2,lunch\n", encoding="utf-8")
    app = opened(edges, "timetable")
    async with app.run_test(size=(80, 24)) as pilot:
        (await until(pilot, WeekScreen)).query_one(Input).value = str(file)
        await pilot.press("enter")
        words = shown(await until(pilot, NoticeScreen))
        assert "week.csv:2:4: W004" in words
        assert "week.csv:3:2: W003" in words


async def test_an_example_week_is_written_and_planned(edges, tmp_path, monkeypatch):
    """Somebody without a file has one to begin with; it is never written over."""
    monkeypatch.chdir(tmp_path)
    app = opened(edges, "timetable")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await until(pilot, WeekScreen)
        assert "f3" not in screen.active_bindings
        await pilot.press("f2")
        await settle(pilot)
        assert "3 of 4 pairs can meet" in shown(screen)
        await pilot.press("f2")
        await settle(pilot)
        assert screen.query_one(Input).value == "week-2.csv"


async def test_a_box_shows_by_a_letter_that_it_is_ticked(edges):
    """No meaning hangs on colour alone."""
    app = opened(edges, "timetable")
    async with app.run_test(size=(80, 24)) as pilot:
        box = (await until(pilot, WeekScreen)).query(Checkbox).first()
        assert "x" not in str(box.render()).split("use")[0].lower()
        await pilot.press("tab", "space")
        assert "x" in str(box.render()).split("use")[0].lower()


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Rehearse it: coach practise two-hats.", "scenario", "two-hats"),
        ("coach timetable FILE.csv", "timetable", ""),
        ("coach watch three-targets", "clip", "three-targets"),
        ("coach theme focus", "theme", "focus"),
        ("coach agreement", "agreement", ""),
    ],
)
def test_a_command_in_a_text_is_a_wish(text, kind, name):
    """The same as typing it."""
    wanted = wish_in(text)

    assert (wanted.kind, wanted.name) == (kind, name)


def test_every_command_in_the_resources_leads_somewhere(shelves):
    """Nothing is promised that cannot be opened."""
    texts = [item.practise for one in shelves.resources for section in one.sections for item in section.points]
    wishes = [wish_in(text) for text in texts if text]

    assert wishes
    assert all(wishes)
    assert {one.name for one in wishes if one.kind == "clip"} <= {clip.slug for clip in shelves.clips}
    assert {one.name for one in wishes if one.kind == "theme"} <= {guide.theme for guide in shelves.guides}


async def test_a_command_in_a_page_opens_where_it_stands(edges):
    """By key and by mouse: the comparison leads to where each form is practised, and back."""
    app = opened(edges, "resource", "comparison")
    async with app.run_test(size=(80, 24)) as pilot:
        page = await until(pilot, PageScreen)
        await pilot.press("tab")
        assert isinstance(app.focused, Link)
        next(one for one in page.query(Link) if "practise being-watched" in str(one.content)).focus()
        await pilot.press("enter")
        await until(pilot, BriefScreen)
        await pilot.press("escape")
        assert await until(pilot, PageScreen) is page
        link = next(one for one in page.query(Link) if "coach agreement" in str(one.content))
        link.scroll_visible(animate=False)
        await settle(pilot)
        await pilot.click(link)
        await until(pilot, AgreementScreen)


async def test_an_answer_can_be_given_afresh(edges):
    """On an empty page, with the last one in view; a page that stays empty changes nothing."""
    edges.desk().keep("theme/trust/question/matters", "One thing.")
    kept = []
    for words in ((), ("A", "n", "o", "t", "h", "e", "r")):
        app = opened(edges, "theme", "trust")
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, ThemeScreen)
            await choose(pilot, "#entries", "/matters")
            screen = await until(pilot, AnswerScreen)
            await pilot.press("ctrl+n")
            assert screen.query_one(TextArea).text == ""
            assert "One thing." in shown(screen)
            await pilot.press(*words, "escape")
            await until(pilot, ThemeScreen)
        kept.append([note.text for note in edges.desk().notes["theme/trust/question/matters"]])

    assert kept == [["One thing."], ["One thing.", "Another"]]


async def test_answers_are_left_out_of_the_plan(edges):
    """They may not be for everybody."""
    edges.desk().keep("theme/trust/question/matters", "That nobody laughs.")
    app = opened(edges, "plan")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await until(pilot, PageScreen)
        for there in (True, False, True):
            assert ("That nobody laughs." in shown(screen)) is there
            await pilot.press("a")
            await settle(pilot)


async def test_all_clips_stand_in_one_list(edges):
    """From the honeycomb by a key; each opens."""
    app = opened(edges, "themes")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, ThemesScreen)
        await pilot.press("v")
        assert "Clip 8: Three targets by Friday" in shown(await until(pilot, ClipsScreen))
        await pilot.press("enter")
        await until(pilot, WatchScreen)


async def test_a_killed_viewing_keeps_its_stops(edges, still):
    """The app dies at a stop; the next time the stop stands, with what was said, and the teacher remembers it."""
    for first in (True, False):
        app = opened(edges, "clip", "three-targets")
        async with app.run_test(size=(80, 24)) as pilot:
            screen = await until(pilot, WatchScreen)
            assert ("The stop you had made is still there" in shown(screen)) is not first
            await pilot.press("space", "right", "s")
            screen = await until(pilot, StopScreen)
            assert len(screen.query("#instead .coachee")) == (0 if first else 1)
            screen.query_one(Composer).focus()
            await pilot.press(*"Go on.", "enter")
            await settle(pilot)

    [viewing] = edges.desk().notebook.viewings()
    first, second = viewing.stops[0].said
    assert first.reply != second.reply


async def test_nothing_plays_behind_another_screen(edges):
    """Help stops the scene, and closing it goes on."""
    app = opened(edges, "clip", "three-targets")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await until(pilot, WatchScreen)
        await pilot.press("f1")
        await until(pilot, NoticeScreen)
        assert screen._timer is None
        await pilot.press("escape")
        await until(pilot, WatchScreen)
        assert screen._timer is not None


async def test_everything_behind_every_hexagon_opens_by_keys(edges, shelves, still):
    """From the first screen: each theme by arrow keys, each entry by Enter, and back."""
    whole = Desk(shelves, edges.desk().notebook, edges.record())
    app = CoachApp(replace(edges, desk=lambda: whole))
    opened_screens = set()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("t")
        for place in range(6):
            comb = (await until(pilot, ThemesScreen)).query_one(Honeycomb)
            await pilot.press(*["left", "up"] * 5, *["right"] * place, "enter")
            theme = await until(pilot, ThemeScreen)
            assert comb.chosen == place
            entries = theme.query_one(OptionList)
            for number in [n for n, one in enumerate(entries.options) if not one.disabled]:
                entries.focus()
                entries.highlighted = number
                await pilot.press("enter")
                for _ in range(100):
                    await settle(pilot)
                    if app.screen is not theme:
                        break
                opened_screens.add(type(app.screen))
                await pilot.press("escape")
                assert await until(pilot, ThemeScreen) is theme
            await pilot.press("escape")

    assert opened_screens == {AnswerScreen, WatchScreen, BriefScreen, ReviewScreen, PageScreen, AgreementScreen}


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

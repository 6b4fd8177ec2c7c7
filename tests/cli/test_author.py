"""What an author does beside writing: begin from a template, see the picture, save a play, edit without fear."""

import re
import shutil
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator import places
from simulator.cli import keep, wiring
from simulator.cli.check import check_scenarios
from simulator.cli.keep import save_play
from simulator.cli.scenario import draw_scenario, new_scenario
from simulator.core.moves import Move
from simulator.core.playtest.bots import play
from simulator.core.playtest.scripts import GOOD, MIXED, POOR
from simulator.core.practice import Practice
from simulator.core.record import Kept, KeptTurn, Wording, replay, reply_ids
from simulator.core.scenario import Ending
from simulator.core.score import score
from simulator.core.words import Occasion
from simulator.errors import InputError, RecordError
from simulator.files.checks.rehearsal import drifts
from simulator.files.play import add_play
from simulator.files.rehearsal import load_rehearsal, rehearsal_path
from simulator.files.scenario import find_scenario, load_scenario
from simulator.files.template import slug_of
from simulator.places import shipped
from tests.talk import Always


@pytest.fixture
def own(empty_home):
    """The user's own copy of a scenario, and a record of its own."""
    folder = empty_home / "scenarios"
    folder.mkdir(parents=True)
    wiring.record.cache_clear()
    yield shutil.copy(shipped("scenarios") / "being-watched.yaml", folder / "mine.yaml")
    wiring.record.cache_clear()


def begun(listener=None):
    """A conversation with the user's own scenario."""
    scenario = wiring.scenario("mine")
    return Practice.begin(scenario, wiring.wording(scenario), 7, wiring.record(), listener or Always())


def resumed():
    """The newest session as the next start finds it."""
    kept = wiring.record().read(wiring.record().sessions()[0].key)
    return Practice.resume(kept, wiring.rebuild(kept.wording), wiring.record(), Always())


def test_a_new_scenario_has_only_to_dos(empty_home, capsys):
    """It can be checked, and played, before a word is written."""
    new_scenario("The quiet team", None)
    code = check_scenarios(["the-quiet-team"])
    found = set(re.findall(r": (S\d{3}) ", capsys.readouterr().out))

    assert code == 0
    assert found == {"S008", "S009", "S010"}
    assert wiring.scenario("the-quiet-team").title == "The quiet team"


@pytest.mark.parametrize("title", ['"Quoted": and #more', "Été à l'école", "- {a: [b", "x" * 80])
def test_any_title_is_kept_to_the_letter(tmp_path, title):
    """Whatever it means in YAML."""
    new_scenario(title, str(tmp_path / "made" / "here.yaml"))

    assert load_scenario(tmp_path / "made" / "here.yaml").title == title


@pytest.mark.parametrize("title", ["", "!!!", "日本", "two\nlines", "x" * 81, "\x00"])
def test_a_title_that_names_no_file_is_refused(title):
    """One line, before anything is written."""
    with pytest.raises(InputError, match="I011"):
        slug_of(title)


@given(title=st.text(max_size=80))
def test_no_title_leaves_the_folder(title):
    """Dots, slashes and drives are not part of a name."""
    try:
        slug = slug_of(title)
    except InputError:
        return
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)


def test_nothing_is_written_over(tmp_path):
    """The second scenario of one name is refused, and the first is as it was."""
    new_scenario("One", str(tmp_path))
    (tmp_path / "one.yaml").write_text("mine", encoding="utf-8")

    with pytest.raises(InputError, match=r"one\.yaml:0:0: I011 is there already"):
        new_scenario("One", str(tmp_path))
    assert (tmp_path / "one.yaml").read_text() == "mine"


def test_an_editor_finds_the_schema(tmp_path):
    """Beside the file where there is one, else where it ships."""
    new_scenario("One", str(tmp_path))
    shutil.copy(shipped("scenarios") / "scenario.schema.json", tmp_path)
    new_scenario("Two", str(tmp_path))
    first, second = ((tmp_path / name).read_text().splitlines()[0] for name in ("one.yaml", "two.yaml"))

    assert first.startswith("# yaml-language-server: $schema=file://")
    assert second == "# yaml-language-server: $schema=./scenario.schema.json"


def test_the_picture_has_every_topic_layer_and_ending(scenario, capsys):
    """A Mermaid flowchart whose labels cannot break it."""
    draw_scenario("being-watched")
    drawn = capsys.readouterr().out

    assert drawn.startswith("flowchart LR\n")
    assert drawn.count("subgraph ") == drawn.count("\n  end\n") == len(scenario.topics)
    assert drawn.count("too soon") == len(scenario.topics)
    assert all(f"{ending}([" in drawn for ending in Ending)
    assert all(line.count('"') % 2 == 0 for line in drawn.splitlines())


def test_a_played_session_becomes_a_play(own, capsys):
    """It is replayed from then on, and a second one joins it."""
    practice = begun()
    practice.say('He said: "no", #really')
    practice.say("and then")
    save_play("last", None, "a first try")
    save_play(str(wiring.record().sessions()[0].key), str(own), None)
    rehearsal = load_rehearsal(rehearsal_path(own))

    assert [play.name for play in rehearsal.plays] == ["a first try", "session 1"]
    assert rehearsal.plays[0].turns[0].say == 'He said: "no", #really'
    assert list(drifts(load_scenario(own), rehearsal)) == []


@pytest.mark.parametrize(("which", "code"), [("last", "I012"), ("first", "I012"), ("99", "D004"), ("-1", "I012")])
def test_a_session_that_is_not_there_is_named(own, which, code):
    """One line."""
    with pytest.raises((InputError, RecordError), match=code):
        save_play(which, "mine", None)


def test_a_session_with_nothing_said_is_no_play(own):
    """There is nothing to expect."""
    begun()

    with pytest.raises(InputError, match="nothing was said"):
        save_play("1", "mine", None)


def test_a_session_that_would_go_otherwise_now_is_not_saved(own):
    """What was approved is no longer what is said."""
    begun().say("one")
    said = resumed().session.last_line.text
    own.write_text(own.read_text(encoding="utf-8").replace(said, "Something else entirely."), encoding="utf-8")

    with pytest.raises(RecordError, match=r"D010 turn 0 of session 1"):
        save_play("last", "mine", None)
    assert not rehearsal_path(own).exists()


def test_a_comment_in_a_rehearsal_survives_a_new_play(own):
    """Saving adds; it does not tidy up."""
    begun().say("one")
    path = rehearsal_path(own)
    path.write_text(
        "# kept\nscenario: mine\nplays: # two\n- {name: a, seed: 1, turns: [{say: a, heard: [open], topic: null}]}\n"
    )
    save_play("last", "mine", None)
    text = path.read_text(encoding="utf-8")

    assert text.startswith("# kept\nscenario: mine\nplays: # two\n- {name: a,")
    assert len(load_rehearsal(path).plays) == 2


def test_a_damaged_rehearsal_is_not_written_over(own):
    """It is named, and stays as it is."""
    begun().say("one")
    rehearsal_path(own).write_text("plays: [", encoding="utf-8")

    with pytest.raises(InputError, match="S020"):
        save_play("last", "mine", None)
    assert rehearsal_path(own).read_text() == "plays: ["


def worded(hearing):
    """A bot's response in as many words as it is taken to have."""
    return replace(hearing, text=" ".join(["word"] * hearing.words))


@settings(max_examples=12)
@given(name=st.sampled_from(["good", "poor", "mixed"]), seed=st.integers(0, 500))
def test_every_session_can_be_saved_and_goes_the_same(scenario, tmp_path_factory, name, seed):
    """Whatever was heard, the play that is written answers as the session did."""
    session = play({"good": GOOD, "poor": POOR, "mixed": MIXED}[name], scenario, seed)
    kept = Kept(
        key=1,
        wording=Wording("being-watched", scenario.hash, ""),
        seed=seed,
        model_hash="",
        began="",
        opening_heard=None,
        turns=tuple(KeptTurn(worded(turn.hearing), reply_ids(turn), None) for turn in session.turns),
        ending=session.ending,
        draft="",
    )
    path = tmp_path_factory.mktemp("plays") / "being-watched.rehearsal.yaml"
    add_play(path, "being-watched", keep._play(replay(kept, scenario).session, kept, "one"))

    assert list(drifts(scenario, load_rehearsal(path))) == []


@pytest.mark.parametrize("edited", ["reworded", "broken", "gone"])
def test_a_session_finishes_on_the_version_it_began_with(own, edited):
    """Editing a scenario, breaking it or removing it changes no session that was begun before."""
    practice = begun()
    practice.say("one")
    before, wording = practice.session, wiring.record().read(1).wording
    text = own.read_text(encoding="utf-8")
    if edited == "gone":
        own.unlink()
    else:
        own.write_text({"reworded": _reworded(text), "broken": "title: ["}[edited], encoding="utf-8")
    again = resumed()
    after = again.say("two")
    unedited = before.advance(after.hearing)

    assert again.session.scenario.version == 1
    assert wiring.record().read(1).wording == wording == Wording("mine", before.scenario.hash, text)
    assert again.session.turns[0] == before.turns[0]
    assert after.reply == unedited.turns[-1].reply


def _reworded(text):
    """Version 2, in which every line is another one."""
    return (
        text.replace("version: 1", "version: 2")
        .replace('- text: "', '- text: "Well, ')
        .replace('  text: "', '  text: "Well, ')
    )


def test_editing_a_scenario_scores_no_session_again(own, rubric):
    """The score of what was said stays as it was."""
    practice = begun(Always(Move.REFLECT_COMPLEX))
    for word in ("one", "two", "three", "four", "five", "six", "seven"):
        practice.say(word)
    before = score(practice.session.conversation(), rubric)
    own.write_text(_reworded(own.read_text(encoding="utf-8")), encoding="utf-8")

    assert wiring.scenario("mine").version == 2
    assert score(resumed().session.conversation(), rubric) == before


def test_what_ships_inside_the_package_is_not_written_to(tmp_path, monkeypatch, scenario):
    """An installed scenario is copied before it is added to."""
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    packaged = tmp_path / "data" / "scenarios" / "being-watched.rehearsal.yaml"
    packaged.parent.mkdir(parents=True)

    with pytest.raises(InputError, match="I012 ships with coach"):
        add_play(packaged, "being-watched", {"name": "a", "seed": 1, "turns": []})


def test_a_goodbye_is_saved_with_its_ending(own):
    """How the words ended it is part of what is expected."""
    begun(Always(Move.SOCIAL, Occasion.FAREWELL)).say("bye")
    save_play("last", "mine", None)

    assert load_rehearsal(rehearsal_path(find_scenario("mine"))).plays[0].ending is Ending.LEFT

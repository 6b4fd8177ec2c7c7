"""The six themes on the command line, as a person or a pipe works through them."""

from dataclasses import replace

import pytest
from typer.testing import CliRunner

from simulator.cli import library, wiring
from simulator.cli.main import app
from simulator.core.stage import on_stage
from simulator.errors import InputError
from tests.cli.test_commands import coach, out


@pytest.fixture(autouse=True)
def own_desk(empty_home):
    """Each test has its own record and notebook."""
    for kept in (wiring.record, library.notebook):
        kept.cache_clear()
    yield
    for kept in (wiring.record, library.notebook):
        kept.cache_clear()


def run(*arguments, stdin=""):
    """Run a command in this process, where the library is loaded once."""
    done = CliRunner().invoke(app, arguments, input=stdin)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.output


def test_a_theme_is_worked_through():
    """Read, answer, tick; what was typed is there the next time, beside the new."""
    first = run("theme", "trust", "--plain", stdin="1\nThat nobody laughs.\n\n")
    second = run("theme", "trust", "--plain", stdin="1\nThat it stays here.\n\n")
    third = run("theme", "trust", "--plain", stdin="1\n\n")

    assert "the stomach gets there first" in first
    assert "Last time" not in first
    assert "That nobody laughs." in second
    assert "Last time" in third
    assert third.index("That it stays here.") < third.index("That nobody laughs.")


def test_half_an_answer_is_not_lost():
    """The input ends in the middle; the next time it is still there."""
    run("theme", "trust", "--plain", stdin="1\nhalf a thought")

    assert "You had begun to type: half a thought" in run("theme", "trust", "--plain", stdin="1\n")


def test_all_six_are_listed_with_progress():
    """The definition first, then each with how far it has come."""
    said = run("theme", "--plain", stdin="6\n\n\n")

    assert said.startswith("Coaching is helping somebody to think aloud")
    assert "Skills: poor coaching does harm (skills, 0 of" in said
    assert "Trust and being observed (trust, 1 of" in said


def test_a_ticked_way_stands_in_the_plan(tmp_path):
    """Ticked with who and when, printed, exported, and ticked off again."""
    listed = run("theme", "time", "--plain").splitlines()
    number = next(line.split()[0] for line in listed if "Ways forward: Set aside a bank" in line)
    run("theme", "time", "--plain", stdin=f"{number}\nFarida, by May\n\n")
    plan = run("plan", "--plain")
    file = tmp_path / "plan.md"
    run("plan", "--out", str(file))

    assert "Set aside a bank of cover" in plan
    assert "Farida, by May" in file.read_text(encoding="utf-8")
    run("theme", "time", "--plain", stdin=f"{number}\n")
    assert "Set aside a bank of cover" not in run("plan", "--plain")


WATCHED = "\n\ns\n1\n4\n1\nit shut her up\nYou made a joke of it. What was it like?\n\n\na\n\nline two\n\n"


def test_a_weak_clip_is_watched_stopped_and_answered():
    """Stop, name, say what it did, speak; then precision, recall, thoughts, the twin, and the private question."""
    said = run("watch", "three-targets", "--plain", stdin=WATCHED)

    assert "Stopped at [2] Nadia" in said
    assert "1 of 5 slips found, 4 missed, 0 false alarms" in said
    assert "100% of your stops were slips (precision)" in said
    assert "you found 20% of the slips (recall)" in said
    assert "it shut her up" in said
    assert "(thinks: You weren't there." in said
    assert "One rule: Stay with the last thing they said" in said
    assert "Did you recognise yourself?" in said
    assert library.notebook().viewings()[0].finished


def test_a_clip_is_left_and_its_stops_are_kept():
    """Leaving in the middle loses nothing and counts as not watched; the next time the stops still stand."""
    run("watch", "8", "--plain", stdin="\n\ns\n2\n3\n2\nhurt\n\nq\n")
    [viewing] = library.notebook().viewings()

    assert not viewing.finished
    assert [stop.did for stop in viewing.stops] == ["hurt"]
    again = run("watch", "8", "--plain", stdin="\n\ns\n\n\n\n\na\n\n")
    assert "The stop you had made is still there" in again
    assert "1 of 5 slips found" in again
    assert ": hurt" in again
    [viewing] = library.notebook().viewings()
    assert viewing.finished


def test_the_last_time_is_compared():
    """What was found then stands beside what was found now."""
    run("watch", "three-targets", "--plain", stdin=WATCHED)

    assert "Last time: 1 of 5 slips found" in run("watch", "three-targets", "--plain", stdin="a\n\n")


def test_a_clip_is_chosen_by_its_own_number():
    """All are listed; what is in no list is asked for again."""
    said = run("watch", "--plain", stdin="3\n14\nq\n")

    assert "Clip 8: Three targets by Friday (skills; weak coaching)" in said
    assert "There is no clip '3'" in said
    assert "14 The good jumper" in said
    assert run("watch", "--plain", stdin="\n").endswith("nothing to leave.) \n")


def test_what_was_recognised_stays_private():
    """It is in no plan."""
    run("watch", "three-targets", "--plain", stdin=WATCHED)

    assert "line two" not in run("plan", "--plain")


def test_the_school_check_answers_back():
    """Warning, reason, suggestion; pairs are looked at; the result gathers it."""
    said = run("school-check", "--plain", stdin="1\n1\n1\n1\n1\n1\nAnn, Bob, Ann\n\n1\n1\n")

    assert "Warning: Don't start." in said
    assert "Why: Clay and Weston" in said
    assert "Ann coaches Bob and manages Bob too." in said
    assert "Warning: That's a chat." in said
    plan = run("plan", "--plain")
    assert "Don't start." in plan
    assert "Ann coaches Bob and manages Bob too." in plan


@pytest.mark.parametrize("name", ["learning-community", "comparison", "secondary-school", "timetabling"])
def test_every_resource_can_be_opened(name):
    """By its name."""
    assert len(run("school-check", name, "--plain")) > 500


def test_the_agreement_is_worded_and_written(tmp_path):
    """Clause by clause, kept, and exported in three forms."""
    run("agreement", "--plain", stdin="Nadia coaches Kezia.\n\n")
    for suffix in ("md", "docx", "pdf"):
        assert "written to" in run("agreement", "--out", str(tmp_path / f"agreed.{suffix}"))

    assert "Nadia coaches Kezia." in (tmp_path / "agreed.md").read_text(encoding="utf-8")


def test_a_clause_can_be_left_out(tmp_path):
    """A dash takes it out of the page; the others stand there to be filled in."""
    run("agreement", "--plain", stdin="Nadia coaches Kezia.\n\n-\n\n")
    page = tmp_path / "agreed.md"
    run("agreement", "--out", str(page))
    words = page.read_text(encoding="utf-8")

    assert "Who frames the goals" not in words
    assert "What we're working on" in words
    assert "Who frames the goals" not in run("plan", "--plain")


def test_the_agreement_goes_into_a_scenario():
    """Shown in the brief; afterwards it is said what was heard of it."""
    run("agreement", "--plain", stdin="\n\n\n\n\nBetween us, unless a child is at risk.\n\n")
    words = (
        "Before we start, what's said here stays between us unless a child is at risk.\nWhat did you notice?\n/end\n"
    )
    said = run("practise", "being-watched", "--plain", "--agreement", "--seed", "3", stdin=words)

    assert "What stays between us: Between us, unless a child is at risk." in said
    assert "What stays between us: spoken of at [1]" in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["theme", "money", "--plain"], "T101 there is nothing called 'money'"),
        (["watch", "nothing", "--plain"], "C001 there is nothing called 'nothing'"),
        (["school-check", "nothing", "--plain"], "T111 there is nothing called 'nothing'"),
        (["timetable", "nowhere.csv"], "nowhere.csv:0:0: W001"),
        (["timetable", "--plain"], "I001 no file was named"),
        (["timetable", "tests/files/weeks/week.csv", "--use", "assembly"], "'assembly' is no kind of period"),
        (["plan", "--out", "plan.txt"], "P001"),
        (["practise", "being-watched", "--plain", "--agreement"], "nothing is agreed yet"),
    ],
)
def test_bad_input_is_a_finding(arguments, message):
    """Where, what, what to do."""
    done = CliRunner().invoke(app, arguments)

    assert isinstance(done.exception, InputError)
    assert message in str(done.exception)


@pytest.mark.parametrize(("command", "folder"), [("watch", "clips"), ("school-check", "resources")])
def test_a_file_that_the_app_cannot_find_again_is_refused(tmp_path, command, folder):
    """Rather than an app that opens and shows nothing; line by line it works."""
    name = {"clips": "the-bee", "resources": "timetabling"}[folder]
    path = tmp_path / "mine.yaml"
    path.write_bytes(library.find_on_shelf(folder, name, "X").read_bytes())
    done = CliRunner().invoke(app, [command, str(path)])

    assert "lies where the app does not look" in str(done.exception)
    assert len(run(command, str(path), "--plain", stdin="q\n")) > 500


@pytest.mark.parametrize("arguments", [["agreement"], ["theme"], ["watch", "three-targets"], ["timetable", "x.csv"]])
def test_trouble_is_one_line_and_exit_2(arguments):
    """No terminal, no file: never a traceback."""
    done = coach(*arguments)

    assert done.returncode == 2
    assert done.stderr.decode("utf-8").count("\n") == 1


def test_a_timetable_says_who_cannot_meet_and_why():
    """From a real file, by a real solver."""
    said = run("timetable", "tests/files/weeks/week.csv")

    assert "2 of 5 pairs can meet" in said
    assert "Nadya: not in the file" in said
    assert "Tariq has no protected or covered period at all." in said
    assert "3 of 5 pairs can meet" in run("timetable", "tests/files/weeks/week.csv", "--use", "lunch")


def test_every_mistake_in_a_week_is_told_at_once(tmp_path):
    """One line each, exit code 2; an example has none, is planned, and written to a file."""
    bad, example, told = tmp_path / "bad.csv", tmp_path / "week.csv", tmp_path / "told.md"
    bad.write_text("person,day,period,kind\nAnn,Mon,1,free\nAnn,,2,lunch\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["timetable", str(bad)])

    assert done.exit_code == 2
    assert "bad.csv:2:4: W004" in done.stderr
    assert "bad.csv:3:2: W003" in done.stderr
    assert "written to" in run("timetable", "--example", str(example))
    assert "written to" in run("timetable", str(example), "--out", str(told))
    assert "3 of 4 pairs can meet" in told.read_text(encoding="utf-8")
    run("timetable", "--example", str(example))
    assert (tmp_path / "week-2.csv").is_file()


def test_check_finds_what_is_wrong_in_an_edited_theme_or_clip(empty_home):
    """A mistake in one's own file, a stranger as the teacher, and two clips of one number."""
    own = empty_home / "scenarios"
    for folder, name, old, new in (
        ("themes", "trust", "order: 6", "order: 5"),
        ("clips", "three-targets", "number: 8", "count: 8"),
    ):
        (own / folder).mkdir(parents=True)
        text = next(path for path in [library.find_on_shelf(folder, name, "X")]).read_text(encoding="utf-8")
        (own / folder / f"{name}.yaml").write_text(text.replace(old, new), encoding="utf-8")
    done = coach("scenario", "check", home=empty_home)
    said = out(done)

    assert done.returncode == 1
    assert "T107 order 5 is also that of focus.yaml" in said
    assert "C003" in said
    assert "count" in said


def test_the_teacher_must_be_the_scenarios_coachee(tmp_path):
    """Otherwise a stranger would answer the watcher."""
    clip = tmp_path / "clips" / "mine.yaml"
    clip.parent.mkdir()
    text = library.find_on_shelf("clips", "three-targets", "X").read_text(encoding="utf-8")
    clip.write_text(text.replace("scenario: being-watched", "scenario: two-hats"), encoding="utf-8")
    done = coach("scenario", "check", clip)

    assert done.returncode == 1
    assert "C010 the teacher is Kezia, but in two-hats Yusuf answers" in out(done)


def test_a_new_clip_of_a_taken_number_is_found(tmp_path):
    """Also when only the new one is named."""
    clip = tmp_path / "clips" / "mine.yaml"
    clip.parent.mkdir()
    clip.write_text(library.find_on_shelf("clips", "three-targets", "X").read_text(encoding="utf-8"), encoding="utf-8")
    done = coach("scenario", "check", clip)

    assert done.returncode == 1
    assert "mine.yaml:4:9: C011 number 8 is also that of three-targets.yaml" in out(done)


@pytest.mark.parametrize("clip", [one for one in library.library().clips if one.is_weak], ids=lambda clip: clip.slug)
def test_the_strong_twin_does_the_coachee_more_good_by_the_real_ear(clip):
    """After it they trust more, are more open, own more of it and resist less than after the weak scene."""
    scenario, listener = wiring.scenario(clip.scenario), wiring.listener()
    strong_scene = replace(clip, scene=clip.twin.scene)
    weak = on_stage(clip, len(clip.scene), scenario, listener).state
    strong = on_stage(strong_scene, len(strong_scene.scene), scenario, listener).state

    assert strong.trust > weak.trust
    assert strong.openness > weak.openness
    assert strong.ownership > weak.ownership
    assert strong.defensiveness < weak.defensiveness

"""Who is in the library: the people the issue asks for, unlike one another."""

from collections import Counter
from functools import cache

import pytest

from simulator.core.scenario import Theme, Wall
from simulator.core.state import Profile
from simulator.files.rehearsal import load_rehearsal, rehearsal_path
from simulator.files.scenario import load_scenario, scenario_paths

ASKED_FOR = {
    "observed and anxious about it": "being-watched",
    "coaching is for people with problems": "coaching-is-for-problems",
    "coaching means something else entirely": "not-what-i-call-coaching",
    "no time": "no-time-for-this",
    "planning time and protocols with an assistant head": "planning-the-time",
    "this is being done to me": "done-to",
    "a goal as vague as be better": "be-better",
    "an agreement to be framed by the coachee": "whose-agreement",
    "a head of languages on being coached": "how-it-feels-from-here",
    "judged before": "after-the-judging",
    "coached because failing": "on-the-list",
    "a stuck novice asks an expert": "stuck-and-asking",
    "an expert in another subject": "not-my-subject",
    "the line manager coaches": "two-hats",
    "a friendly chat": "a-nice-chat",
}


@cache
def library():
    """Every shipped scenario."""
    return [load_scenario(path) for path in scenario_paths().values()]


@pytest.mark.parametrize("who", ASKED_FOR)
def test_everybody_asked_for_is_there(who):
    """Each with a level, a brief that says what to practise, and at least two expected plays."""
    path = scenario_paths()[ASKED_FOR[who]]
    scenario = load_scenario(path)

    assert scenario.level in {1, 2, 3}
    assert len(scenario.topics) >= 12
    assert len(list(scenario.every_line())) >= 150
    assert scenario.brief.aim
    assert len(load_rehearsal(rehearsal_path(path)).plays) >= 2


def test_every_theme_has_two_and_every_wall_enough():
    """Three resistant, three distressed and two over-agreeable at least."""
    themes = Counter(scenario.theme for scenario in library())
    walls = Counter(scenario.persona.wall for scenario in library())

    assert len(library()) >= 15
    assert min(themes[theme] for theme in Theme) >= 2
    assert walls[Wall.RESISTANT] >= 3
    assert walls[Wall.DISTRESSED] >= 3
    assert walls[Wall.OVER_AGREEABLE] >= 2


def test_schools_and_people_differ():
    """All phases and profiles, and no two of one name."""
    people = [scenario.persona for scenario in library()]

    assert {person.phase for person in people} >= {"primary", "secondary", "special", "further-education"}
    assert {person.profile for person in people} == set(Profile)
    assert len({person.name for person in people}) == len(people)


def test_no_line_is_said_by_two_people():
    """Nobody who plays two scenarios hears the same sentence from two mouths."""
    texts = Counter(line.text for scenario in library() for line in scenario.every_line())

    assert [text for text, times in texts.items() if times > 1] == []

"""Watching: stops against the key, and the scene as a session."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.clip import Part, seconds
from simulator.core.moves import MOVES_OF, Family, Move
from simulator.core.showing import DIMENSIONS, RECOGNISED, side_by_side, tally, tell_spotting, tell_twin
from simulator.core.stage import on_stage, said
from simulator.core.watch import (
    Outcome,
    Said,
    Stop,
    spotting,
    stop_from_plain,
    stop_to_plain,
    stopping_at,
    with_stop,
)
from simulator.core.words import Speaker
from simulator.files.clip import load_clip
from simulator.places import shipped
from tests.talk import Always

CLIP = load_clip(shipped("scenarios") / "clips" / "three-targets.yaml")
COACH_LINES = [place for place, line in enumerate(CLIP.scene) if CLIP.part(line) is Part.COACH]

STOPS = st.builds(
    Stop,
    line=st.sampled_from(COACH_LINES),
    family=st.none() | st.sampled_from(Family),
    move=st.none() | st.sampled_from(Move),
    dimension=st.sampled_from(["", *DIMENSIONS]),
    did=st.text(),
    said=st.lists(st.builds(Said, st.text(), st.text(), st.text(), st.text()), max_size=2).map(tuple),
)


@given(stops=st.lists(STOPS, max_size=12))
def test_found_and_missed_are_all_slips(stops):
    """Wherever a watcher stops, each slip is found or missed, and the shares stay between 0 and 1."""
    spotted = spotting(CLIP, stops)
    found, missed, alarms = (spotted.count(outcome) for outcome in Outcome)

    assert found + missed == len(CLIP.slips)
    assert found + alarms == len({stop.line for stop in stops})
    assert (spotted.precision is None) == (not stops)
    assert 0 <= (spotted.precision or 0) <= 1
    assert spotted.recall == found / len(CLIP.slips)
    assert f"{found} of {len(CLIP.slips)} slips found" in tally(spotted)


@given(stop=STOPS)
def test_a_stop_comes_back_from_json(stop):
    """What is kept is what was said."""
    assert stop_from_plain(json.loads(json.dumps(stop_to_plain(stop)))) == stop


@given(stops=st.lists(STOPS, max_size=8), stop=STOPS)
def test_stopping_again_replaces_the_stop(stops, stop):
    """One stop a line, in the order of the scene."""
    kept: tuple[Stop, ...] = ()
    for one in (*stops, stop):
        kept = with_stop(kept, one)

    assert stop in kept
    assert [one.line for one in kept] == sorted({one.line for one in (*stops, stop)})


def test_a_perfect_watcher_is_told_so():
    """Every slip, no false alarm, named as in the key."""
    stops = [
        Stop(line=place, family=slip.moves[0].family, move=slip.moves[0], dimension=slip.dimension)
        for place in CLIP.slips
        if (slip := CLIP.scene[place].slip)
    ]
    spotted = spotting(CLIP, stops)

    assert (spotted.precision, spotted.recall) == (1, 1)
    assert all(verdict.names_move and verdict.names_family and verdict.names_dimension for verdict in spotted.verdicts)


def test_another_move_of_the_family_is_half_right():
    """The family is what is scored; the move is shown."""
    place = CLIP.slips[0]
    stop = Stop(line=place, family=Family.JUDGEMENTAL, move=Move.WARN)
    verdict = next(one for one in spotting(CLIP, [stop]).verdicts if one.line == place)

    assert verdict.names_family
    assert not verdict.names_move


def test_stopping_means_the_coachs_last_line():
    """Before the coach has spoken there is nothing to stop at; the teacher's lines are never meant."""
    assert stopping_at(CLIP, 1) is None
    for shown in range(2, len(CLIP.scene) + 1):
        place = stopping_at(CLIP, shown)
        assert place in COACH_LINES
        assert place < shown


@pytest.mark.parametrize("speed", [0.5, 1.0, 4.0])
def test_long_lines_stay_longer(speed):
    """The pace is readable, and the speed divides it."""
    by_length = sorted(CLIP.scene, key=lambda line: len(line.text.split()))

    assert seconds(by_length[0], speed) < seconds(by_length[-1], speed)
    assert seconds(by_length[-1], speed) == pytest.approx(seconds(by_length[-1], 1) / speed)


@pytest.mark.parametrize("place", COACH_LINES)
def test_the_stage_holds_the_scenes_words(scenario, place):
    """Before a line, the session's context is the scene up to it, and the coachee waits for the watcher."""
    session = on_stage(CLIP, place, scenario, Always())

    assert [one.text for one in session.context()] == [line.text for line in CLIP.scene[:place]]
    assert [one.speaker for one in session.context()][::2] == [Speaker.COACHEE] * ((place + 1) // 2)
    assert not session.is_over


def test_the_coachee_carries_what_the_scene_did_to_them(scenario):
    """A scene of judgements leaves less trust for the watcher to begin with."""
    harsh = on_stage(CLIP, COACH_LINES[-1], scenario, Always(Move.CRITICISE))
    kind = on_stage(CLIP, COACH_LINES[-1], scenario, Always(Move.EMPATHISE))

    assert harsh.state.trust < kind.state.trust
    assert harsh.state.defensiveness > kind.state.defensiveness


def test_the_teacher_answers_and_can_be_gone_on_with(scenario):
    """A reply in the scenario's own words, then another, and never the same one."""
    known = {line.text for line in scenario.every_line()}
    session = on_stage(CLIP, CLIP.slips[1], scenario, Always())
    first, session = said(session, "What did you hear?", Always())
    second, _ = said(session, "And then?", Always())

    assert {first.reply, second.reply} <= known
    assert first.reply != second.reply
    assert "questioning" in first.label


def test_the_look_back_names_key_thought_and_own_words():
    """Every slip with what it did; for a found one also what the watcher made of it."""
    place = CLIP.slips[1]
    stop = Stop(
        line=place, family=Family.DIRECTIVE, did="took it away", said=(Said("And then?", "? x", "Well.", "hm"),)
    )
    told = "\n".join(passage.text for passage in tell_spotting(CLIP, spotting(CLIP, [stop])))

    for slip_place in CLIP.slips:
        line = CLIP.scene[slip_place]
        assert line.slip.did.strip() in told
        assert line.thought in told
    assert "took it away" in told
    assert "And then?" in told
    assert "Well." in told


def test_both_scenes_are_told_whole():
    """No line of either is lost where one is longer, and the one rule stands above."""
    pairs = side_by_side(CLIP)
    told = "\n".join(passage.text for passage in tell_twin(CLIP))

    assert [pair.weak for pair in pairs if pair.weak] == list(CLIP.scene)
    assert [pair.strong for pair in pairs if pair.strong] == list(CLIP.twin.scene)
    assert all(line.text in told for line in (*CLIP.scene, *CLIP.twin.scene))
    assert CLIP.twin.rule in told


def test_a_talk_has_nothing_to_put_beside():
    """No twin, no pairs."""
    assert side_by_side(replace(CLIP, twin=None)) == []


def test_every_family_has_moves_to_name():
    """The two-step naming reaches every move once."""
    assert sorted(move for family in Family for move in MOVES_OF[family]) == sorted(Move)
    assert "alone" in RECOGNISED

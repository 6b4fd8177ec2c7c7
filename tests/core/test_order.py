"""What a score must not do: fall when a turn gets better, or change when nothing does."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from simulator.core.hearing import Hearing
from simulator.core.moves import Move
from simulator.core.score import overall, score, values_of
from simulator.core.words import Kind, Mark, Sign
from simulator.files.order import load_order
from tests.talk import hearing, line, segment

ORDER = load_order()
SPOKEN = sorted({*Mark} - {Mark.SAFETY, Mark.IDEA, Mark.WHAT_IF, Mark.LONGING})
COPIES = 2
"""Points by which a conversation said twice may score otherwise."""
CLOSING = ((hearing(segment(Move.STRUCTURE, marks=frozenset({Mark.CLOSE})), words=10), line()),) * 2
"""Two exchanges in which nothing is planned, felt or resisted."""


def response(moves, marks=(), shared=False, repeats=0.0):
    """A response of ten words that does this."""
    facts = {"marks": frozenset(marks), "shared": shared, "repeats": repeats}
    return hearing(*(segment(move, **facts) for move in moves), words=10)


def behaving(behaviour):
    """A response that does what the pair's side says."""
    return response(behaviour.moves, behaviour.marks, behaviour.shared, behaviour.repeats)


RESPONSES = st.builds(
    response,
    moves=st.lists(st.sampled_from(Move), min_size=1, max_size=3),
    marks=st.sets(st.sampled_from(SPOKEN), max_size=3),
    shared=st.booleans(),
    repeats=st.sampled_from([0.0, 0.3, 1.0]),
)
LINES = st.builds(
    lambda kind, signs, marks: line(kind, signs=signs, marks=marks),
    kind=st.sampled_from(Kind),
    signs=st.sets(st.sampled_from(Sign), max_size=2),
    marks=st.sets(st.sampled_from(SPOKEN), max_size=3),
)
TALKS = st.lists(st.tuples(RESPONSES, LINES), min_size=7, max_size=24)


def joined(exchanges):
    """Exchanges as one conversation."""
    return tuple(chain.from_iterable(exchanges))


def known(values):
    """The measures that have something to go on."""
    return {name for name, value in values.items() if value is not None}


@pytest.mark.parametrize("pair", ORDER, ids=lambda pair: f"{pair.worse.moves[0]}-{pair.better.moves[0]}")
@settings(max_examples=10)
@given(talk=TALKS, data=st.data())
def test_a_better_turn_never_lowers_the_score(rubric, pair, talk, data):
    """Neither its dimension nor the whole, with what is observed held fixed."""
    place = data.draw(st.integers(0, len(talk) - 1))
    answer = talk[place][1]
    [worse, better] = (
        values_of(joined([*talk[:place], (behaving(side), answer), *talk[place + 1 :]]))
        for side in (pair.worse, pair.better)
    )
    dimension = next(one for one in rubric.dimensions if one.key == pair.dimension)
    levels = [dimension.level(values) for values in (worse, better)]
    assume(None not in levels)
    assume(known(worse) & {*rubric.measures} == known(better) & {*rubric.measures})

    assert levels[0] <= levels[1]
    assert overall(worse, rubric) <= overall(better, rubric)


def test_every_dimension_has_its_pairs(rubric):
    """None is left out, and no pair is of a dimension that does not exist."""
    assert {pair.dimension for pair in ORDER} == {dimension.key for dimension in rubric.dimensions}


@settings(max_examples=30)
@given(talk=TALKS, places=st.tuples(st.integers(0, 6), st.integers(0, 6)))
def test_equal_turns_may_change_places(rubric, talk, places):
    """Two responses heard alike, with equal replies, are worth the same wherever they stand."""
    one, other = places
    twin = (replace(talk[one][0], text="the same, said otherwise"), talk[one][1])
    before = [*talk[:other], twin, *talk[other + 1 :]]
    after = list(before)
    after[one], after[other] = after[other], after[one]

    assert values_of(joined(before)) == values_of(joined(after))


@settings(max_examples=30)
@given(talk=TALKS)
def test_said_twice_it_is_worth_the_same(rubric, talk):
    """A conversation and the same again differ by at most two points, unless the second telling shuts the gate.

    It has to have come to a close: a last line that still resists, feels or plans would be answered by the opening.
    Judgements add up, as the rubric wants, so that two half ones make a whole one.
    """
    closed = [*talk, *CLOSING]
    once, twice = values_of(joined(closed)), values_of(joined([*closed, *closed]))
    assume(rubric.gate.is_red(once) == rubric.gate.is_red(twice))

    assert abs(overall(once, rubric) - overall(twice, rubric)) <= COPIES


@settings(max_examples=30)
@given(talk=TALKS, moves=st.lists(st.sampled_from(Move), min_size=7, max_size=24))
def test_unsure_segments_are_not_scored(rubric, talk, moves):
    """Whatever an unsure segment is taken for, every score stays as it is."""

    def doubted(one: Hearing, move: Move) -> Hearing:
        return replace(one, segments=(*one.segments, segment(move, unsure=True)))

    with_doubt = [(doubted(said, move), answer) for (said, answer), move in zip(talk, moves, strict=False)]
    rest = talk[len(with_doubt) :]
    scored = score(joined(talk), rubric)
    doubtful = score(joined([*with_doubt, *rest]), rubric)

    assert scored.overall == doubtful.overall
    assert [one.level for one in scored.dimensions.values()] == [one.level for one in doubtful.dimensions.values()]

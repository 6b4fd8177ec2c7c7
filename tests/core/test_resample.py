"""Resampling done quickly is resampling all the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.core.exchange import exchanges
from simulator.core.measures import MEASURES
from simulator.core.resample import in_each, resampled
from tests.core.test_score import BAD, GOOD

TALK = exchanges((*GOOD, *BAD))
COUNTS = {name: measure.counts(TALK) for name, measure in MEASURES.items()}


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(range(len(TALK))), min_size=len(TALK), max_size=len(TALK)), max_size=4))
def test_every_draw_has_the_values_of_its_exchanges(drawn):
    """Sums that are shared come to the same as sums done one by one."""
    weights = [tuple(one.count(place) for place in range(len(TALK))) for one in drawn]
    draws = resampled(COUNTS, weights)

    for name, counts in COUNTS.items():
        assert list(draws[name]) == [MEASURES[name].value(counts, row) for row in weights]


def test_a_rule_is_asked_once_about_draws_that_look_alike():
    """And answers for all of them, in order."""
    asked = []

    def rule(values):
        asked.append(values)
        return values["a"]

    found = in_each({"a": [1.0, None, 1.0], "b": [7.0, 8.0, 9.0]}, {"a": ()}, rule)

    assert found == [1.0, None, 1.0]
    assert len(asked) == 2


@settings(deadline=None)
@given(st.data())
def test_between_its_edges_a_dimension_has_one_level(rubric, data):
    """So asking once for all that lie there is asking about each."""
    dimension = data.draw(st.sampled_from(rubric.dimensions))
    near = {name: [None, -1.0, *(edge + by for edge in edges for by in (-0.01, 0, 0.01))] for name, edges in
            dimension.edges.items()}  # fmt: skip
    draws = {name: data.draw(st.lists(st.sampled_from(some), min_size=9, max_size=9)) for name, some in near.items()}
    each = [{name: values[place] for name, values in draws.items()} for place in range(9)]

    assert {name for one in (*dimension.observed, *dimension.conditions) for name in one.measures} == set(near)
    assert in_each(draws, dimension.edges, dimension.level) == [dimension.level(values) for values in each]

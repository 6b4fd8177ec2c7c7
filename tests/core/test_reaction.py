"""How responses move the coachee's state."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.effects import EFFECTS
from simulator.core.moves import HARSH, Move
from simulator.core.reaction import Moment, Temper, react
from simulator.core.scenario import Line
from simulator.core.state import BASELINES, Profile, State
from simulator.core.words import Sign
from tests.talk import hearing, segment

NEUTRAL_LINE = Line(id="x", text="Well.")


@pytest.fixture
def moment(scenario):
    """Builds a moment with nothing special about it."""

    def build(heard, past=(), answering=NEUTRAL_LINE, push_back=False):
        return Moment(hearing=heard, past=past, answering=answering, push_back=push_back, persona=scenario.persona)

    return build


def temper(**values):
    """A wary coachee's temper, with some values changed."""
    return Temper(state=BASELINES[Profile.WARY]._replace(**values))


@given(
    values=st.tuples(*[st.floats(0, 100) for _ in State._fields]),
    moves=st.lists(st.sampled_from(Move), min_size=1, max_size=4),
)
def test_the_state_never_leaves_its_range(scenario, values, moves):
    """Whatever is said in whatever state, all five values stay within 0 to 100."""
    at = Moment(hearing=hearing(*moves), past=(), answering=NEUTRAL_LINE, push_back=False, persona=scenario.persona)
    after = react(Temper(state=State(*values)), at).state

    assert all(0 <= value <= 100 for value in after)


@given(defensiveness=st.floats(0, 100), move=st.sampled_from(sorted(HARSH)))
def test_a_judgement_always_raises_defensiveness(scenario, defensiveness, move):
    """By at least one point, or to the top, whatever the factors."""
    before = Temper(state=BASELINES[Profile.WILLING]._replace(defensiveness=defensiveness))
    at = Moment(hearing=hearing(move), past=(), answering=NEUTRAL_LINE, push_back=False, persona=scenario.persona)
    after = react(before, at).state.defensiveness

    assert after >= min(100, defensiveness + 1) - 0.01


def test_a_judgement_stands_until_two_mending_responses(moment):
    """Neutral turns alone never bring defensiveness back to within five of the old value."""
    old = temper().state.defensiveness
    hurt = react(temper(), moment(hearing(Move.CRITICISE)))
    waited = hurt
    for _ in range(30):
        waited = react(waited, moment(hearing(Move.STRUCTURE)))

    assert waited.state.defensiveness > old + 5
    once = react(waited, moment(hearing(Move.EMPATHISE)))
    assert once.state.defensiveness > old + 5
    assert react(once, moment(hearing(Move.EMPATHISE))).grudge is None


def test_unsure_words_change_nothing(moment):
    """Neither an unsure response nor an aside moves the state."""
    before = temper()

    assert react(before, moment(hearing(segment(Move.CRITICISE, unsure=True)))) == before
    assert react(before, moment(hearing(Move.OTHER))) == before


def test_repeating_a_good_thing_is_worth_less(moment):
    """The third open question running opens less than the first."""
    first = react(temper(), moment(hearing(Move.OPEN))).state.openness
    third = react(temper(), moment(hearing(Move.OPEN), past=[hearing(Move.OPEN)] * 2)).state.openness

    assert third < first


def test_a_missed_feeling_costs_trust(moment):
    """Passing over a feeling costs what answering it gains."""
    sad = replace(NEUTRAL_LINE, signs=frozenset({Sign.FEELS}))
    missed = react(temper(), moment(hearing(Move.CLOSED), answering=sad)).state
    met = react(temper(), moment(hearing(Move.EMPATHISE), answering=sad)).state

    assert missed.trust < temper().state.trust < met.trust
    assert missed.openness < met.openness


def test_repair_regains_at_most_half(moment):
    """An apology after a judgement gives back half of the lost trust and no more."""
    before = temper()
    hurt = react(before, moment(hearing(Move.CRITICISE)))
    mended = react(hurt, moment(hearing(Move.REPAIR)))
    lost = before.state.trust - hurt.state.trust

    assert hurt.state.trust < mended.state.trust <= hurt.state.trust + 0.5 * lost + 1.5


def test_an_unneeded_apology_changes_little(moment):
    """With no slip to own there is nothing to regain."""
    assert react(temper(), moment(hearing(Move.REPAIR))).state == temper().state


def test_a_misread_feeling_is_not_a_gain(moment):
    """Naming a feeling the coachee neither showed nor has makes them more defensive."""
    named = segment(Move.REFLECT_COMPLEX, unfounded=("jubilant",))
    after = react(temper(), moment(hearing(named))).state

    assert after.defensiveness > temper().state.defensiveness
    assert after.trust < temper().state.trust


def test_a_feeling_the_coachee_has_may_be_named_unspoken(moment, scenario):
    """A word that is true of the persona is no misreading."""
    true = segment(Move.REFLECT_COMPLEX, unfounded=(min(scenario.persona.feels),))

    assert react(temper(), moment(hearing(true))).state.trust > temper().state.trust


def test_advice_for_the_stuck_who_ask_serves(moment):
    """The same advice that costs ownership when unasked brings clarity and trust when wanted."""
    wanting = replace(NEUTRAL_LINE, signs=frozenset({Sign.ASKS, Sign.STUCK}))
    wanted = react(temper(), moment(hearing(Move.ADVISE), answering=wanting)).state
    unasked = react(temper(), moment(hearing(Move.ADVISE))).state

    assert wanted.trust > temper().state.trust > unasked.trust
    assert wanted.clarity > unasked.clarity


def test_direction_after_push_back_presses(moment):
    """Going on to direct after a reservation raises defensiveness more."""
    calm = react(temper(), moment(hearing(Move.ADVISE))).state.defensiveness
    pressed = react(temper(), moment(hearing(Move.ADVISE), push_back=True)).state.defensiveness

    assert pressed > calm


def test_contracting_counts_early_only(moment):
    """A contract in the fifth response is no contract."""
    late = moment(hearing(Move.CONTRACT), past=[hearing(Move.CLOSED)] * 4)

    assert react(temper(), moment(hearing(Move.CONTRACT))).state.trust > react(temper(), late).state.trust


@pytest.mark.parametrize("move", [Move.BACKCHANNEL, Move.SOCIAL])
def test_a_third_murmur_running_does_nothing(moment, move):
    """Small sounds help twice."""
    third = moment(hearing(move), past=[hearing(Move.SOCIAL)] * 2)

    assert react(temper(), third).state.trust == temper().state.trust


def test_every_row_has_five_changes():
    """The table is complete."""
    assert all(len(effect) == 5 for effect in EFFECTS.values())

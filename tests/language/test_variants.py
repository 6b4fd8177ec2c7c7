"""The same words by another hand."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from simulator.core.corpus import Example, Labelled
from simulator.core.moves import Move
from simulator.language.variants import mistyped, plain, shortened, unstopped, varied


def example(*texts):
    """A response made of segments."""
    segments, end = [], 0
    for text in texts:
        segments.append(Labelled(end, end + len(text), Move.OPEN))
        end += len(text) + 1
    return Example(
        id="x",
        author="a",
        register="typed",
        setting="primary",
        context=(),
        response=" ".join(texts),
        segments=tuple(segments),
    )


@given(st.integers(0, 10_000))
def test_segments_stay_in_order_and_apart(seed):
    """Whatever the hand, there are as many segments, and together they hold all words."""
    cut = varied(example("It's loud, isn't it?", "You should ring home."), Random(seed))

    (a, b), (c, d) = cut.segments
    assert 0 == a < b < c < d == len(cut.text)
    assert cut.text[b:c] == " "


def test_each_hand_has_its_way():
    """Marks, capitals, contractions."""
    assert plain("It's loud, isn't it?") == "its loud isnt it"
    assert unstopped("Loud? Yes. And e.g. this") == "Loud Yes And e.g this"
    assert shortened("I am sure you do not, that is all") == "I'm sure you don't, that's all"


@given(st.text(alphabet="abcdefgh ", min_size=0, max_size=40), st.integers(0, 100))
def test_a_typo_touches_one_word(text, seed):
    """All other words stay as they were."""
    before, after = text.split(" "), mistyped(text, Random(seed)).split(" ")

    assert len(before) == len(after)
    assert sum(one != other for one, other in zip(before, after, strict=True)) <= 1

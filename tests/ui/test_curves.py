"""The coachee's state as bars."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.core.course import Change, Course, Swing
from simulator.ui.widgets.curves import curves

BARS = " ▁▂▃▄▅▆▇█"


@given(st.lists(st.floats(0, 100), min_size=1, max_size=41))
def test_every_turn_has_a_bar_as_tall_as_its_value(values):
    """To a twenty-fourth of the scale, at its place, whatever the number of turns."""
    *rows, _ = curves([Course("trust", tuple(values))]).plain.split("\n")
    wide = 2 if len(values) <= 24 else 1
    lines = [row[19:].ljust(wide * len(values)) for row in rows]
    tall = [sum(BARS.index(line[wide * place]) for line in lines) for place in range(len(values))]

    assert tall == [round(value / 100 * 24) for value in values]
    assert rows[1].startswith("Trust")
    assert rows[1].endswith(f"{values[-1]:.0f}")


@given(st.integers(2, 41), st.data())
def test_the_letters_stand_below_their_bars(many, data):
    """However many bars there are."""
    numbers = sorted(data.draw(st.sets(st.integers(0, many - 2), min_size=1, max_size=3)))
    found = [Swing(mark, number, (Change("trust", 1, 9),)) for mark, number in zip("abc", numbers, strict=False)]
    *_, marks, _ = curves([Course("trust", (50.0,) * many)], found).plain.split("\n")
    wide = 2 if many <= 24 else 1

    assert [marks.index(one.mark) for one in found] == [19 + wide * (one.number + 1) for one in found]


def test_without_a_course_there_is_no_picture():
    """And no error."""
    assert curves([]).plain == ""

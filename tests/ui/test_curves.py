"""The coachee's state as bars."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.core.course import Course
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


def test_without_a_course_there_is_no_picture():
    """And no error."""
    assert curves([]).plain == ""

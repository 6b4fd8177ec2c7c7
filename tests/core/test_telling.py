"""What a debrief says about the talk itself."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from simulator.core.annotation import cue_words, reasons, runs
from simulator.core.course import courses, swings
from simulator.core.debrief import debrief
from simulator.core.flow import Stretch, flow
from simulator.core.hearing import Cue, Hearing, Segment
from simulator.core.moves import Move
from simulator.core.passage import Part, Style, segment_label
from simulator.core.session import Session
from simulator.core.telling import sections, tell
from simulator.core.words import Kind, Sign
from tests.core.test_score import BAD, GOOD
from tests.talk import hearing, line, segment

ASKS, REFLECTS, ADVISES = Move.OPEN, Move.REFLECT_SIMPLE, Move.ADVISE


def talk(*moves):
    """A conversation of these moves, each answered."""
    return tuple(
        chain.from_iterable((hearing(*one) if isinstance(one, tuple) else hearing(one), line()) for one in moves)
    )


def test_words_are_counted_for_each_side():
    """Five a coach turn, ten a coachee's."""
    found = flow((*talk(ASKS, ASKS), hearing(ASKS, words=40)))

    assert (found.coach_words, found.coachee_words) == (50, 20)
    assert (found.longest_coach, found.longest_coachee) == (Stretch(4, 40), Stretch(1, 10))


def test_streaks_are_the_longest_of_their_kind():
    """A question after a reflection in one turn gives something back; advice ends what is left to the coachee."""
    found = flow(talk(ASKS, REFLECTS, ASKS, ASKS, (REFLECTS, ASKS), ADVISES, ASKS))

    assert found.asking == Stretch(4, 2)
    assert found.leaving == Stretch(0, 5)


def test_what_is_unsure_neither_ends_nor_lengthens_a_streak():
    """It is passed over, as in the scores."""
    unsure = hearing(segment(ADVISES, unsure=True))

    assert flow((*talk(ASKS), unsure, line(), *talk(ASKS))).asking == Stretch(0, 2)


def test_where_nothing_was_said_there_is_nothing_to_tell():
    """No turn is longest, nothing comes in a row."""
    found = flow(())

    assert (found.longest_coach, found.longest_coachee, found.asking, found.leaving) == (None,) * 4


@st.composite
def responses(draw):
    """Any response with segments in order and cues anywhere in them."""
    text = draw(st.text(max_size=40))
    edges = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    return Hearing(text=text, segments=tuple(_segment(draw, text, start, end) for start, end in spans))


def _segment(draw, text, start, end):
    places = draw(st.lists(st.tuples(st.integers(start, end), st.integers(start, end)).map(sorted), max_size=3))
    cues = tuple(Cue(first, last, "because") for first, last in places)
    return Segment(
        start=start, end=end, text=text[start:end], move=draw(st.sampled_from(Move)), confidence=0.5, cues=cues
    )


@given(responses())
def test_runs_are_the_whole_response(response):
    """Nothing is lost between segments and cues; every cue's words are marked as such."""
    found = runs(response)
    marked = "".join(run.text for run in found if run.is_cue)

    assert "".join(run.text for run in found) == response.text
    assert [run.segment for run in found if run.is_first] == sorted({run.segment for run in found} - {None})
    assert all(words in marked for place in range(len(response.segments)) for words in cue_words(response, place))


def test_a_label_says_from_which_words_it_comes():
    """Each word once, and none where there is none."""
    text = "You must, you really must."
    cues = (Cue(0, 8, "a"), Cue(10, 25, "b"), Cue(0, 8, "c"))
    response = hearing(segment(ADVISES, text, cues=cues, why="This steers (rule 5)."), text=text)

    assert reasons(response) == ("! directive: advise 99%, from “You must”, “you really must”. This steers (rule 5).",)
    assert reasons(hearing(ASKS)) == ("? questioning: open 99%. No single word decided this.",)


def test_each_of_several_labels_says_which_words_it_covers():
    """So that nothing hangs on where it stands or on a colour."""
    response = hearing(segment(REFLECTS, "So it stung."), segment(ASKS, "What then?", unsure=True))

    assert [reason.split(".")[0] for reason in reasons(response)] == [
        "“So it stung",
        "“What then?” (? questioning: open, not sure)",
    ]


@given(st.floats(0, 1))
def test_nothing_is_shown_as_certain(confidence):
    """However sure the ear is."""
    shown = segment_label(hearing(segment(ASKS, confidence=confidence)), 0)

    assert int(shown.rpartition(" ")[2].rstrip("%")) <= 99


def test_every_turn_stands_in_the_conversation(rubric):
    """Numbered as the quotes number them, the coach's with their labels."""
    told = {section.part: section for section in sections(debrief(GOOD, rubric), rubric)}
    passages = told[Part.CONVERSATION].passages
    turns = [one.turn for one in passages if one.turn is not None]

    assert turns == list(range(len(GOOD)))
    assert [one.style for one in passages[:3]] == [Style.COACH, Style.NOTE, Style.COACHEE]
    assert all(one.text.startswith(one.lead) for section in told.values() for one in section.passages)


def test_a_better_offer_stands_beside_the_advice_nobody_asked_for(rubric):
    """Not beside the opening, whose line shows a feeling but steers nobody."""
    opening = (line(Kind.RESERVATION, signs=[Sign.FEELS]), hearing(Move.CONTRACT), line())
    found = debrief((*opening, *talk(ASKS, ASKS, ADVISES, ADVISES, ASKS, ASKS)), rubric)
    expertise = next(one for one in found.aspects if one.dimension.key == "expertise")

    assert expertise.improved
    assert expertise.improved.own.turn == 7


def test_push_back_is_told_with_what_came_next(rubric):
    """Their words, the reply, and theirs again."""
    told = {section.part: section for section in sections(debrief(BAD, rubric), rubric)}

    assert [one.style for one in told[Part.PUSH_BACK].passages[:4]] == [
        Style.COACHEE,
        Style.COACH,
        Style.NOTE,
        Style.COACHEE,
    ]


def test_a_session_tells_how_the_coachee_stood(scenario, rubric):
    """From the first line to the last, with what was thought; a transcript knows neither."""
    session = Session.begin(scenario, 1)
    for move in (Move.REFLECT_COMPLEX, Move.CRITICISE, Move.REPAIR):
        session = session.advance(hearing(move)).overheard(line())
    session = session.overheard(line())
    trust = courses(session)[0]
    told = {section.part: section.passages for section in sections(session_debrief(session, rubric), rubric, session)}

    assert len(trust.values) == len(session.turns) + 1
    assert trust.values[2] < trust.values[1]
    assert told[Part.COURSE][0].text.startswith(f"Trust: {trust.values[0]:.0f} at the start, {trust.values[-1]:.0f} at")
    assert [one.style for one in told[Part.COURSE]][5:8] == [Style.TEXT, Style.QUOTE, Style.THOUGHT]
    assert any(one.style is Style.THOUGHT for one in told[Part.CONVERSATION])
    assert not any(one.style is Style.THOUGHT for one in tell(session_debrief(session, rubric), rubric))


@given(st.lists(st.sampled_from(Move), max_size=12))
def test_the_turns_that_moved_most_are_told(scenario, moves):
    """No turn that is left out moved the coachee further; nothing is told of a value that stood still."""
    session = Session.begin(scenario, 1)
    for move in moves:
        session = session if session.is_over else session.advance(hearing(move)).overheard(line())
    found = swings(session)
    values = [course.values for course in courses(session)]
    moved = [
        sum(size for one in values if (size := abs(one[place + 1] - one[place])) >= 1)
        for place in range(len(session.turns))
    ]
    told = {swing.number for swing in found}

    assert [swing.mark for swing in found] == list("abc")[: len(found)]
    assert sorted(told) == [swing.number for swing in found]
    assert len(found) == min(3, sum(size > 0 for size in moved))
    assert min((moved[number] for number in told), default=0) >= max(
        (size for number, size in enumerate(moved) if number not in told), default=0
    )
    assert all(change.size >= 1 for swing in found for change in swing.changes)


def session_debrief(session, rubric):
    """The debrief of a session."""
    return debrief(session.conversation(), rubric, session)

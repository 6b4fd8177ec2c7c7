"""Progress, readings, reviews, the agreement and the plan, over the shipped themes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.agreement import carried_place, spoken_of, tell_agreement, tell_carried, tell_kept
from simulator.core.entries import EntryKind, entries
from simulator.core.library import Work, progress
from simulator.core.markdown import markdown
from simulator.core.moves import Move
from simulator.core.notebook import TICKED, Note, Viewing, before, is_ticked, last, latest, toggled
from simulator.core.pairs import Pair, read_pairs, trouble
from simulator.core.reading import tell_guide, tell_page, tell_review
from simulator.core.record import Summary
from simulator.core.resource import ResourceKind
from simulator.core.scenario import Ending, Theme
from simulator.core.school_plan import tell_plan
from simulator.core.telling import Passage, Style
from simulator.core.words import Mark
from tests.talk import hearing, line, segment


def noted(**texts):
    """Notes of one answer each."""
    return {place: (Note(text, "2026-01-02T03:04:05+00:00"),) for place, text in texts.items()}


def told(passages):
    """All their words."""
    return "\n".join(passage.text for passage in passages)


def test_all_six_themes_are_there(shelves):
    """In the honeycomb's order, each with reading, sources, questions and ways."""
    assert [guide.order for guide in shelves.guides] == [1, 2, 3, 4, 5, 6]
    assert {guide.theme for guide in shelves.guides} == set(Theme)


@pytest.mark.parametrize("theme", Theme)
def test_a_reading_fits_a_screen(shelves, theme):
    """At most 190 words: one screen of 80 columns, with its sources below."""
    guide = shelves.guide(theme)

    assert sum(len(paragraph.split()) for paragraph in guide.reading) <= 190
    assert all(source in told(tell_guide(guide)) for source in guide.sources)


def test_progress_counts_what_was_done(shelves, scenario):
    """From nothing to all of it; open sessions and half-watched clips don't count, one way forward is enough."""
    guide = shelves.guide("trust")
    clip = replace(shelves.clips[0], theme=Theme.TRUST)
    library = replace(shelves, clips=(clip,))
    fresh = progress(library, guide, Work())
    half = Work(
        viewings=(Viewing(1, clip.slug, "", "", (), finished=False),),
        sessions=(Summary(1, scenario.title, "", 3, None),),
    )
    places = [guide.read_place, *map(guide.question_place, guide.questions), guide.way_place(guide.ways[0])]
    whole = Work(
        notes=noted(**dict.fromkeys(places, TICKED)),
        viewings=(Viewing(1, clip.slug, "", "", (), finished=True),),
        sessions=(Summary(1, scenario.title, "", 3, Ending.AGREED),),
    )

    assert fresh == (0, len(guide.questions) + 4)
    assert progress(library, guide, half).done == 0
    assert progress(library, guide, whole).done == fresh.of


def test_entries_list_everything_in_a_theme(shelves):
    """Questions, clips, scenarios, resources, ways, in that order, and done is shown."""
    guide = shelves.guide("skills")
    work = Work(notes=noted(**{guide.question_place(guide.questions[0]): "an answer"}))
    listed = entries(shelves, guide, work)
    kinds = [entry.kind for entry in listed]

    assert kinds == sorted(kinds, key=list(EntryKind).index)
    assert listed[0].done
    assert not listed[1].done
    assert {entry.name for entry in listed} >= {*(way.id for way in guide.ways), *guide.resources, "three-targets"}


def test_earlier_answers_stay_comparable():
    """The last answer counts; the one before is at hand; an emptied one is no answer."""
    notes = {"a": (Note("first", "1"), Note("second", "2"))}

    assert latest(notes, "a") == "second"
    assert before(notes, "a") == Note("first", "1")
    assert last(notes, "a") == Note("second", "2")
    assert last({"a": (Note("x", "1"), Note("", "2"))}, "a") is None
    assert latest(notes, "b") == ""


def test_a_tick_turns_round():
    """On, off, on."""
    assert toggled({}, "a") == TICKED
    assert toggled(noted(a=TICKED), "a") == ""
    assert is_ticked(noted(a=TICKED), "a")


def test_every_warning_has_a_reason(shelves):
    """Plain words about what will go wrong are never without a why."""
    for resource in shelves.resources:
        for query in resource.queries:
            for choice in query.choices:
                assert not choice.warning or choice.reason
            assert any(not choice.warning for choice in query.choices)


def test_the_school_check_warns_and_says_why(shelves):
    """Only for those deemed failing: the warning, the reason, and what to do."""
    resource = shelves.resource("four-ways")
    query = resource.queries[0]
    work = Work(notes=noted(**{resource.query_place(query): "failing"}))
    passages = list(tell_review(resource, work))
    choice = query.choices[0]

    assert Passage(Style.WARNING, choice.warning) in passages
    assert choice.reason in told(passages)
    assert choice.suggestion in told(passages)
    assert "Not answered yet" in told(passages)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Ann, Bob, Ann", "Ann coaches Bob and manages Bob too"),
        ("Ann, Bob, ann", "manages Bob too"),
        ("Ann, Ann, Cy", "down to coach themselves"),
        ("A, b, x\nA, c, x\nA, d, x\nA, e, x", "A coaches 4 people"),
        ("Ann, Bob", "Nobody said who manages Bob"),
    ],
)
def test_what_is_wrong_with_pairs_is_said(text, problem):
    """Who coaches whom, who manages whom."""
    pairs, unread = read_pairs(text)

    assert not unread
    assert any(problem in said for said, _ in trouble(pairs))


def test_good_pairs_and_strange_lines():
    """Nothing to say of a good pair; a line that cannot be read is given back."""
    assert list(trouble([Pair("Ann", "Bob", "Cy")])) == []
    assert read_pairs("Ann\n\nAnn, Bob, Cy") == ([Pair("Ann", "Bob", "Cy")], ["Ann"])


@given(text=st.text())
def test_any_typed_pairs_are_read_or_given_back(text):
    """No line that holds words is dropped in silence."""
    pairs, unread = read_pairs(text)

    assert len(pairs) + len(unread) == sum(bool(one.strip()) for one in text.splitlines())


def test_pages_say_what_is_invented(shelves):
    """Case studies are marked; the comparison says where each principle is practised."""
    assert "An invented school" in told(tell_page(shelves.resource("secondary-school")))
    assert told(tell_page(shelves.resource("learning-community"))).count("An invented school") == 3
    principles = shelves.resource("comparison").sections[1]
    assert len(principles.points) == 10
    assert all(item.practise for item in principles.points)


def test_the_plan_gathers_ticks_answers_checks_and_agreement(shelves):
    """Everything but what is private; what one person or one pair worded can be left out."""
    guide, check, template = shelves.guide("time"), shelves.resource("four-ways"), shelves.agreement
    notes = noted(
        **{
            guide.way_place(guide.ways[0]): TICKED,
            guide.step_place(guide.ways[0]): "Farida, by May",
            guide.question_place(guide.questions[0]): "my own answer",
            check.query_place(check.queries[0]): "failing",
            template.clause_place(template.clauses[2]): "the four by the window",
            "clip/three-targets/recognised": "a secret",
        }
    )
    whole = told(tell_plan(shelves, Work(notes=notes)))
    bare = told(tell_plan(shelves, Work(notes=notes), answers=False))

    for words in (guide.ways[0].text, "Farida, by May", check.queries[0].choices[0].warning):
        assert words in whole
        assert words in bare
    for own in ("my own answer", "the four by the window"):
        assert own in whole
        assert own not in bare
    assert "a secret" not in whole


def test_an_empty_plan_says_what_to_do(shelves):
    """No headings over nothing."""
    assert "Nothing is ticked yet" in told(tell_plan(shelves, Work()))


def test_the_agreement_covers_what_the_seed_asks(shelves):
    """Who frames the goals, focus, pupils, process, confidentiality, notes, time, boundary, review."""
    template = shelves.agreement
    names = {clause.id for clause in template.clauses}

    assert template.kind is ResourceKind.AGREEMENT
    assert names >= {"goals", "focus", "pupils", "process", "confidentiality", "notes", "time", "boundary", "review"}
    assert all(clause.example for clause in template.clauses)
    assert all(clause.title in told(tell_agreement(template, Work())) for clause in template.clauses)


def test_the_debrief_says_what_of_the_agreement_was_heard(shelves):
    """Said, with the turn; not said, with what was agreed and a way to say it."""
    template = shelves.agreement
    places = {clause.id: template.clause_place(clause) for clause in template.clauses}
    work = Work(notes=noted(**{places["confidentiality"]: "between us", places["time"]: "forty minutes"}))
    spoken = segment(Move.CONTRACT, marks=frozenset({Mark.CONFIDENTIALITY}))
    passages = told(tell_kept(template, work, [line(), hearing(spoken)]))

    assert "What stays between us: spoken of at [1]" in passages
    assert "Time: not heard. You had agreed: forty minutes" in passages
    assert "forty minutes" in told(tell_carried(template, work))
    assert list(tell_kept(template, Work(), [hearing(spoken)])) == []
    assert carried_place("x") != carried_place("y")


def test_an_unsure_mention_is_not_counted():
    """What is not surely heard is not held to have been said."""
    unsure = segment(Move.CONTRACT, marks=frozenset({Mark.TIME}), unsure=True)

    assert spoken_of([Mark.TIME], [hearing(unsure)]) is None


@given(texts=st.lists(st.text(min_size=1), min_size=1, max_size=5), style=st.sampled_from(Style))
def test_typed_words_make_no_markdown_of_their_own(texts, style):
    """A star or hash that was typed is shown, not obeyed; every block is there."""
    written = markdown(Passage(style, text) for text in texts)

    assert written.endswith("\n")
    for text in texts:
        for word in text.split():
            bare = word.translate(str.maketrans({mark: f"\\{mark}" for mark in "\\`*_<>[]#|"}))
            assert bare in written

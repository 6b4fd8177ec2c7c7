"""The words as the ear reads them, and where they were typed."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.corpus import ContextLine, Example, Labelled
from simulator.core.moves import Move
from simulator.core.words import Speaker
from simulator.language.lexicon import load_lexicon
from simulator.language.tidy import Edit, Tidier, edited, usual_words
from simulator.language.training import as_read
from simulator.places import shipped

NLP = spacy.blank("en")
WORDS = ["what", "would", "noticed", "children", "could", "notice", "friday", "behaviour", "tracker"]
TIDIER = Tidier(load_lexicon(shipped("models") / "lexicon", NLP.tokenizer).courtesies, WORDS)


def tidied(text, theirs=()):
    """A text as it is read."""
    return TIDIER.tidy(NLP(text), theirs.__contains__)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("waht have you notcied", "what have you noticed"),
        ("Whatt have you noticeed?", "what have you noticed?"),
        ("the trakcer by firday", "the tracker by friday"),
    ],
)
def test_a_slip_is_put_right(typed, read):
    """One letter lost, doubled or swapped, at the beginning of a sentence too."""
    assert tidied(typed).text == read


@pytest.mark.parametrize(
    "text",
    [
        "What would you do?",
        "the behavour policy and whta",
        "ask Notcie about it",
        "her SENCO said nowt",
        "shouldnt you've rung",
        "mail notcied@school or notcied-ish",
        "wold you",
    ],
    ids=["known", "two slips away or as short", "a name", "capitals", "apostrophes", "joined", "a word all the same"],
)
def test_what_is_no_slip_stays(text):
    """Names, other words and pieces of words are left alone."""
    kept = {"the behavour policy and whta": "the behaviour policy and what"}

    assert tidied(text).text == kept.get(text, text)


def test_another_language_is_not_put_right():
    """So many strange words are no slips."""
    text = "notcied " * 40

    assert tidied(text).text == text


def test_what_somebody_else_said_is_no_slip():
    """A pupil's name in small letters stays the pupil's name."""
    assert tidied("how was notce today").text == "how was notice today"
    assert tidied("how was notce today", ("notce",)).text == "how was notce today"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("With respect, you gabble.", "you gabble."),
        ("um, sorry to butt in, but how did it go?", "how did it go?"),
        ("If you don't mind me asking, and forgive me, why?", "why?"),
        ("can i just say that was hard", "that was hard"),
        ("If I may – ring home today.", "ring home today."),
    ],
)
def test_a_courtesy_in_front_is_read_over(typed, read):
    """Several, or after a filler, too."""
    assert tidied(typed).text == read


@pytest.mark.parametrize(
    "text",
    [
        "If I may suggest something?",
        "With respect to the plan, are you stopping?",
        "Sorry, I cut you off.",
        "May I ask?",
        "With respect.",
        "I'm sorry to hear that, but it sounds hard.",
    ],
)
def test_what_does_something_of_its_own_is_no_courtesy(text):
    """A request, an apology, sympathy, or nothing after it."""
    assert tidied(text).text == text


@given(st.text("ab ", max_size=30), st.data())
def test_places_lead_there_and_back(text, data):
    """Words that no edit touches are found again, whatever was edited around them."""
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    edits = [Edit(a, b, data.draw(st.text("xyz", max_size=4))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    found = edited(text, edits)
    free = [place for place in range(len(text)) if not any(edit.start <= place < edit.end for edit in edits)]

    for place in free:
        start, end = found.read(place, place + 1)
        assert found.text[end - 1 : end] == text[place]
        assert found.typed(end - 1, end)[1] == place + 1
        assert start <= end - 1


def test_a_courtesy_belongs_to_the_words_after_it():
    """The first segment begins where the response does; the others stay where they were typed."""
    typed = "With respect, you gabbled. Waht next?"
    found = tidied(typed)
    next_one = found.text.index("what")

    assert found.typed(0, 4) == (0, typed.index("you") + 4)
    assert found.typed(next_one, len(found.text)) == (typed.index("Waht"), len(typed))


def test_an_example_is_read_with_its_segments():
    """Segments move with the words; the coachee's lines stay as they were."""
    text = "If I may, waht did you do? Ring home."
    second = text.index("Ring")
    example = Example(
        id="x",
        author="a",
        register="typed",
        setting="primary",
        context=(ContextLine(Speaker.COACHEE, "trakcer, waht?"), ContextLine(Speaker.COACH, "notcied the trakcer")),
        response=text,
        segments=(Labelled(0, second - 1, Move.OPEN), Labelled(second, len(text), Move.INSTRUCT)),
    )
    plain = Example(id="y", author="a", register="typed", setting="primary", context=(), response="waht", segments=())
    [read, other] = as_read([example, plain], TIDIER)

    assert [read.text_of(segment) for segment in read.segments] == ["waht did you do?", "Ring home."]
    assert [line.text for line in read.context] == ["trakcer, waht?", "noticed the trakcer"]
    assert other.response == "what"


def test_usual_words_are_real_words_or_many_peoples():
    """A slip made once is not a word; an abbreviation that all use is."""
    said = ["the senco said", "the senco saidd", *["ask the senco"] * 8]

    assert usual_words(said)[:2] == ["senco", "the"]
    assert "saidd" not in usual_words(said)

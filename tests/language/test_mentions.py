"""What words mention, learnt from lines."""

import pickle

import numpy as np
import pytest

from simulator.core.corpus import Mentioning
from simulator.core.words import Kind, Mark, Sign, Speaker
from simulator.errors import InputError
from simulator.files.corpus import load_mentions
from simulator.language.lines import coach_marks, shown
from simulator.language.mentions import MentionClassifier, Words, unseen
from simulator.language.model import load_encoder
from simulator.places import shipped

PATHS = sorted((shipped("models") / "mentions").glob("*.jsonl"))


@pytest.fixture(scope="module")
def lines():
    """All shipped lines."""
    return load_mentions(PATHS)


def test_every_name_has_many_examples_in_several_voices(lines):
    """At least 150 lines of its own each, and of each speaker four voices to hold out."""
    for speaker in Speaker:
        own = [line for line in lines if line.speaker is speaker]
        names = frozenset().union(*(line.names for line in own))

        assert len({line.author for line in own}) >= 4
        assert all(sum(name in line.names for line in own) >= 150 for name in names)
        assert sum(not line.names for line in own) >= 0.2 * len(own)


def test_no_line_is_there_twice(lines):
    """What is learnt from is not what is asked about."""
    assert len({(line.speaker, line.text.lower()) for line in lines}) >= 0.99 * len(lines)


@pytest.mark.parametrize(
    "line", ['{"author": "a"}', '{"author": "a", "speaker": "coach", "before": "", "text": "x", "mentions": ["stuck"]}']
)
def test_a_line_that_is_none_is_refused(tmp_path, line):
    """With the place and where to look; a coach's line has a coach's names."""
    path = tmp_path / "own.jsonl"
    path.write_text(line)

    with pytest.raises(InputError, match=r"own.jsonl:1.*M003.*mentions.schema.json"):
        load_mentions([path])


@pytest.fixture(scope="module")
def taught():
    """A classifier of two names, whose gist says nothing."""
    return MentionClassifier().fit(*few())


def few():
    """Lines and names."""
    nothing = np.zeros(384, dtype=np.float32)
    said = {"when": ["on friday", "by friday then"], "close": ["to finish", "let us finish"], "": ["the hall", "a dog"]}
    pairs = [
        (Words(f"{text} {n}", nothing), frozenset({name} - {""})) for name in said for text in said[name] for n in "abc"
    ]
    return [words for words, _ in pairs], [names for _, names in pairs]


def test_what_was_learnt_is_found(taught):
    """Of lines it knows, all; and a model file's round trip changes nothing."""
    words, names = few()
    again = pickle.loads(pickle.dumps(taught))

    assert taught.predict(words) == names
    assert (again.predict_proba(words) == taught.predict_proba(words)).all()
    assert taught.predict([]) == []


def test_the_words_before_decide_where_the_words_do_not():
    """The same answer is what was asked for; where nothing was asked, it is what it usually is."""
    when, who = (np.eye(1, 384, place, dtype=np.float32)[0] for place in (0, 1))
    nothing = np.zeros(384, dtype=np.float32)
    lines = [Words(f"after lunch {n}", nothing, before) for n in "abcd" for before in (when, who)]
    taught = MentionClassifier().fit(lines, [frozenset({"when"}), frozenset({"support"})] * 4)
    chances = taught.predict_proba([Words("after lunch", nothing)])

    assert taught.predict([Words("after lunch", nothing, when), Words("after lunch", nothing, who)]) == [
        frozenset({"when"}),
        frozenset({"support"}),
    ]
    assert chances[0, 0] == pytest.approx(chances[0, 1], abs=0.01)


def test_a_held_out_voice_is_not_learnt_from():
    """A name that only one voice uses is never found in its own lines."""
    said = {
        "a": [("goal", "I want calm"), ("when", "on Friday")],
        "b": [("goal", "I want quiet"), ("stuck", "no idea")],
        "c": [("goal", "I want peace"), ("when", "on Monday")],
    }
    lines = [
        Mentioning(voice, Speaker.COACHEE, "", f"{text} {number}", frozenset({name}))
        for voice, pairs in said.items()
        for name, text in pairs
        for number in ("now", "then", "today")
    ]

    found = unseen(lines, load_encoder(shipped("models")))

    assert all("stuck" not in names for line, names in zip(lines, found, strict=True) if line.author == "b")
    assert all("goal" in names for line, names in zip(lines, found, strict=True) if "goal" in line.names)


def test_names_become_kinds_signs_and_marks():
    """Every name means something to the scores."""
    scores = np.zeros(len(Kind) + len(Sign), dtype=np.float32) - 9
    one = shown("Yes, but", scores, frozenset({"push-back", "feeling", "when", "goal"}))

    assert Kind.RESERVATION in one.kinds
    assert one.signs == {Sign.FEELS, Sign.GOAL}
    assert one.marks == {Mark.WHEN, Mark.GOAL, Mark.FEELING}
    assert coach_marks(["asks-when", "role"]) == {Mark.WHEN, Mark.ROLE}


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("Which day will you try it?", Mark.WHEN),
        ("Nothing you say here goes any further.", Mark.CONFIDENTIALITY),
        ("What have you seen them do in their books?", Mark.EVIDENCE),
        ("Who could back you up with this?", Mark.SUPPORT),
    ],
)
def test_the_shipped_ear_hears_what_a_coach_asks(listener, words, mark):
    """In words that no list holds."""
    [segment] = listener.hear(words, (), ()).segments

    assert mark in segment.marks


@pytest.mark.parametrize(
    "said", ["The bell. It always goes too early.", "Cover. I never know.", "Probably the parents."]
)
def test_the_shipped_ear_hears_an_answer_as_one(listener, said):
    """What a coachee's line mentions hangs on the coach's words before it."""
    assert Mark.OBSTACLE in listener.hear_line(said, "What might get in the way?").marks
    assert Mark.OBSTACLE not in listener.hear_line(said, "Tell me about the children.").marks


def test_of_two_segments_one_has_the_mark(listener):
    """What is asked about belongs to the question, not to what was said before it."""
    segments = listener.hear(
        "It sounds as if they frighten you. What time on Monday will you ring her?", (), ()
    ).segments

    assert [Mark.WHEN in segment.marks for segment in segments] == [False, True]

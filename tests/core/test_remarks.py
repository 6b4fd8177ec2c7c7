"""What a coach adds: their own view, disputed labels, other words at a turn."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.branch import tell_difference, tell_turn, what_if
from simulator.core.debrief import debrief
from simulator.core.disputed import examples
from simulator.core.moves import Move
from simulator.core.passage import Part, Style
from simulator.core.play import begin, speak
from simulator.core.record import Kept, KeptTurn, Wording, reply_ids
from simulator.core.remarks import CANT_SAY, NEVER_SCORED, Dispute, Origin, OwnView, Remarks
from simulator.core.telling import sections, summary
from simulator.files.corpus import corpus_line, load_corpus
from tests.core.test_score import BAD, GOOD
from tests.talk import Always, hearing, line, segment


def told(conversation, rubric, remarks):
    """The sections of a debrief by what they are about."""
    found = debrief(conversation, rubric)
    return {section.part: section.passages for section in sections(found, rubric, None, remarks)}


def test_an_own_view_stands_beside_the_score(rubric):
    """First of all, by dimension, and what would be changed; what could not be said differs from what was left."""
    found = debrief(GOOD, rubric)
    level = found.scored.dimensions["trust"].level.value
    view = OwnView({"trust": int(level), "listening": 1, "questioning": CANT_SAY}, "Leave more silence.", is_done=True)
    [section, *_] = sections(found, rubric, None, Remarks(view))
    lines = {passage.lead: passage.text for passage in section.passages}

    assert section.part is Part.OWN_VIEW
    assert len(lines) == 9
    assert lines["Trust and non-judgement"].startswith(f"Trust and non-judgement: you said {level:g}; scored {level:g}")
    assert lines["Trust and non-judgement"].endswith(", the same")
    assert "lower" in lines["Listening"] or "within that range" in lines["Listening"]
    assert "you could not say" in lines["Questioning"]
    assert "you did not say" in lines["Action and follow-through"]
    assert lines["The one thing you would change"].endswith("Leave more silence.")


@pytest.mark.parametrize("view", [OwnView(), OwnView(is_done=True), OwnView({"trust": CANT_SAY})])
def test_a_skipped_view_is_not_shown(view, rubric):
    """Nothing stands where nothing was said."""
    assert Part.OWN_VIEW not in told(GOOD, rubric, Remarks(view))


def test_a_dispute_stands_beside_its_label_and_in_a_list(rubric):
    """The third response is disputed: at its turn, and at the end with what was heard."""
    remarks = Remarks(disputes=(Dispute(2, 0, Move.SUGGEST, "They had asked me to."),))
    found = told(BAD, rubric, remarks)
    talk = found[Part.CONVERSATION]
    [place] = [number for number, passage in enumerate(talk) if passage.style is Style.DISPUTE]
    heard = [passage for passage in talk[:place] if passage.hearing][-1]
    listed, note = found[Part.DISPUTES]

    assert talk[place].text == "You dispute this: > offering: suggest. They had asked me to."
    assert talk[place - 1].style is Style.NOTE
    assert listed.turn == heard.turn
    assert "You say > offering: suggest. They had asked me to." in listed.text
    assert note.text == NEVER_SCORED


@given(
    st.lists(
        st.builds(Dispute, st.integers(0, 30), st.integers(0, 3), st.sampled_from(Move), st.text(max_size=5)),
        max_size=9,
    )
)
def test_one_label_has_one_dispute_and_the_last_one_counts(disputes):
    """However often one changes one's mind."""
    remarks = Remarks()
    for dispute in disputes:
        remarks = remarks.disputing(dispute)
    last = {(dispute.turn, dispute.segment): dispute for dispute in disputes}

    assert {(one.turn, one.segment): one for one in remarks.disputes} == last
    assert len(remarks.disputes) == len(last)
    assert all(one.turn < 7 for one in remarks.before(7).disputes)


@pytest.mark.parametrize(
    ("turns", "said"),
    [(0, "This is session 4 begun again."), (1, "its first coach turn was"), (3, "its first 3 coach turns were")],
)
def test_a_session_that_went_on_from_another_says_so(turns, said, rubric):
    """So that nobody takes its first turns for new ones."""
    assert said in list(summary(debrief(GOOD, rubric), rubric, Remarks(origin=Origin(4, turns))))[-1].text


@pytest.mark.parametrize(
    ("conversation", "said"),
    [
        ((), "The coach said nothing, so there is nothing to score."),
        ((line(), line()), "The coach said nothing, so there is nothing to score."),
        ((hearing(Move.OPEN),), "Too little was said to score: 1 coach turn could be heard surely."),
        ((hearing(segment(Move.WARN, unsure=True)),), "The one coach turn was not heard surely"),
        ((hearing(segment(Move.WARN, unsure=True)), line()) * 9, "None of the 9 coach turns was heard surely"),
    ],
)
def test_a_debrief_of_next_to_nothing_is_honest(conversation, said, rubric):
    """No score, no level, no point to take away; every turn is still shown."""
    found = debrief(conversation, rubric)
    parts = {section.part: section.passages for section in sections(found, rubric)}

    assert said in next(summary(found, rubric)).text
    assert found.scored.overall.value is None
    assert Part.POINTS not in parts
    assert Part.NUMBERS not in parts
    assert len([one for one in parts.get(Part.CONVERSATION, ()) if one.turn is not None]) == len(conversation)


@pytest.fixture
def session(scenario):
    """Three turns of one kind."""
    played = begin(scenario, 5, Always(Move.OPEN))
    for words in ("one", "two", "three"):
        played = speak(played, words, Always(Move.OPEN))
    return played


def test_other_words_are_answered_as_they_would_have_been(session):
    """The same words get the same answer, a judgement another standing; the session stays as it is."""
    before = session.turns
    same, harsh = what_if(session, 1, "two", Always(Move.OPEN)), what_if(session, 1, "no", Always(Move.CRITICISE))

    assert same.now == session.turns[1]
    assert harsh.now.mind.state.trust < session.turns[1].mind.state.trust
    assert harsh.session.turns[:1] == session.turns[:1]
    assert session.turns is before
    assert tell_difference(same).text == "The coachee would stand the same after either."
    assert "trust" in tell_difference(harsh).text
    assert next(passage.text for passage in tell_turn(harsh.now)) == "no"


def test_the_last_words_of_an_ended_session_can_be_said_otherwise(session):
    """A session that is over is over on the record, not in what might have been."""
    assert what_if(session.finished(), 2, "other", Always(Move.OPEN)).session.turns[:2] == session.turns[:2]


def kept_of(session, disputes):
    """A session as recorded."""
    return Kept(
        key=9,
        wording=Wording("being-watched", session.scenario.hash, ""),
        seed=session.seed,
        model_hash="always",
        began="",
        opening_heard=session.opening_heard,
        turns=tuple(KeptTurn(turn.hearing, reply_ids(turn), turn.heard) for turn in session.turns),
        ending=None,
        draft="",
        remarks=Remarks(disputes=disputes),
    )


def test_disputed_labels_are_examples_that_can_be_learnt_from(session, tmp_path):
    """In the corpus's own form: the coach's label, what was said before, the setting; read back the same."""
    kept = kept_of(session, (Dispute(1, 0, Move.REFLECT_SIMPLE, "I gave it back."), Dispute(7, 0, Move.WARN)))
    found = tuple(examples(kept, session, "a coach"))
    path = tmp_path / "disputes.jsonl"
    path.write_text("".join(f"{corpus_line(one)}\n" for one in found), encoding="utf-8")
    [example] = found

    assert load_corpus([path]) == found
    assert example.segments[0].move is Move.REFLECT_SIMPLE
    assert (example.author, example.setting, example.response) == ("a coach", "primary", "two")
    assert [said.text for said in example.context] == [said.text for said in session.rewound(1).context()]
    assert json.loads(corpus_line(example))["segments"][0]["family"] == "listening"

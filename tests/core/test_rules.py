"""The codebook's context rules, one case on each side of each border."""

from simulator.core.hearing import Calibration, HeardResponse, HeardSegment
from simulator.core.moves import Family, Move
from simulator.core.rules import best_move, settle
from simulator.core.words import Kind, Mark, Sign
from tests.talk import hearing, line


def heard(*moves, threshold=0.0, rules=None, **facts):
    """A response the listener is certain of."""
    segments = tuple(
        HeardSegment(start=0, end=5, text="words", probabilities={move: 0.9, Move.OTHER: 0.1}, **facts)
        for move in moves
    )
    return HeardResponse(text="words", segments=segments, calibration=Calibration(threshold, rules or {}))


def settled(response, *history):
    """The moves after the rules."""
    return [segment.move for segment in settle(response, history).segments]


def test_the_family_is_chosen_before_the_move():
    """Three half-likely questions outweigh one likelier reflection."""
    chances = {Move.OPEN: 0.2, Move.PROBE: 0.25, Move.FUTURE: 0.15, Move.REFLECT_SIMPLE: 0.4}

    assert best_move(chances) is Move.PROBE


def test_rule_4_their_own_idea_is_explored():
    """A suggestion in question form is a probe when the idea is the coachee's."""
    words = frozenset({"cold", "call"})
    theirs = line(Kind.IDEA, lemmas=words)

    assert settled(heard(Move.LEADING, lemmas=words), theirs) == [Move.PROBE]
    assert settled(heard(Move.LEADING, lemmas=words), line()) == [Move.LEADING]


def test_rule_5_permission_makes_a_suggestion():
    """After a yes to a question an idea is a suggestion; otherwise it stays advice."""
    asked = hearing(Move.ASK_PERMISSION)

    assert settled(heard(Move.ADVISE), asked, line(signs=[Sign.GRANTS])) == [Move.SUGGEST]
    assert settled(heard(Move.ADVISE), line(signs=[Sign.GRANTS])) == [Move.ADVISE]
    assert settled(heard(Move.ADVISE), asked, line()) == [Move.ADVISE]


def test_rule_5_a_refusal_is_a_refusal():
    """Going on after a no is advice."""
    asked = hearing(Move.ASK_PERMISSION)

    assert settled(heard(Move.SUGGEST), asked, line(signs=[Sign.REFUSES])) == [Move.ADVISE]


def test_rule_5_permission_must_be_waited_for():
    """An ask answered by its own speaker is labelled with what follows."""
    assert settled(heard(Move.ASK_PERMISSION, Move.ADVISE)) == [Move.ADVISE, Move.ADVISE]
    assert settled(heard(Move.ASK_PERMISSION)) == [Move.ASK_PERMISSION]


def test_rule_16_their_own_action_is_summed_up():
    """The coachee's plan said back is a summary; the coach's plan decides for them."""
    words = frozenset({"seat", "friday"})
    theirs = line(Kind.COMMITMENT, lemmas=words)

    assert settled(heard(Move.SOLVE, lemmas=words), theirs, line()) == [Move.SUMMARISE]
    assert settled(heard(Move.SOLVE, lemmas=words), line()) == [Move.SOLVE]


def test_rule_17_a_duty_to_protect_is_a_boundary():
    """A plain order is not held against the coach where somebody may come to harm."""
    danger = line(marks=[Mark.SAFETY])

    assert settled(heard(Move.INSTRUCT), danger) == [Move.BOUNDARY]
    assert settled(heard(Move.INSTRUCT), line()) == [Move.INSTRUCT]
    assert settled(heard(Move.CRITICISE), danger) == [Move.CRITICISE]


def test_a_rule_says_its_number_and_its_measured_reliability():
    """The confidence of a rule's label is how often that rule was right."""
    [segment] = settle(heard(Move.INSTRUCT, rules={17: 0.8}), [line(marks=[Mark.SAFETY])]).segments

    assert segment.rule == 17
    assert segment.confidence == 0.8
    assert "rule 17" in segment.why


def test_every_label_names_the_rule_to_read():
    """Where no rule decided, the one that draws the move's border is named."""
    [segment] = settle(heard(Move.GRADE), ()).segments

    assert segment.rule is None
    assert segment.why == "This passes a verdict, praise included (see rule 6, praise)."


def test_below_the_threshold_a_label_is_unsure():
    """Honesty costs a label."""
    assert settle(heard(Move.OPEN, threshold=0.95), ()).unsure
    assert not settle(heard(Move.OPEN, threshold=0.85), ()).unsure


def test_a_harsh_label_must_be_surer():
    """The same confidence is enough for a question and not for a judgement."""
    for move, is_unsure in ((Move.OPEN, False), (Move.CRITICISE, True), (Move.GRADE, False)):
        segment = HeardSegment(start=0, end=5, text="words", probabilities={move: 0.85, Move.OTHER: 0.15})
        response = HeardResponse(text="words", segments=(segment,), calibration=Calibration(0.5, {}, 0.9))
        assert settle(response, ()).unsure is is_unsure


def test_uptake_and_unfounded_words_are_measured():
    """What the coachee said is known; what they did not say is the coach's own."""
    response = heard(Move.REFLECT_COMPLEX, lemmas=frozenset({"lesson", "jubilant"}), feelings=frozenset({"jubilant"}))
    [segment] = settle(response, [line(lemmas=["lesson"])]).segments

    assert segment.shared
    assert segment.repeats == 0.5
    assert segment.unfounded == ("jubilant",)


def test_two_questions_at_once_are_stacked():
    """Leading questions count as questions here."""
    assert settle(heard(Move.OPEN, Move.LEADING), ()).stacked
    assert not settle(heard(Move.OPEN, Move.AFFIRM), ()).stacked


def test_families_follow_moves():
    """A settled segment's family is its move's."""
    assert settle(heard(Move.WARN), ()).primary is Family.JUDGEMENTAL

"""Names replaced in a transcript."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.core.annotation import runs
from simulator.core.hearing import Cue, HeardLine
from simulator.core.moves import Move
from simulator.core.play import hear_transcript
from simulator.core.score import score
from simulator.files.transcript import load_transcript, read_transcript
from simulator.files.transcripts.redact import redact
from simulator.files.transcripts.redactor import Redactor
from tests.core.test_score import GOOD
from tests.talk import Always, hearing, segment

LINES = (
    "Priya Shah (coach): Thanks, Kezia. So zubair was late again, and Mrs Shah rang?",
    "Kezia: Zubair's mum, yes. She's at Oakfield now: 07700 900123, or a.shah@school.org.uk. Priya, I am stuck.",
)
SECRETS = ("Priya", "ubair", "Oakfield", "Kezia", "Shah", "shah", "07700", "school.org")


def test_names_are_replaced_wherever_they_stand(tmp_path):
    """Called, told of, with a title, of schools, in lower case; and ways to reach somebody."""
    path = tmp_path / "talk.txt"
    path.write_text("\n".join(LINES), encoding="utf-8")
    heard = hear_transcript(load_transcript(path), Always())
    coach, coachee = redact(heard, read_transcript(path).speakers)

    assert coach.text == "Thanks, Name1. So Name2 was late again, and Mrs Name3 rang?"
    assert coachee.text == "Name2's mum, yes. She's at Name4 now: Contact1, or Contact2. Name5, I am stuck."


def test_ordinary_words_are_no_names():
    """Days, months, schools' own words, contractions and words that are names elsewhere stay."""
    said = "I’ve a GCSE group on Monday in May. Will it rain? Mark it, Ofsted wants Maths. HMM, don’t. D'you? Her book."

    assert Redactor(["Priya", "Head of Year"]).redacted(said) == said


@pytest.mark.parametrize(
    ("said", "redacted"),
    [
        ("I asked Will to mark it, and Grace.", "I asked Name1 to mark it, and Name2."),
        ("Anna Smith rang. I mean Smith, not Anna.", "Name1 rang. I mean Name1, not Name1."),
        ("Ask Anna Monday, SEND said.", "Ask Name1 Monday, SEND said."),
        ("Tom Smith and Anna Smith", "Name1 and Name2"),
        ("Miss O’Neill’s and Jean-Luc’d", "Miss Name1’s and Name2’d"),
        ("Siân, Łukasz; zoë? ZAYN!", "Name1, Name2; zoë? Name3!"),
        ("Call +44 7700 900 123 on 12/05/2025 for 30 000", "Call Contact1 on 12/05/2025 for 30 000"),
        ("D'Souza, D’Souza’s, D’SOUZA", "Name1, Name1’s, Name1"),
        ("The D'Souzas rang. Mrs D’Souza did", "The Name1 rang. Mrs Name1 did"),
        (
            "Hope's right. WILL! Will said no. I asked Hope and Will.",
            "Name1's right. Name2! Name2 said no. I asked Name1 and Name2.",
        ),
        ("I asked Will. will you? I will.", "I asked Name1. will you? I will."),
        ("Smith rang. Will Smith came. I asked Will.", "Name1 rang. Name1 came. I asked Name1."),
        ("Thanks Anna How was it? How so?", "Thanks Name1 How was it? How so?"),
        (
            "mrs brown's class, mr smith, Mr.Smith. Brown's right",
            "mrs Name1's class, mr Name2, Mr.Name2. Name1's right",
        ),
        ("mr and mrs green, dr. jones", "mr and mrs Name1, dr. Name2"),
        ("Sarah van der Berg. Berg left, van der Berg too", "Name1. Name1 left, Name1 too"),
        ("al-Hassan, Al Hassan, van-Berg, the van der berg one", "Name1, Name1, Name2, the Name2 one"),
        ("I met de la Cruz, bin Laden and Ana de la Cruz", "I met Name1, Name2 and Name3"),
        ("O'Neill and O’Neill; Sarah O'Neill", "Name1 and Name1; Name2"),
        ("T. Smith and Smith. J. B. Priestley, J.B. Priestley", "Name1 and Name1. Name2, Name2"),
        ("Kyle B, T Okonkwo and Mr T", "Name1, Name2 and Mr Name3"),
        ("St Bede's, St. Mary's, St Thomas More, st bede's. Bede's is", "Name1's, Name2's, Name3, Name1's. Name1's is"),
        ("Bob and bob, Kyle and the Kyles, kyles", "Name1 and Name1, Name2 and the Name2, Name2"),
        ("Mrs Brown and the Browns; browns and greens", "Mrs Name1 and the Name1; browns and greens"),
        ("Ask Hope. Hopes were high. Hope was", "Ask Name1. Hopes were high. Name1 was"),
        ("", ""),
    ],
)
def test_each_kind_of_name_has_its_placeholder(said, redacted):
    """The same one each time, in whatever form: apostrophes, plurals, titles, particles, initials, saints."""
    [turn] = redact([HeardLine(text=said)], [])

    assert turn.text == redacted


CONTACTS = (
    "https://school.sch.uk/staff/hope-dsouza",
    "www.oakfield.org",
    "twitter.com/sarahoneill",
    "youtu.be/sarahoneill",
    "oakfield.sch.uk",
    "@sarahoneill",
    "LS6 2AB",
    "sw1a1aa",
    "0113.496.0123",
    "(0113) 496 0123",
    "+44 (0)113 496 0123",
    "(+44) 7700 900123",
    "0 7 7 0 0 9 0 0 1 2 3",
    "hope dot dsouza at gmail dot com",
    "hope_dsouza at gmail.com",
    "hope.o'neill+work@school.org.uk",
    "hope @ school.org.uk",
)


@pytest.mark.parametrize("contact", CONTACTS)
@pytest.mark.parametrize("around", ["{}", "Try: {}.", "it was ({}), wasn't it", "“{}”", "{}? {}!"])
def test_every_way_to_reach_somebody_is_replaced_whole(contact, around):
    """Nothing of it is left, nor is a mark around it taken or left over."""
    assert Redactor([]).redacted(around.replace("{}", contact)) == around.replace("{}", "Contact1")


def test_a_number_is_the_same_however_it_is_set_out():
    """Dots, brackets and spaces say nothing; two numbers side by side are two."""
    said = "0113.496.0123, (0113) 496 0123 (01134960123) or 0113 496 0124"

    assert Redactor([]).redacted(said) == "Contact1, Contact1 (Contact1) or Contact2"


@pytest.mark.parametrize(
    "said",
    [
        "At 10:30, 4.30 or 09.30 10.30 11.30 12.30; meet @ 4.30 or @4pm.",
        "Scores 3.5 4.2 5.1 6.0 7.2 and 0.5 0.75 0.25 0.125, or 10 20 30 40 50 60.",
        "In 2024-25, 2022-23 2023-24 2024-25, 2019 2020 2021 2022 and 12.05.2024.",
        "In KS2 3rd, y7 3rd set, 7B 2 of 30; e.g. this... and that.Then they stop.",
        "Put a dot at the dot plot, at the dot and at home. An and/or choice.",
        "Plan B. Lessons start. I got a B. Maths was hard. So do I. Students like P.E. Lessons.",
        "I miss brown bread. In 1st place, the van and the bin, ad-hoc.",
    ],
)
def test_times_scores_years_and_letters_that_count_stay(said):
    """They are neither contacts nor names."""
    assert Redactor([]).redacted(said) == said


def test_a_speaker_is_known_from_the_start():
    """In capitals and at the start of a sentence; what they are called by otherwise is no name."""
    said = "Will it be WILL? Me too, of course. Of the Year 9 TA, Mr. D’Souza's."

    assert (
        Redactor(["Mr Will D'Souza", "Me", "Head of Year", "TA"]).redacted(said)
        == "Name1 it be Name1? Me too, of course. Of the Year 9 TA, Mr. Name2's."
    )


def test_a_reason_does_not_quote_a_name_in_lower_case():
    """Where the name is a word, only its cue says that it is one."""
    text = "I asked Hope. I hope so."
    cues = (Cue(8, 12, "'hope' speaks for this here"), Cue(16, 20, "'hope' does"))
    [found] = redact([hearing(stretch(text, 0, len(text), cues=cues), text=text)], [])

    assert [cue.why for cue in found.segments[0].cues] == ["'Name1' speaks for this here", "'hope' does"]


def stretch(text, start, end, **facts):
    """A segment of a text."""
    return replace(segment(Move.OPEN, text[start:end], **facts), start=start, end=end)


def test_segments_and_cues_move_with_their_words():
    """Longer and shorter names before and inside them; reasons that quote a name lose it too."""
    text = "Thanks, Jo. Konstantin said so? Ring Jo."
    spans = ((0, 11), (12, 31), (32, 40))
    cues = ((Cue(0, 6, "'thanks' does"),), (Cue(14, 27, "'konstantin said' does"),), (Cue(37, 39, "'jo' does"),))
    parts = zip(spans, cues, strict=True)
    segments = [stretch(text, *span, cues=one, why="Jo asks") for span, one in parts]
    [found] = redact([hearing(*segments, text=text)], ["Konstantin"])

    assert found.text == "Thanks, Name1. Name2 said so? Ring Name1."
    assert [one.text for one in found.segments] == ["Thanks, Name1.", "Name2 said so?", "Ring Name1."]
    assert all(found.text[one.start : one.end] == one.text for one in found.segments)
    assert [found.text[cue.start : cue.end] for one in found.segments for cue in one.cues] == [
        "Thanks",
        "Name2 said",
        "Name1",
    ]
    assert "Konstantin" not in str(found.segments).title()
    assert "Jo " not in str(found.segments).title()


def test_what_is_scored_stays_the_same(rubric):
    """Only what is shown changes."""
    assert score(redact(GOOD, ["Anna"]), rubric) == score(GOOD, rubric)


WORDS = st.lists(st.sampled_from(["Anna", "Smith", "will", "Will", "rang", "and", "Kezia’s", "a@b.co", ".", ",", "I"]))


@given(words=WORDS, places=st.lists(st.integers(0, 80), min_size=2, max_size=8))
def test_whatever_is_marked_stays_inside_the_text(words, places):
    """Segments in order stay in order, cover no less, and hold no name."""
    text = " ".join(words)
    edges = sorted(min(place, len(text)) for place in places)
    spans = zip(edges[::2], edges[1::2], strict=False)
    before = hearing(*[stretch(text, *span) for span in spans], text=text)
    [after] = redact([before], [])

    assert "Anna" not in after.text
    assert "Kezia" not in after.text
    assert "".join(run.text for run in runs(after)) == after.text
    assert all(0 <= one.start <= one.end <= len(after.text) for one in after.segments)
    assert all(after.text[one.start : one.end] == one.text for one in after.segments)


@given(st.text(), st.lists(st.text(), max_size=2))
def test_any_text_can_be_redacted(text, speakers):
    """And is the same when redacted again."""
    once = Redactor(speakers).redacted(text)

    assert Redactor([]).redacted(once).count("Name") >= once.count("Name") - text.count("Name")

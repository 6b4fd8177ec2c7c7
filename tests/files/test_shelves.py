"""Theme and resource files, the week's CSV, and printed files: good ones work, bad ones say where and what."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from simulator.cli.library import library
from simulator.core.library import left_out
from simulator.core.pairs import Pair
from simulator.core.telling import Passage, Style
from simulator.core.week import PeriodKind, Slot
from simulator.core.words import Mark
from simulator.errors import InputError
from simulator.files.printing import write
from simulator.files.resource import load_resource
from simulator.files.scenario import scenario_paths
from simulator.files.schema import validator
from simulator.files.theme import load_theme
from simulator.files.unused import typed_path, unused
from simulator.files.week import kind_named, load_week
from simulator.places import shipped

SHELF = shipped("scenarios")
TRUST = (SHELF / "themes" / "trust.yaml").read_text(encoding="utf-8")
PAGE = (SHELF / "resources" / "timetabling.yaml").read_text(encoding="utf-8")
WEEK = Path("tests/files/weeks/week.csv")
PASSAGES = [Passage(style, f"{style} “Gŵyr” * # –") for style in Style]


def refused(load, path, text):
    """The findings of a file with this text."""
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(path)
    return [str(finding) for finding in caught.value.findings]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("order: 6\n", "", "T103 the file has no 'order'"),
        ("short: Trust", "short: Trust and much more than fits", "T103"),
        ("  - id: watched", "  - id: matters", "T105 'matters' stands twice"),
        ("resources: [agreement", "resources: [agreement-form", "T106 there is no resource called 'agreement-form'"),
        ("reading:\n", "reading: [\n", "T102"),
    ],
)
def test_a_mistake_in_a_theme_is_found(tmp_path, old, new, expected):
    """Code, place and the word that was typed."""
    assert old in TRUST
    found = refused(load_theme, tmp_path / "trust.yaml", TRUST.replace(old, new, 1))

    assert any(expected in one for one in found)
    assert all(re.search(r"trust\.yaml:\d+:\d+: T", one) for one in found)


def test_a_theme_of_another_name_is_refused(tmp_path):
    """There are six."""
    found = refused(load_theme, tmp_path / "money.yaml", TRUST)

    assert any("T104 there is no theme called 'money'" in one for one in found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kind: page", "kind: poem", "T113 kind is 'poem'"),
        ("kind: page", "kind: review", "T113 the file has no 'queries'"),
        ('["A", "They talk", "40 minutes", "protected period"]', '["A", "They talk"]', "T115 has 2 cells, not 4"),
    ],
)
def test_a_mistake_in_a_resource_is_found(tmp_path, old, new, expected):
    """Code, place and the word that was typed."""
    assert old in PAGE
    assert any(expected in one for one in refused(load_resource, tmp_path / "page.yaml", PAGE.replace(old, new, 1)))


def test_marks_in_the_schema_are_the_marks_in_the_code():
    """The lists agree."""
    clause = validator("scenarios", "resource").schema["$defs"]["clause"]["properties"]

    assert set(clause["marks"]["items"]["enum"]) == set(Mark)


def test_every_scenario_a_page_sends_to_exists(shelves):
    """No practice is promised that isn't there."""
    sent = re.findall(
        r"coach practise ([a-z-]+)", "\n".join(p.read_text("utf-8") for p in SHELF.glob("resources/*.yaml"))
    )
    watched = re.findall(
        r"coach watch ([a-z-]+)", "\n".join(p.read_text("utf-8") for p in SHELF.glob("resources/*.yaml"))
    )

    assert sent
    assert set(sent) <= set(scenario_paths())
    assert set(watched) <= {clip.slug for clip in shelves.clips}


def test_a_damaged_file_is_left_out_and_the_rest_is_there(empty_home):
    """One's own broken theme hides nothing else, and is named."""
    own = empty_home / "scenarios" / "themes"
    own.mkdir(parents=True)
    (own / "trust.yaml").write_text("title: [", encoding="utf-8")
    library.cache_clear()
    try:
        assert [guide.theme for guide in library().guides] == ["skills", "understanding", "time", "culture", "focus"]
        assert "trust.yaml. See: coach scenario check" in left_out(library())
    finally:
        library.cache_clear()


def test_a_week_is_read():
    """People, periods, pairs and managers, however the kind is spelt."""
    week = load_week(WEEK)

    assert week.kinds["Beth"][Slot("Thu", "5")] is PeriodKind.COVERED
    assert Pair("Nadia", "Beth", "Nadia") in week.pairs
    assert Pair("Nadya", "Yusuf", "") in week.pairs
    assert PeriodKind.LUNCH not in week.used
    assert load_week(WEEK, [PeriodKind.LUNCH]).used[-1] is PeriodKind.LUNCH
    assert kind_named("After_School") is PeriodKind.AFTER_SCHOOL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ":1:1: W002 is empty"),
        ("person,day,period\nA,Mon,1\n", ":1:1: W002 has no column 'kind'"),
        ("person,day,period,kind\nA,,1,lunch\n", ":2:2: W003 has no day in row 2"),
        ("person,day,period,kind\nA,Mon,1,lunch\nA,Mon,2,meeting\n", ":3:4: W004 kind is 'meeting' in row 3"),
        ("person;day;period;kind\nA;Mon;1;lunch\nA;Mon;1;lunch\n", ":3:3: W005 A has Mon 1 in row 3 and in row 2"),
        ("person,day,period,kind\nA,Mon,1,lunch\n", ":0:0: W006 names no coach"),
        ('person,day,period,kind\n"A,Mon,1,lunch\n', ":2:1: W001 is not CSV in row 2: unexpected end of data"),
        ("A,Mon,1,lunch\n", ":1:1: W002 has no column 'person'"),
        ("person,day,coach\n", "W002 has no column 'period' (begin the file with: person,day,period,kind,coach) "),
        ("\n \n,,\n", ":1:1: W002 is empty"),
        ("person,day,period,kind,coach\nA,Mon,1,lunch,\n", ":0:0: W006 names no coach"),
        ("person,day,period,kind,coach\nA,Mon,1,lunch,a \n", ":2:5: W007 A is down to coach themselves in row 2"),
        ("person,day,period,kind,coach\nLovell, T,Mon,1,lunch,B\n", ":2:6: W008 row 2 has more cells"),
        ("person,day,period,kind,coach\nA,Mon\n", ":2:4: W003 has no kind in row 2"),
        ("person,day,period,kind\nA,Mon,1,lunch\na,monday,1,covered\n", ":3:3: W005 A has Mon 1 in row 3 and in row 2"),
    ],
)
def test_a_bad_week_names_row_and_column(tmp_path, text, expected):
    """Never a traceback."""
    assert expected in " ".join(refused(load_week, tmp_path / "week.csv", text))


ROWS = [["person", "day", "period", "kind", "coach"], ["Solène", "Mon", "P1", "covered", "Lovell, T"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("first", ["", "sep"])
def test_a_week_is_read_as_any_spreadsheet_saves_it(tmp_path, encoding, delimiter, ending, first):
    """Excel's encodings, separators, quotes and first line; a name may have a comma in it."""
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in ROWS]
    text = ending.join([f"sep={delimiter}"] * bool(first) + lines) + ending
    path = tmp_path / "week.csv"
    path.write_bytes(text.encode(encoding))

    assert load_week(path).pairs == (Pair("Lovell, T", "Solène"),)


def test_capitals_spaces_and_short_days_make_no_second_person_or_day(tmp_path):
    """As long as a person can tell that they are the same; a person called Mo is no Monday."""
    path = tmp_path / "week.csv"
    path.write_text(
        "Person , DAY,Period,Kind,Coach\nbeth  jones,Monday,P1,covered,Mo\nMO,mon,p1,protected,\nMo,Tue,P1,lunch,\n",
        encoding="utf-8",
    )
    week = load_week(path)

    assert week.pairs == (Pair("Mo", "beth jones"),)
    assert week.slots == [Slot("Monday", "P1"), Slot("Tue", "P1")]
    assert list(week.common(week.pairs[0])) == [Slot("Monday", "P1")]


def test_the_example_week_can_be_planned():
    """Some can meet and some can't, so that both are seen."""
    week = load_week(SHELF / "template" / "week.csv")

    assert len(week.pairs) == 4
    assert sum(bool(week.common(pair)) for pair in week.pairs) == 3


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=80, deadline=None)
def test_any_text_is_a_week_or_a_finding(tmp_path_factory, text):
    """Whatever is in the file."""
    path = tmp_path_factory.mktemp("week") / "week.csv"
    path.write_bytes(f"person,day,period,kind,coach\n{text}".encode())
    try:
        load_week(path)
    except InputError as error:
        assert all(finding.code.startswith("W") for finding in error.findings)


@pytest.mark.parametrize(("suffix", "magic"), [(".md", b"#"), (".docx", b"PK"), (".pdf", b"%PDF")])
def test_a_page_is_written_as_what_its_name_ends_in(tmp_path, suffix, magic):
    """Markdown, Word and PDF, with every style of passage."""
    path = tmp_path / f"plan{suffix}"
    write(PASSAGES, path)

    assert magic in path.read_bytes()[:200]


def test_a_word_file_holds_the_words(tmp_path):
    """Read back with the library that Word files are read with."""
    from docx import Document  # noqa: PLC0415 - slow to load

    path = tmp_path / "plan.docx"
    write([*PASSAGES, Passage(Style.TEXT, "a\x00b\x0bc")], path)
    words = [paragraph.text for paragraph in Document(str(path)).paragraphs]

    assert words == [*(passage.text for passage in PASSAGES), "abc"]


def test_a_pdf_holds_the_words(tmp_path):
    """As text that can be selected, with letters beyond the western ones, lines kept, and nothing read as markup."""
    path = tmp_path / "plan.pdf"
    write([*PASSAGES, Passage(Style.TEXT, "*Tŷ* #let\n“café” …")], path)
    words = " ".join(page.extract_text() for page in PdfReader(path).pages)

    assert PdfReader(path).trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert all(passage.text.split("\n")[0] in words for passage in PASSAGES)
    assert "*Tŷ* #let\n“café” …" in words


def test_nothing_is_written_over(tmp_path):
    """The next free name is found; a name that cannot be is left as it is, and a stranger's ~ too."""
    assert unused(tmp_path / "plan.md") == tmp_path / "plan.md"
    for name in ("plan.md", "plan-2.md"):
        (tmp_path / name).touch()

    assert unused(tmp_path / "plan.md") == tmp_path / "plan-3.md"
    assert unused(tmp_path / ("x" * 300)) == tmp_path / ("x" * 300)
    assert typed_path("~nobody-of-that-name/plan.md") == Path("~nobody-of-that-name/plan.md")
    assert typed_path("~/plan.md") == Path.home() / "plan.md"


@pytest.mark.parametrize(("name", "code"), [("plan.txt", "P001"), ("plan", "P001"), ("nowhere/plan.md", "P002")])
def test_a_file_that_cannot_be_written_says_why(tmp_path, name, code):
    """One line, and what to do."""
    with pytest.raises(InputError, match=code):
        write(PASSAGES, tmp_path / name)

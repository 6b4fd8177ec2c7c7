"""Reports: what they say, that they hold nothing else, and that everybody can read them."""

import io
import os
import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from itertools import chain, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from simulator.core.course import courses
from simulator.core.debrief import debrief
from simulator.core.moves import Move
from simulator.core.passage import Passage, Style
from simulator.core.play import begin, speak
from simulator.core.remarks import NOTHING_ADDED, Dispute, Origin, OwnView, Remarks
from simulator.core.telling import tell
from simulator.core.words import Kind, Sign
from simulator.errors import InputError
from simulator.files.report.html import html
from simulator.files.report.ink import DARK, LIGHT
from simulator.files.report.pdf import pdf
from simulator.files.report.plots import course_plot, levels_plot, talk_plot
from simulator.files.report.sheet import sheet
from simulator.files.report.svg import for_page, for_paper
from simulator.files.report.wanted import Wanted, wanted
from simulator.files.report.write import write
from tests.core.test_score import BAD, GOOD
from tests.talk import Always, hearing, line, segment

HOSTILE = '<script>alert("1")</script> #import "x" $x$ \\ {{ 7 * 7 }} &amp; \x00\x1b *bold* _it_ @ref'
FOOT = re.compile(r"\s*\d+ of \d+\s*$")
REMARKS = Remarks(
    OwnView({"trust": 4, "listening": 1}, "Wait a little longer.", is_done=True),
    (Dispute(2, 0, Move.AFFIRM, "It was meant kindly."), Dispute(0, 0, Move.PROBE)),
    Origin(3, 2),
    (Passage(Style.HEADING, "Your learning agreement"), Passage(Style.TEXT, "Purpose: not heard."),
     Passage(Style.BETTER, "Here is what this is for.", "Here is what this is for.")),
)  # fmt: skip
SPACE = re.compile(r"\s+|\u00ad|-\n")


class Page(HTMLParser):
    """The text, tags, links and names of a page."""

    def __init__(self, page):
        super().__init__()
        self.text, self.tags, self.links, self.names = "", [], [], []
        self._is_hidden = False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Remember what leads where."""
        held = dict(attrs)
        self.tags.append((tag, held))
        self.links += [held[name] for name in ("href", "src") if name in held]
        self.names += [held["id"]] if "id" in held else []
        self._is_hidden = tag in ("style", "title") or held.get("aria-hidden") == "true"

    def handle_endtag(self, tag):
        """What comes next is seen again."""
        self._is_hidden = False

    def handle_data(self, data):
        """Text that a reader sees."""
        self.text += "" if self._is_hidden else data


def squeezed(text):
    """Text without white space and line ends, in lower case."""
    return SPACE.sub("", text).replace("\x00", "\ufffd").replace("\x1b", "\ufffd").casefold()


def read(made):
    """All text of a PDF."""
    return "".join(FOOT.sub("", page.extract_text()) for page in PdfReader(io.BytesIO(made)).pages)


LITTLE = {
    "one line": (hearing(Move.OPEN),),
    "unsure": (hearing(segment(Move.ADVISE, unsure=True)), line(Kind.RESERVATION)) * 8,
}


@pytest.fixture
def session(scenario):
    """A short session with thoughts and a state that moves."""
    played = begin(scenario, 7, Always(Move.OPEN))
    for move in (Move.REFLECT_COMPLEX, Move.CRITICISE, Move.OPEN, Move.REPAIR, Move.FUTURE, Move.COMMIT, Move.OPEN):
        played = speak(played, f"What I say to {move}.", Always(move))
    return played


def _pieces(passage):
    """What of a passage stands together in every layout: marks may stand between the segments of a response."""
    rest = passage.text.removeprefix(passage.lead).removeprefix(": ")
    number, words = rest.split(" ", 1) if rest.startswith("[") else ("", rest)
    parts = [] if passage.hearing else words.split("  ") if passage.style is Style.NOTE else [words]
    return passage.lead, number, *parts


@pytest.mark.parametrize("layout", ["html", "pdf"])
@pytest.mark.parametrize("kind", ["session", "good", "bad", "empty", "one line", "unsure"])
def test_reports_say_what_the_plain_debrief_says(kind, layout, session, rubric):
    """Every passage, as often as there, in whichever layout, of a session and of a transcript."""
    conversation = {"session": session.conversation(), "good": GOOD, "bad": BAD, "empty": (), **LITTLE}[kind]
    found = debrief(conversation, rubric, session if kind == "session" else None)
    added = (session, REMARKS) if kind == "session" else (None, NOTHING_ADDED)
    page = sheet(found, rubric, "talk.vtt", *added)
    said = squeezed(Page(html(page)).text if layout == "html" else read(pdf(page)))
    passages = list(tell(found, rubric, *added))[1:]

    assert len(passages) > 2
    pieces = Counter(squeezed(piece) for passage in passages for piece in _pieces(passage))
    assert [piece for piece, times in pieces.items() if said.count(piece) < times] == []


def test_the_words_of_a_response_are_whole(rubric):
    """Marks stand between segments, never in the words that can be copied."""
    text = "That sounds hard. What did you notice?"
    response = hearing(
        segment(Move.EMPATHISE, text[:17]), segment(Move.OPEN, text[18:], unsure=True), text=text, words=7
    )
    page = html(sheet(debrief((response, line()), rubric), rubric, "talk"))

    assert squeezed(text) in squeezed(Page(page).text)
    assert 'class="seg questioning unsure"' in page


def test_the_page_loads_nothing_and_leads_nowhere_else(session, rubric):
    """Every link goes to a place in it; every place has one name."""
    page = Page(html(sheet(debrief(session.conversation(), rubric, session), rubric, "talk", session)))

    assert page.links
    assert all(link.startswith("#") and link[1:] in page.names for link in page.links)
    assert len(page.names) == len(set(page.names))
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in page.tags}


def test_the_page_has_what_a_screen_reader_needs(session, rubric):
    """A language, one main heading, headings without gaps, sections and pictures with names."""
    page = Page(html(sheet(debrief(session.conversation(), rubric, session), rubric, "talk", session)))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]

    assert ("html", {"lang": "en-GB"}) in page.tags
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(held.get("aria-label") for tag, held in page.tags if tag == "svg")
    assert all(held["aria-labelledby"] in page.names for tag, held in page.tags if tag == "section")


def test_words_are_never_markup(rubric):
    """Whatever is said, a report shows it and does nothing with it."""
    response = hearing(segment(Move.OPEN, HOSTILE), text=HOSTILE)
    page = sheet(debrief((response, line()) * 8, rubric), rubric, HOSTILE)
    seen = Page(html(page))

    assert "script" not in {tag for tag, _ in seen.tags}
    assert squeezed(HOSTILE) in squeezed(seen.text)
    assert squeezed('<script>alert("1")</script> #import "x" $x$ \\ {{ 7 * 7 }} &amp;') in squeezed(read(pdf(page)))


def test_the_pdf_is_tagged_titled_and_in_a_language(rubric):
    """So that it can be read aloud; its layout meets PDF/UA, which Typst checks."""
    page = sheet(debrief(GOOD, rubric), rubric, "talk.vtt")
    root = PdfReader(io.BytesIO(pdf(page, standard="ua-1"))).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert PdfReader(io.BytesIO(pdf(page))).metadata.title == "Debrief: talk.vtt"


def test_words_that_no_font_has_are_no_error(rubric):
    """A smiley is shown as well as the fonts at hand can."""
    response = hearing(segment(Move.OPEN, "👍 你好 ✓"), text="👍 你好 ✓")

    assert pdf(sheet(debrief((response, line()) * 8, rubric), rubric, "talk")).startswith(b"%PDF")


def _luminance(ink):
    parts = (int(ink[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("inks", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_from_what_is_behind_it(inks):
    """By WCAG's 4.5 to 1, on the page, on cards, and under cue words."""
    written = set(inks) - {"paper", "card", "line", "cue"}
    pairs = [(ink, ground) for ink in written for ground in ("paper", "card")] + [("text", "cue")]

    assert [pair for pair in pairs if _contrast(inks[pair[0]], inks[pair[1]]) < 4.5] == []
    assert set(LIGHT) == set(DARK)


@settings(deadline=None)
@given(
    moves=st.lists(st.sampled_from(Move), max_size=40),
    kinds=st.lists(st.sampled_from(Kind), min_size=40, max_size=40),
)
def test_any_conversation_can_be_pictured(rubric, moves, kinds):
    """Every picture is one, stays inside its frame, and needs no ink that a page or paper lacks."""
    pairs = ((hearing(move), line(kind, signs=[Sign.FEELS])) for move, kind in zip(moves, kinds, strict=False))
    conversation = tuple(chain.from_iterable(pairs))
    aspects = debrief(conversation, rubric).aspects
    for plot in (levels_plot(aspects), levels_plot(aspects, {"trust": 4, "action": 1}), talk_plot(conversation)):
        root = ElementTree.fromstring(for_paper(plot))
        width, height = (float(number) for number in root.get("viewBox").split()[2:])

        assert "var(" not in for_paper(plot)
        assert plot.alt in for_page(plot)
        for element in root.iter():
            assert 0 <= float(element.get("x", 0)) <= width
            assert 0 <= float(element.get("y", 0)) <= height


@given(st.lists(st.floats(0, 100), min_size=5, max_size=5))
def test_names_of_lines_never_cover_each_other(session_courses, ends):
    """However close together the lines end."""
    told = [course._replace(values=(50.0, end)) for course, end in zip(session_courses, ends, strict=True)]
    root = ElementTree.fromstring(for_page(course_plot(told)))
    names = [text for text in root.iter("{http://www.w3.org/2000/svg}text") if "ink-" in text.get("class")]
    places = sorted(float(text.get("y")) for text in names)

    assert len(places) == 5
    assert all(after - before >= 12.8 for before, after in pairwise(places))
    assert places[0] > 0
    assert places[-1] <= 190


@pytest.fixture(scope="session")
def session_courses(scenario):
    """Courses with the names of the state's values."""
    return courses(begin(scenario, 1, Always()))


def test_reports_are_written_where_they_are_wanted(tmp_path, rubric):
    """Alone under their own name, in a folder under the transcript's; folders are made."""
    page = sheet(debrief(GOOD, rubric), rubric, "talk.vtt")
    alone = write(page, Wanted(".html", tmp_path / "new" / "one.html"))
    among = write(page, Wanted(".pdf", tmp_path / "all"), tmp_path.relative_to(tmp_path) / "week 1" / "talk.vtt")

    assert alone.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert among == tmp_path / "all" / "week 1" / "talk.vtt.pdf"
    with pytest.raises(InputError, match="I006 cannot be written"):
        write(page, Wanted(".html", alone / "below-a-file.html"))


@pytest.mark.parametrize(("named", "suffixes"), [("a.html", [".html"]), ("a.PDF", [".pdf"]), ("a", [".html", ".pdf"])])
def test_one_name_is_one_layout_or_all(tmp_path, named, suffixes):
    """The ending says which; a folder is written into."""
    assert [one.suffix for one in wanted(str(tmp_path / named))] == suffixes
    assert [one.out.parent for one in wanted(str(tmp_path))] == [tmp_path, tmp_path]
    assert all(one.out.name for one in wanted("/"))


@pytest.mark.browser
@pytest.mark.skipif(
    not shutil.which("chromium") and not os.environ.get("REQUIRE_BROWSER"), reason="there is no Chromium here"
)
def test_a_browser_shows_and_prints_it(tmp_path, session, rubric):
    """In real Chromium: the page is there, and its print has text that can be selected."""
    page = sheet(debrief(session.conversation(), rubric, session), rubric, "talk", session, REMARKS)
    path = write(page, Wanted(".html", tmp_path / "talk.html"))
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}")
    printed = tmp_path / "printed.pdf"
    command = ("chromium", *options, "--no-pdf-header-footer", f"--print-to-pdf={printed}", path.as_uri())
    subprocess.run(command, check=True, capture_output=True, timeout=240)

    said = squeezed(read(printed.read_bytes()))
    assert squeezed("Two points to take away") in said
    assert squeezed(session.opening.text) in said
    assert squeezed("thinks: " + session.opening.thought) in said

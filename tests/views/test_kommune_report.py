"""The report read back: its words and numbers, its tags, its fonts, and nothing withheld."""

import dataclasses
import io
import re
import zipfile
from itertools import pairwise

import pytest
from pypdf import PdfReader

from maturity import queries
from maturity.access import demo_viewer
from maturity.charts.ways import ways
from maturity.errors import UserError
from maturity.exports.drawing_kinds import drawing
from maturity.exports.report import UNSEEN, Voice, write_report
from maturity.language import number
from maturity.reference import reference
from maturity.views.kommune_report import kommune_report, report_name, reports

BODO, VEFSN, VEVELSTAD, NARVIK = "1804", "1824", "1816", "1806"


@pytest.fixture(scope="module")
def seen(answers):
    """The demo, for somebody who sees all of it."""
    data = queries.newest(answers)
    everybody = frozenset(reference().kommuner)
    return {"data": data, "viewer": demo_viewer(everybody, all_invented=data.all_invented)}


@pytest.fixture(scope="module")
def report(seen):
    return kommune_report(**seen, kommune=BODO)


@pytest.fixture(scope="module")
def read(report):
    return PdfReader(io.BytesIO(write_report(report)))


def words(pdf):
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pdf.pages))


HEADING = re.compile("/H[1-6]")


def in_order(pdf):
    """Every structure element of the file, or below one of them, as they are read aloud."""
    node = pdf.trailer["/Root"]["/StructTreeRoot"] if isinstance(pdf, PdfReader) else pdf
    found, waiting = [], [node]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            found.append(node)
            waiting += [node["/K"]] if "/K" in node else []
    return found


def images(page):
    """The pictures made of points on a page: a drawing is made of lines."""
    found = (it.get_object() for it in page["/Resources"]["/XObject"].values())
    return [it for it in found if it["/Subtype"] == "/Image"]


def test_it_says_in_words_what_the_page_says(report, read):
    said = words(read)
    squeezed = said.replace(" ", "")
    for sentence in (*report.front, *report.following, *(view.finding for view in report.views)):
        assert re.sub(r"\s", "", sentence) in squeezed
    assert "Eksempeldata" in said
    assert "Dataversjon" in said


def test_its_tables_hold_every_number_of_the_frames(report, read):
    said = words(read)
    (gaps,) = [view for view in report.views if view.kind == "dumbbell"]
    every = ways(gaps.frame, instrument=gaps.instrument)
    whole = [way for way in every if way.now is not None and way.target is not None]
    assert len(whole) > len(every) / 2, "the others are withheld"
    for way in whole:
        row = rf"{way.label.replace(' ', '.?')}\s+{number(way.now)}\s+{number(way.target)}"
        assert re.search(row, said), way.label


def test_it_is_tagged_in_its_language_with_an_alternative_text_for_every_drawing(report, read):
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nb-NO"
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    found = in_order(read)
    figures = [tag["/Alt"] for tag in found if tag.get("/S") == "/Figure"]
    drawn = [view.finding for view in report.views if drawing(view)]
    assert sorted(figures) == sorted(drawn)
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L"} <= {tag.get("/S") for tag in found}


def test_headings_nest_and_the_file_has_its_title(report, read):
    """What veraPDF would look at, as far as it is read back here."""
    assert read.metadata.title == report.title
    assert read.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    levels = [int(tag["/S"][2:]) for tag in in_order(read) if HEADING.fullmatch(tag.get("/S", ""))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(levels) > len(report.views) * 2
    assert all(page["/Tabs"] == "/S" for page in read.pages)


def test_every_table_has_heads_that_say_what_they_are_over(report, read):
    tables = [tag for tag in in_order(read) if tag.get("/S") == "/Table"]
    assert len(tables) == len([view for view in report.views if view.table.rows])
    for table, view in zip(tables, report.views, strict=True):
        heads = [tag for tag in in_order(table) if tag.get("/S") == "/TH"]
        groups = [row for row in view.table.rows if isinstance(row, str)]
        assert len(heads) == len(view.table.heads) + len(groups)
        assert {told["/Scope"] for head in heads for told in head["/A"]} == {"/Column"}
        cells = [tag for tag in in_order(table) if tag.get("/S") == "/TD"]
        rows = len(view.table.rows) - len(groups)
        assert len(cells) == rows * len(view.table.heads)


def test_every_view_has_a_bookmark(report, read):
    marks = [mark.title for mark in read.outline if not isinstance(mark, list)]
    assert [view.title for view in report.views] == marks[: len(report.views)]


def test_its_fonts_lie_in_it_and_it_is_a4(read):
    shown = [font for page in read.pages for font in page["/Resources"]["/Font"].values()]
    assert all("/ToUnicode" in font.get_object() for font in shown), "or it could not be searched"
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in shown
    ]
    for font in fonts:
        assert {"/FontFile2", "/FontFile3"} & set(font)
    assert not [page for page in read.pages if "/XObject" in page["/Resources"] and images(page)]
    own = [font for font in fonts if "Atkinson" in font["/FontName"]]
    assert len(own) > len(fonts) / 2  # arrows and squares come from another
    assert [round(float(side)) for side in read.pages[0].mediabox[2:]] == [595, 842]


def test_the_same_numbers_give_the_same_file(report):
    assert write_report(report) == write_report(report)


def test_what_people_wrote_is_text_and_nothing_else(report):
    hostile = '#read("/etc/passwd") $x$ *a* <b>b</b> \\ @ref "quote" = heading'
    own = dataclasses.replace(report, voices=(Voice(heading="Barrierer", texts=(hostile,)),))
    assert hostile in words(PdfReader(io.BytesIO(write_report(own))))


def test_signs_that_no_font_has_do_not_stop_the_report(report):
    odd = "før \x00\U0001f600\u4e2d\u202e\ud800 etter"
    own = dataclasses.replace(report, voices=(Voice(heading="Barrierer", texts=(odd,)),))
    assert "før □□□□□ etter" in words(PdfReader(io.BytesIO(write_report(own))))


def test_every_sign_that_is_let_through_can_be_shown(report):
    every = "".join(chr(code) for code in range(0x20, 0x3000) if not UNSEEN.match(chr(code)))
    own = dataclasses.replace(report, voices=(Voice(heading="Barrierer", texts=(every,)),))
    assert write_report(own).startswith(b"%PDF")


@pytest.mark.parametrize("kommune", [VEVELSTAD, NARVIK])
def test_where_nothing_may_be_shown_there_is_no_report_but_a_reason(seen, kommune):
    name = reference().kommuner[kommune].name
    with pytest.raises(UserError, match=name):
        kommune_report(**seen, kommune=kommune)


def test_many_reports_are_one_zip_that_says_who_has_none(seen):
    told = []
    packed, missing = reports(**seen, kommuner=[BODO, VEVELSTAD, VEFSN], tell=told.append)
    assert told == ["Bodø", "Vevelstad", "Vefsn"]
    assert list(missing) == ["Vevelstad"]
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        assert file.namelist()[:2] == [report_name(BODO), report_name(VEFSN)]
        assert report_name(BODO) == "modenhet-1804-bodo.pdf"
        assert "Vevelstad: Svarene" in file.read(file.namelist()[2]).decode()
        assert "Vefsn" in words(PdfReader(io.BytesIO(file.read(report_name(VEFSN)))))

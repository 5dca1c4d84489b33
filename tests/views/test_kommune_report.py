"""The report read back: its words and numbers, its tags, its fonts, and nothing withheld."""

import dataclasses
import io
import re
import zipfile

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


def tags(pdf):
    """Every structure element of the file, by walking its tree."""
    found, waiting = [], [pdf.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found.append(node)
            if "/K" in node:
                waiting.append(node["/K"])
    return found


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
    found = tags(read)
    figures = [tag["/Alt"] for tag in found if tag.get("/S") == "/Figure"]
    drawn = [view.finding for view in report.views if drawing(view)]
    assert sorted(figures) == sorted(drawn)
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L"} <= {tag.get("/S") for tag in found}


def test_every_view_has_a_bookmark(report, read):
    marks = [mark.title for mark in read.outline if not isinstance(mark, list)]
    assert [view.title for view in report.views] == marks[: len(report.views)]


def test_its_fonts_lie_in_it_and_it_is_a4(read):
    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for page in read.pages
        for font in page["/Resources"]["/Font"].values()
    ]
    for font in fonts:
        assert {"/FontFile2", "/FontFile3"} & set(font)
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

"""Slides say what the views say, in the reader's language, and keep to the format."""

import io
from dataclasses import replace

from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from maturity import language
from maturity.charts.scores import level
from maturity.exports.slides import write_slides
from maturity.exports.view_words import headline
from maturity.fingerprint import fingerprint
from tests.exports import views as made
from tests.exports.slides_read import BASE, VIEWS, texts, written


def test_every_graphic_says_what_is_seen(deck):
    findings = {view.finding for view in VIEWS}
    for slide in list(deck.slides)[1:]:
        graphics = [s for s in slide.shapes if s.has_chart or s.has_table]
        told = [s._element.xpath(".//p:cNvPr")[0].get("descr") for s in graphics]
        if len(graphics) > 1:  # small ones, of which each says whose it is, and its numbers
            assert told == [
                f"{s.chart.chart_title.text_frame.text}: {words(s.chart)}." for s in graphics
            ]
        else:
            assert set(told) <= findings
            assert len(told) == 1
        for picture in slide._element.iter(qn("p:pic")):
            assert picture.xpath(".//p:cNvPr")[0].get("descr").startswith("QR-kode til https://")


def words(chart) -> str:
    """The numbers of a small chart's own line, each with its dimension's name."""
    plot = chart.plots[0]
    pairs = zip(plot.categories, plot.series[1].values, strict=True)
    return "; ".join(f"{name} {level(it, aspect='now')}" for name, it in pairs if it is not None)


def test_the_speakers_own_message_stands_above_its_figure():
    raw = write_slides(VIEWS[:2], messages=("Hør her",), notes=("", "Husk pausen."))
    _front, first, second = Presentation(io.BytesIO(raw)).slides
    assert first.shapes.title.text_frame.text == "Hør her"
    assert "Tittel for staircase" in " ".join(texts(first))
    assert second.shapes.title.text_frame.text != "Hør her"
    assert second.notes_slide.notes_text_frame.text.startswith("Husk pausen.")


def test_no_text_is_small_and_every_text_says_its_language(deck):
    roots = [deck.slide_master._element, *(it._element for it in deck.slide_layouts)]
    for slide in deck.slides:
        roots += [slide._element, *(s.chart._chartSpace for s in slide.shapes if s.has_chart)]
    sizes = [int(it.get("sz")) for root in roots for it in root.iter() if it.get("sz")]
    assert min(sizes) == 1200
    for root in roots:
        for run in root.iter(qn("a:r")):
            assert run.find(qn("a:rPr")).get("lang") == "nb-NO"


def test_slides_have_their_placeholders_and_no_empty_ones(deck):
    for slide in list(deck.slides)[1:]:
        kinds = [place.placeholder_format.type.name for place in slide.placeholders]
        assert kinds.count("TITLE") == 1
        assert "SLIDE_NUMBER" in kinds
        assert set(kinds) & {"CHART", "TABLE"}
        assert all(text.strip() for text in texts(slide))
        assert slide.shapes.title.text_frame.text == VIEWS[0].finding.removesuffix(".")
        assert any("Dataversjon 12" in text and "12-" in text for text in texts(slide))
    addresses = [
        shape.click_action.hyperlink.address
        for slide in list(deck.slides)[1:3]
        for shape in slide.shapes
        if shape._element.tag == qn("p:pic")
    ]
    assert addresses == [f"{BASE}staircase?k=1804", f"{BASE}radar?k=1804"]


def test_a_fingerprint_leads_to_where_it_is_checked(deck):
    view, slide = VIEWS[1], list(deck.slides)[2]
    links = [
        run.hyperlink.address
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.hyperlink.address
    ]
    assert links == [f"{BASE}sjekk?f={fingerprint(view)}&figur=radar%3Fk%3D1804"]


def test_every_slide_has_the_fingerprint_of_its_numbers(deck):
    for view in VIEWS:
        slides = [s for s in deck.slides if fingerprint(view) in " ".join(texts(s))]
        assert slides
        assert all(view.title in " ".join(texts(slide)) for slide in slides)


def test_a_long_finding_gives_its_place_to_the_title():
    view = replace(made.radar(), finding="Bodø " + "står " * 40 + "der. Og mer.")
    slide = Presentation(io.BytesIO(written([view]))).slides[1]
    assert slide.shapes.title.text_frame.text == view.title
    assert any("Og mer." in text for text in texts(slide))


def test_a_heading_of_two_lines_is_written_so_that_it_takes_no_third():
    said = "Bodø står høyest på det ene og lavest på det andre, og det er langt mellom dem i alt"
    views = [replace(made.radar(), finding=f"{said}{more}.") for more in ("", f": {said[:40]}")]
    short, long = list(Presentation(io.BytesIO(written(views))).slides)[1:]
    sizes = [it.shapes.title.text_frame.paragraphs[0].runs[0].font.size for it in (short, long)]
    assert short.shapes.title.text_frame.text == said
    assert long.shapes.title.text_frame.text.startswith(f"{said}: ")
    assert sizes == [None, Pt(24)]


def test_a_number_that_is_missing_is_explained_where_it_would_stand():
    finding = (
        "Lengst er veien på det ene. Mangler på Datadrevet: snittet ville røpet hva hver svarte."
    )
    view = replace(made.dumbbell(), finding=finding)
    frame = view.frame.assign(target=view.frame["target"].where(view.frame.index > 0))
    slide = Presentation(io.BytesIO(written([replace(view, frame=frame)]))).slides[1]
    assert any(text.startswith("Mangler på Datadrevet: ") for text in texts(slide))


def test_of_a_sentence_that_is_too_long_the_first_clause_is_the_message():
    first, second = "Bodø " + "står " * 14 + "der", "det andre " + "er langt unna " * 6 + "her"
    view = replace(made.radar(), finding=f"{first}; {second}. Og mer.")
    message, what, rest = headline(view)
    assert (message, what) == (first, view.title)
    assert rest == f"D{second[1:]}. Og mer."


def test_the_notice_stands_on_every_slide_of_invented_data_and_on_no_other(deck):
    assert all("◆ Eksempeldata" in texts(slide) for slide in deck.slides)
    real = Presentation(io.BytesIO(written([made.radar(notice="")])))
    assert not [text for slide in real.slides for text in texts(slide) if "Eksempeldata" in text]
    assert real.core_properties.comments == ""


def test_notes_hold_the_quiet_panel(deck):
    first, second = (slide.notes_slide.notes_text_frame.text for slide in list(deck.slides)[1:3])
    assert first.startswith("Spør salen.")
    for notes in (first, second):
        assert "Hvem svarte?\n– 7 personer\n– i mai" in notes
        assert VIEWS[0].finding in notes
    assert f"{BASE}radar?k=1804" in second


def test_english_readers_get_english_slides():
    language.use("en")
    try:
        deck = Presentation(io.BytesIO(written([made.radar()])))
    finally:
        language.use("nb")
    runs = deck.slides[1]._element.iter(qn("a:rPr"))
    assert {run.get("lang") for run in runs} == {"en-GB"}
    assert any("Data version 12" in text for text in texts(deck.slides[0]))


def test_package_keeps_to_the_schemas(raw, tmp_path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(raw)
    result = OpenXmlValidator().validate(path)
    assert [str(error) for error in result.errors] == []

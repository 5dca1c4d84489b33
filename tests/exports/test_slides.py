"""Slides read back hold the views' numbers, words and nothing else."""

import io
import zipfile
from dataclasses import replace

import pandas as pd
import pytest
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.oxml.ns import qn

from maturity import language
from maturity.exports.slides import write_slides
from maturity.exports.slides_grid import grid
from maturity.exports.slides_layouts import ROOM
from maturity.exports.slides_measures import sheets
from maturity.fingerprint import fingerprint
from tests.exports import views as made

BASE = "https://modenhet.example.no/"
VIEWS = made.every_view()


def written(views, **words) -> bytes:
    return write_slides(views, title="Kommunen Bodø", **words)


@pytest.fixture(scope="module")
def raw() -> bytes:
    return written(VIEWS, notes=["Spør salen."], base_address=BASE)


@pytest.fixture(scope="module")
def deck(raw):
    return Presentation(io.BytesIO(raw))


def texts(slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def chart_of(view):
    [slide] = list(Presentation(io.BytesIO(written([view]))).slides)[1:]
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def cached(chart) -> dict[str, list[float | None]]:
    return {series.name: list(series.values) for series in chart.plots[0].series}


def embedded(chart) -> dict[str, list[float | None]]:
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    heads, *rows = book.active.iter_rows(values_only=True)
    return {head: [row[at] for row in rows] for at, head in enumerate(heads) if at}


def numbers(column: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else round(float(value), 9) for value in column]


def expected(view) -> dict[str, list[float | None]]:
    """The series that a view's frame holds, told apart without the code under test."""
    frame = view.frame
    if view.kind in {"radar", "profile"}:
        return {name: numbers(rows["mean"]) for name, rows in frame.groupby("series", sort=False)}
    if view.kind in {"dumbbell", "staircase"}:
        return {"I dag": numbers(frame["now"]), "Om tre år": numbers(frame["target"])}
    if view.kind == "themes":
        return {"Kommuner som deler temaet": numbers(frame["shared"])}
    if view.kind == "agreement":
        people = frame.pivot(index="dimension", columns="level", values="people")
        people = people.reindex(list(view.instrument.by_key))
        return {f"Nivå {level}": numbers(people[level]) for level in range(1, 6)}
    if view.kind == "spread":
        names = ("Høyeste kommune", "Tredje kvartil", "Midterste kommune", "Første kvartil")
        names = (*names, "Laveste kommune: her begynner fargen")
        columns = ("highest", "q3", "median", "q1", "lowest")
        return {n: numbers(frame[c]) for n, c in zip(names, columns, strict=True)}
    assert view.kind == "change"
    rows = frame.set_index("dimension").reindex(list(view.instrument.by_key))
    return {"Modul 1": numbers(rows["earlier"]), "Modul 2": numbers(rows["later"])}


CHARTS = ["staircase", "radar", "profile", "dumbbell", "agreement", "spread", "change", "themes"]


@pytest.mark.parametrize("view", [v for v in VIEWS if v.kind in CHARTS], ids=lambda v: v.kind)
def test_chart_holds_the_numbers_of_the_frame_and_no_others(view):
    chart = chart_of(view)
    assert cached(chart) == embedded(chart) == expected(view)
    assert chart._chartSpace.chart.find(qn("c:dispBlanksAs")).get("val") == "gap"


def test_slope_has_a_line_for_each_series_and_names_the_others_nowhere():
    view = made.slope()
    chart = chart_of(view)
    lines = [(series.name, list(series.values)) for series in chart.plots[0].series]
    assert dict(lines)["Bodø"] == [2.2, 2.8, 3.1]
    # The group's second step begins with other kommuner than its first ended with.
    assert [values for name, values in lines if name == "Nordland"] == [
        [2.4, 2.5, None],
        [None, 2.6, 2.9],
    ]
    others = [values for name, values in lines if name == "Andre kommuner"]
    assert others == sorted(others)
    assert len(others) == 9
    assert len(lines) == 12

    unlisted = chart._chartSpace.findall(f".//{qn('c:legendEntry')}")
    assert len(unlisted) == 9  # one line of the others, one of Nordland and Bodø's are told


def test_scales_are_the_instruments_and_never_the_datas(deck):
    found = {}
    for view, slide in zip(VIEWS[:9], list(deck.slides)[1:10], strict=True):
        chart = next(shape.chart for shape in slide.shapes if shape.has_chart)
        axis = chart.value_axis
        found[view.kind, view.options.get("aspect")] = (axis.minimum_scale, axis.maximum_scale)
    assert found.pop(("profile", "gap")) == (-4, 4)
    assert found.pop(("agreement", None)) == (0, VIEWS[5].frame["n"].max())
    assert set(found.values()) == {(1, 5)}


def everything(raw: bytes) -> str:
    """All that a file holds, in what is packed in it too."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(raw)) as package:
        for name in package.namelist():
            content = package.read(name)
            packed = name.endswith(".xlsx")
            parts += [name, everything(content) if packed else content.decode("utf-8", "replace")]
    return "\n".join(parts)


def test_nothing_withheld_and_no_other_name_is_in_the_file(raw):
    held = everything(raw)
    assert "3.433333333" in held  # so that numbers would be found
    for secret in ("Hemmelig", "ord over ruta", "Steve Canny", "printerSettings", "thumbnail"):
        assert secret not in held
    codes = set(VIEWS[10].frame["kommune"])
    addressed = held.replace("k=1804", "")
    assert not [code for code in codes if f">{code}<" in addressed]


def test_a_series_that_is_withheld_throughout_leaves_no_number():
    missing = tuple(("Sømna", key) for key in made.KEYS)
    chart = chart_of(made.radar(missing=missing))
    assert embedded(chart)["Sømna"] == cached(chart)["Sømna"] == [None] * len(made.KEYS)


def test_every_graphic_says_what_is_seen(deck):
    findings = {view.finding for view in VIEWS}
    for slide in list(deck.slides)[1:]:
        graphics = [s for s in slide.shapes if s.has_chart or s.has_table]
        assert len(graphics) == 1
        told = graphics[0]._element.xpath(".//p:cNvPr")[0].get("descr")
        assert told in findings
        for picture in slide._element.iter(qn("p:pic")):
            assert picture.xpath(".//p:cNvPr")[0].get("descr").startswith("QR-kode til https://")


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


def test_a_long_table_goes_on_with_its_heads_and_loses_no_row(deck):
    slides = [s for s in deck.slides if any("heat_map" in text for text in texts(s))]
    assert len(slides) > 1
    tables = [next(s.table for s in slide.shapes if s.has_table) for slide in slides]
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    assert all(head == heads[0] for head in heads)
    rows = {row.cells[0].text: row for table in tables for row in list(table.rows)[1:]}
    assert {f"Kommune {n}" for n in range(1, 25)} | {"Salten", "Helgeland"} == set(rows)
    assert [cell.text for cell in rows["Kommune 2"].cells][:4] == ["Kommune 2", "1,3", "få", "2,7"]
    for slide in slides:
        frame = next(s for s in slide.shapes if s.has_table)
        assert frame.top + frame.height <= 6.35 * 914400


def test_no_heading_of_rows_stands_alone_at_the_foot_of_a_slide():
    for kommuner in range(14, 30):
        for sheet in sheets(grid(made.heat_map(kommuner))):
            assert not isinstance(sheet.grid.rows[-1], str)
            assert sum(sheet.widths) <= ROOM + 0.01


def test_profiles_become_a_table_with_the_group_last():
    slide = Presentation(io.BytesIO(written([made.profile_multiples()]))).slides[1]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[0] for row in rows[1:]] == [*(f"Kommune {n}" for n in range(1, 6)), "Nordland"]
    assert rows[2][1:4] == ["1,3", "få", "2,7"]
    assert set(rows[-1][1:]) == {"3,0"}


def test_numbers_are_written_as_on_the_page_where_both_would_round_otherwise():
    chart = chart_of(made.staircase())
    formats = [it.get("formatCode") for it in chart._chartSpace.iter(qn("c:numFmt"))]
    assert '[=2.45]"2,4";0.0' in formats  # a slide program alone would write 2,5
    assert "0.0" in formats
    assert not [form for form in formats if "3,4" in form]


def test_text_from_data_is_never_a_formula():
    frame = made.themes().frame.assign(theme=["=1+1", "+47", "-1", "@SUM(A1)"])
    chart = chart_of(replace(made.themes(), frame=frame))
    book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


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

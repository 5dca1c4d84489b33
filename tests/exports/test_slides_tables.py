"""Tables of slides go on over as many as they need, and lose no row."""

import io
from dataclasses import replace

import pandas as pd
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn

from maturity.exports.slides_grid import grid
from maturity.exports.slides_layouts import ROOM
from maturity.exports.slides_measures import sheets
from maturity.exports.slides_multiples import shared
from tests.exports import views as made
from tests.exports.slides_read import texts, written


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


def test_a_module_of_all_who_answered_takes_two_slides_alike():
    shown = grid(made.heat_map(24))
    plain = replace(shown, rows=tuple(row for row in shown.rows if not isinstance(row, str)))
    assert [len(it.grid.rows) for it in sheets(plain)] == [12, 12]


def test_every_cell_has_its_size_at_its_text_and_at_its_end(deck):
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    for table in tables:
        for cell in table.iter_cells():
            for paragraph in cell.text_frame.paragraphs:
                ends = paragraph._p.findall(qn("a:endParaRPr"))
                looks = [run._r.rPr for run in paragraph.runs] + ends
                assert ends or cell.is_spanned
                assert all(int(it.get("sz")) >= 1200 for it in looks)


def test_what_is_withheld_for_another_reason_is_not_left_empty():
    view = made.heat_map(5)
    frame = view.frame.assign(
        withheld=view.frame["withheld"].replace("min_respondents", "at_an_end")
    )
    rows = grid(replace(view, frame=frame)).rows
    texts_of = [cell.text for row in rows if not isinstance(row, str) for cell in row]
    assert "–" in texts_of
    assert "få" not in texts_of


def test_profiles_become_small_charts_with_the_group_in_each():
    view = made.profile_multiples()
    slide = Presentation(io.BytesIO(written([view]))).slides[1]
    charts = [shape.chart for shape in slide.shapes if shape.has_chart]
    names = [chart.chart_title.text_frame.text for chart in charts]
    assert names == [f"Kommune {n}" for n in range(1, 6)]
    for name, chart in zip(names, charts, strict=True):
        rows = view.frame[view.frame["name"] == name]
        own = [None if pd.isna(it) else round(it, 9) for it in rows["mean"]]
        book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        inside = [list(it) for it in book.iter_cols(min_row=2, min_col=2, values_only=True)]
        assert [list(it.values) for it in chart.plots[0].series] == inside == [[3.0] * 13, own]
        assert (chart.value_axis.minimum_scale, chart.value_axis.maximum_scale) == (1, 5)
    assert any("Stiplet: Nordland." in text for text in texts(slide))


def test_small_charts_are_shared_out_evenly():
    for many, each in ((23, [12, 11]), (12, [12]), (41, [11, 11, 11, 8]), (1, [1])):
        assert [len(it) for it in shared(list(range(many)))] == each

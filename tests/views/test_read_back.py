"""Every view of the demo in every format, read back by other programs: the numbers are its own."""

import csv
import io
import json
import re
from itertools import chain

import pandas as pd
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from maturity import queries
from maturity.access import demo_viewer
from maturity.exports.columns import COUNTS
from maturity.exports.formats import FORMATS
from maturity.exports.native_kinds import native
from maturity.exports.taken import heading_of, taken
from maturity.reference import reference
from maturity.views.registry import VIEWS, view

FIGURES = re.compile(r'<script type="application/json" id="figures">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def views(answers):
    data = queries.newest(answers)
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=data.all_invented)
    return [view(name, data=data, viewer=viewer) for name in VIEWS]


def columns_of(key: str, raw: bytes) -> dict[str, list[float | None]]:
    """The columns of a file by their heading, numbers as numbers."""
    if key == "json":
        found = json.loads(raw)
        rows = [dict(zip(found["columns"], row, strict=True)) for row in found["rows"]]
    else:
        text = io.StringIO(raw.decode("utf-8-sig"), newline="")
        rows = list(csv.DictReader(text, delimiter=";" if key == "csv" else ","))
    return {name: [_number(row[name], key) for row in rows] for name in rows[0]}


def _number(cell, key):
    if cell in ("", None) or isinstance(cell, float | int):
        return None if cell in ("", None) else float(cell)
    plain = cell.replace(",", ".") if key == "csv" else cell
    return float(plain) if re.fullmatch(r"-?[\d.]+(e-?\d+)?", plain) else cell


@pytest.mark.parametrize("key", ["csv", "csv-int", "json"])
def test_the_numbers_of_every_view_are_in_its_text_files(views, key):
    for own in views:
        table, read = taken(own), columns_of(key, FORMATS[key].write([own]))
        for column in table.select_dtypes("number"):
            shown = [None if pd.isna(it) else float(it) for it in table[column]]
            assert read[column] == shown, (own.address, column)


def test_those_of_every_chart_are_in_the_workbook_inside_its_slide(views):
    charts = 0
    for own in views:
        drawn = native(own)
        if drawn is None:
            continue
        deck = Presentation(io.BytesIO(FORMATS["pptx"].write([own])))
        (chart,) = [it.chart for slide in deck.slides for it in slide.shapes if it.has_chart]
        book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        inside = [list(it) for it in book.active.iter_cols(min_row=2, values_only=True)]
        assert inside[1:] == [list(line.values) for line in drawn.lines], own.address
        charts += 1
    assert charts > len(views) / 2


def test_those_of_every_figure_are_in_the_gathering_pack(views):
    page = FORMATS["html"].write(views, title="Alle").decode()
    shown = json.loads(FIGURES.search(page)[1])
    for own, near, far in zip(views, shown["page"], shown["stage"], strict=True):
        drawn = json.loads(json.dumps(own.draw(dark=False).to_dict()["data"]))
        assert near["data"] == drawn, own.address
        for at, told in enumerate(drawn):
            parts = [it["data"][at] for it in far]
            if "base" in told and told.get("orientation") != "h" and len(parts) > 1:
                # On a large screen bars are shared out, row by row.
                assert sorted(chain.from_iterable(map(_bars, parts))) == sorted(_bars(told))
                continue
            for trace in parts:  # all else each part has whole
                for place in ("x", "y", "z", "r", "theta", "base", "customdata"):
                    assert trace.get(place) == told.get(place), own.address


def _bars(trace):
    """Each bar of a trace as text, with what is said of it."""
    places = [trace[it] for it in ("x", "y", "base", "customdata", "text") if it in trace]
    return [json.dumps(bar) for bar in zip(*places, strict=True)]


def test_every_workbook_draws_its_numbers_from_their_cells(views):
    kinds = {it.kind: it for it in views}
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].write(list(kinds.values()))))
    for own, sheet in zip(kinds.values(), book.worksheets, strict=False):
        (chart,) = sheet._charts
        drawn = [cell for series in chart.series for cell in _cells(sheet, series)]
        places = [(cell.row, cell.column) for cell in drawn]
        assert len(places) == len(set(places)), own.kind
        columns = {cell.column for cell in drawn}
        first = min(row for row, _column in places)
        rows = range(first, first + len(own.frame))
        assert set(places) == {(row, column) for row in rows for column in columns}, own.kind
        assert all(isinstance(cell.value, int | float | None) for cell in drawn), own.kind


def _cells(sheet, series):
    reference = series.val or series.yVal
    name, span = reference.numRef.f.split("!")
    assert name.strip("'") == sheet.title
    found = sheet[span.replace("$", "")]
    return [cell for row in found for cell in row] if isinstance(found, tuple) else [found]


def test_a_workbook_with_a_chart_keeps_to_the_schemas(views, tmp_path):
    path = tmp_path / "figure.xlsx"
    kinds = {it.kind: it for it in views}  # one of each
    path.write_bytes(FORMATS["xlsx"].write(list(kinds.values())))
    assert [str(it) for it in OpenXmlValidator().validate(path).errors] == []


def test_how_many_stays_a_whole_number_where_some_are_withheld(views):
    counted = withheld = 0
    for own in views:
        table = taken(own)
        for column in COUNTS & set(own.frame):
            if (heading := heading_of(own, column)) not in table:
                continue
            assert str(table[heading].dtype) == "Int64", (own.address, column)
            counted, withheld = counted + 1, withheld + int(table[heading].isna().any())
    assert counted > 10
    assert withheld
    module = next(it for it in views if it.address.startswith("modul?"))
    frame = module.frame["n"]
    assert frame.isna().any(), "or this tests nothing"
    read = pq.read_table(io.BytesIO(FORMATS["parquet"].write([module])))["Antall svar"]
    assert str(read.type) == "int64"
    assert read.to_pylist() == [None if pd.isna(it) else it for it in frame]
    text = io.StringIO(FORMATS["csv"].write([module]).decode("utf-8-sig"), newline="")
    written = {row["Antall svar"] for row in csv.DictReader(text, delimiter=";")}
    assert written == {"" if pd.isna(it) else str(it) for it in frame}
    sheet = load_workbook(io.BytesIO(FORMATS["xlsx"].write([module]))).worksheets[0]
    heads = next(row for row in sheet.iter_rows() if "Antall svar" in [it.value for it in row])
    place = next(it for it in heads if it.value == "Antall svar")
    cells = [sheet.cell(row, place.column) for row in range(place.row + 1, sheet.max_row + 1)]
    assert {it.number_format for it in cells if it.value is not None} == {"0"}


def test_counts_by_region_are_headed_as_parts_of_nordland(views):
    own = next(it for it in views if it.address.partition("?")[0] == "deltakelse")
    assert list(taken(own))[:2] == ["Del av Nordland", "Kartlegging"]
    deck = Presentation(io.BytesIO(FORMATS["pptx"].write([own])))
    tables = [it.table for slide in deck.slides for it in slide.shapes if it.has_table]
    assert {it.cell(0, 0).text for it in tables} == {"Del av Nordland"}

"""Every view of the demo in every format, read back by other programs: the numbers are its own."""

import csv
import io
import json
import re

import pandas as pd
import pytest
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from maturity import queries
from maturity.access import demo_viewer
from maturity.exports.formats import FORMATS
from maturity.exports.native_kinds import native
from maturity.exports.taken import taken
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
        for trace, told in zip(far["data"], drawn, strict=True):
            for place in ("x", "y", "z", "r", "theta", "base", "customdata"):
                assert trace.get(place) == told.get(place), own.address


def test_a_workbook_with_a_chart_keeps_to_the_schemas(views, tmp_path):
    path = tmp_path / "figure.xlsx"
    path.write_bytes(FORMATS["xlsx"].write([it for it in views if it.kind in ("radar", "strip")]))
    assert [str(it) for it in OpenXmlValidator().validate(path).errors] == []

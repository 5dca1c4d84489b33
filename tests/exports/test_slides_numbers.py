"""Charts and tables of slides, read back, hold the views' numbers and nothing else."""

import io
from dataclasses import replace

import pandas as pd
import pytest
from openpyxl import load_workbook
from pptx.oxml.ns import qn

from tests.exports import views as made
from tests.exports.slides_read import VIEWS, chart_of, everything


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
        names = (*names, "Laveste kommune")
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

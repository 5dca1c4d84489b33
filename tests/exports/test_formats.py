"""A file read back holds what was shown: the same rows, nothing withheld, nothing evaluated."""

import csv
import io
import json
from dataclasses import replace

import pandas as pd
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from maturity.charts.radar import radar
from maturity.exports.about import About, file_name
from maturity.exports.csv_file import no_formula, write_csv
from maturity.exports.formats import FORMATS
from maturity.exports.taken import taken
from maturity.view import Table, View
from tests.charts.scores_frame import CAPABILITIES, score_frame

KEY = next(iter(CAPABILITIES.by_key))
FRAME = score_frame(
    {"Bodø": "kommune", "Nordland": "group"}, start=1 + 1 / 3, missing=(("Bodø", KEY),)
)
ABOUT = About(
    title="Evner: i dag",
    source="Kilde: Modul 4, 14. mai 2024. Dataversjon 7.",
    notice="Eksempeldata",
    lines=(("Terskler", "minst 3 svar"), ("Bakom", "=1+1")),
)
VIEW = View(
    address="sammenlign?kommune=1804",
    kind="radar",
    finding="Bodø er høyest.",
    frame=FRAME,
    instrument=CAPABILITIES,
    table=Table(heads=(), rows=()),
    about=ABOUT,
    panel=(),
    version=7,
    draw=radar,
    options={"aspect": "now"},
)
TABLE = taken(VIEW)
DANGEROUS = ["=1+1", "+47", "-1", "@SUM(A1)", "\tx", "\rx", "  =cmd|'/c calc'!A1"]


def as_csv(view=VIEW):
    raw = FORMATS["csv"].write([view])
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))


def as_workbook(view=VIEW):
    return load_workbook(io.BytesIO(FORMATS["xlsx"].write([view])))


def rows_of(book):
    rows = list(book.worksheets[0].iter_rows())
    at = next(place for place, row in enumerate(rows) if row[0].value == TABLE.columns[0])
    names = [cell.value for cell in rows[at]]
    return [dict(zip(names, row, strict=True)) for row in rows[at + 1 :]]


def test_csv_has_the_rows_of_the_table_in_norwegian_numbers():
    rows = as_csv()
    assert len(rows) == len(FRAME)
    for row, (_at, shown) in zip(rows, FRAME.iterrows(), strict=True):
        assert row["Serie"] == shown["series"]
        assert row["Dimensjon"] == CAPABILITIES.by_key[shown["dimension"]].label
        mean = row["Gjennomsnitt"]
        assert "." not in mean
        if pd.isna(shown["mean"]):
            assert mean == ""
        else:
            assert float(mean.replace(",", ".")) == shown["mean"]
        assert row["Antall svar"] == ("" if pd.isna(shown["n"]) else str(shown["n"]))
        assert row["Merknad"] == "Eksempeldata"
        assert "Dataversjon 7" in row["Kilde"]


def test_workbook_has_typed_cells_in_full_precision():
    rows = rows_of(as_workbook())
    assert [row["Serie"].value for row in rows] == list(FRAME["series"])
    for row, mean in zip(rows, FRAME["mean"], strict=True):
        value = row["Gjennomsnitt"].value
        assert value is None if pd.isna(mean) else value == pytest.approx(mean, abs=1e-12)
    assert rows[1]["Gjennomsnitt"].number_format == "0.0"
    assert isinstance(rows[1]["Antall svar"].value, int)


def test_what_is_withheld_is_empty_and_says_why():
    row = as_csv()[0]
    numbers = ["Gjennomsnitt", "Antall svar", "Standardavvik", "Første kvartil", "Median"]
    assert [row[name] for name in numbers] == [""] * 5
    assert row["Hvorfor tallet mangler"] == "færre enn 3 svar"
    cells = rows_of(as_workbook())[0]
    assert [cells[name].value for name in numbers] == [None] * 5
    assert cells["Hvorfor tallet mangler"].value == "færre enn 3 svar"


def test_the_workbook_says_where_it_comes_from():
    first, second = as_workbook().worksheets
    top = [first.cell(row, 1).value for row in (1, 2, 3)]
    assert top == [ABOUT.title, "Eksempeldata", ABOUT.source]
    behind = {row[0].value: row[1].value for row in second.iter_rows()}
    assert behind["Terskler"] == "minst 3 svar"
    assert behind["Merknad"] == "Eksempeldata"


def test_real_data_carry_no_notice():
    view = replace(VIEW, about=About(title="t", source="s", notice=""))
    assert "Merknad" not in as_csv(view)[0]
    values = [cell.value for row in as_workbook(view).worksheets[0] for cell in row]
    assert "Eksempeldata" not in values


UNSEEN = ("", " ", "\xa0", "\x00", "\u200b", "\ufeff", "\u2028", "\u202e")


@pytest.mark.parametrize("sign", [*"=+-@", *"＝＋－＠", *"﹦﹢﹣﹫"])
def test_however_wide_a_sign_is_and_whatever_unseen_stands_before_it(sign):
    for before in UNSEEN:
        assert no_formula(f"{before}{sign}1") == f"'{before}{sign}1"
    for harmless in (f"1{sign}1", f"'{sign}1", "Bodø", "−0,3", ""):
        assert no_formula(harmless) == harmless


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_in_a_file_is_evaluated(text):
    view = replace(VIEW, frame=FRAME.assign(series=text), finding=text)
    table = taken(view).rename(columns={"Dimensjon": text + "x"})
    raw = write_csv(table, ABOUT).decode("utf-8-sig")
    cells = [
        cell for row in csv.reader(io.StringIO(raw, newline=""), delimiter=";") for cell in row
    ]
    texts = [cell for cell in cells if not cell.replace(",", "").lstrip("-").isdigit()]
    assert any(cell == f"'{text}" for cell in texts)
    assert not [cell for cell in texts if cell.lstrip(" ")[:1] in tuple("=+-@\t\r\n") and cell]
    for row in as_workbook(view).worksheets[0].iter_rows():
        assert all(cell.data_type != "f" for cell in row)


def test_a_negative_number_stays_a_number():
    rows = as_csv(replace(VIEW, frame=FRAME.assign(mean=-0.5)))
    assert {row["Gjennomsnitt"] for row in rows} == {"-0,5"}


def test_the_international_kind_is_what_other_programs_read():
    raw = FORMATS["csv-int"].write([VIEW])
    assert not raw.startswith(b"\xef\xbb\xbf")
    read = pd.read_csv(io.BytesIO(raw))
    assert read["Gjennomsnitt"].tolist() == pytest.approx(FRAME["mean"].tolist(), nan_ok=True)
    assert read["Antall svar"].isna().tolist() == FRAME["n"].isna().tolist()


def test_parquet_has_types_and_says_where_it_comes_from():
    read = pq.read_table(io.BytesIO(FORMATS["parquet"].write([VIEW])))
    means = read["Gjennomsnitt"].to_pylist()
    assert [None if pd.isna(it) else it for it in FRAME["mean"]] == means
    assert {str(read.schema.field(it).type) for it in ("Antall svar", "Antall kommuner")} == {
        "int64"
    }
    notes = {key.decode(): it.decode() for key, it in read.schema.metadata.items()}
    assert notes["source"] == ABOUT.source
    assert json.loads(notes["about"])["Terskler"] == "minst 3 svar"


def test_the_workbook_draws_a_chart_of_its_own_cells():
    book = as_workbook()
    (chart,) = book.worksheets[0]._charts
    first, second = chart.series
    rows = len(FRAME) // 2
    for series, start in ((first, 0), (second, rows)):
        sheet, span = series.val.numRef.f.split("!")
        cells = book[sheet.strip("'")][span.replace("$", "")]
        values = [cell.value for (cell,) in cells]
        shown = FRAME["mean"].iloc[start : start + rows]
        assert values == [None if pd.isna(it) else pytest.approx(it) for it in shown]


def test_several_views_make_one_workbook():
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].write([VIEW, VIEW])))
    assert len(book.worksheets) == 3


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (
            ("sammenlign", "evner-10+3", "organisasjon-forarbeid", "I dag"),
            "sammenlign-evner-10-3-organisasjon-forarbeid-i-dag.csv",
        ),
        (("Værøy/Røst", "Åå", "Hábmer"), "vaeroy-rost-aa-habmer.csv"),
        (("../../etc", "con:"), "etc-con.csv"),
    ],
)
def test_file_names_are_safe(parts, name):
    assert file_name(*parts, extension=".csv") == name

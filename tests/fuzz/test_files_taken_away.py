"""Whatever people wrote, a file that is taken away executes nothing and has a safe name."""

import csv
import io
import re
import zipfile

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.exports.about import About, file_name
from maturity.exports.csv_file import FORMULA_STARTS
from maturity.exports.formats import FORMATS
from tests.fuzz.hostile import TEXTS, many

QUICK, DEEP = many(30, 1500)
TABLES = st.lists(st.tuples(TEXTS, TEXTS, st.floats(-5, 5)), min_size=1, max_size=3)
# What a program would run, fetch or follow when the file is opened.
LIVE = re.compile(
    rb"<(?:\w+:)?f[ >]|<hyperlink|TargetMode=\"External\"|<externalLink|ddeLink|hlinkClick"
)


def checked(rows, title: str, source: str) -> None:
    table = pd.DataFrame(rows, columns=["Serie", "=Hva", "Gjennomsnitt"])
    about = About(title=title, source=source, notice=title, lines=((source, title),))
    for key, form in FORMATS.items():
        content = form.write(table, about)
        if key == "csv":
            assert_plain_csv(content)
        elif zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for name in archive.namelist():
                    assert not LIVE.search(archive.read(name)), (key, name)


def assert_plain_csv(content: bytes) -> None:
    text = content.decode("utf-8-sig")
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        for cell in record:
            number = re.fullmatch(r"-?\d+([.,]\d+)?(e-?\d+)?", cell)
            assert number or not cell.lstrip(" ").startswith(FORMULA_STARTS), cell


def named(parts: list[str]) -> None:
    name = file_name(*parts, extension=".csv")
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*\.csv", name), name
    assert len(name) <= 150
    assert name.split(".")[0] not in {"con", "nul", "aux", "prn", "com1", "lpt1"}


@QUICK
@given(rows=TABLES, title=TEXTS, source=TEXTS)
def test_files_execute_nothing(rows, title, source):
    checked(rows, title, source)


@pytest.mark.deep
@DEEP
@given(rows=TABLES, title=TEXTS, source=TEXTS)
def test_of_many_files_none_executes_anything(rows, title, source):
    checked(rows, title, source)


@QUICK
@given(parts=st.lists(TEXTS, max_size=3))
def test_file_names_are_safe(parts):
    named(parts)


@pytest.mark.deep
@many(1, 4000)[1]
@given(parts=st.lists(TEXTS, max_size=3))
def test_many_file_names_are_safe(parts):
    named(parts)

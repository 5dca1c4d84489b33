"""Whatever people wrote, a file that is taken away executes nothing and has a safe name."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.exports.about import About, file_name
from maturity.exports.csv_file import FORMULA_STARTS
from maturity.exports.formats import FORMATS
from maturity.intake import values
from maturity.view import Table
from tests.exports.views import radar
from tests.fuzz.hostile import TEXTS as WRITTEN
from tests.fuzz.hostile import many

QUICK, DEEP = many(30, 1500)
TEXTS = WRITTEN.map(lambda it: values.text(it) or "-")  # as the intake lets them in
TABLES = st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3)
# What a program would run, fetch or follow when the file is opened. A chart's own references into
# its workbook (c:f) are no formulas.
LIVE = re.compile(
    rb"<(?:x:)?f[ >]|<hyperlink|TargetMode=\"External\"|<externalLink|ddeLink|hlinkClick"
)


def checked(rows, title: str, source: str) -> None:
    drawn = radar()
    series = drawn.frame["series"].unique()
    called = {old: f"{new[0]}{at}" for at, (old, new) in enumerate(zip(series, rows, strict=False))}
    frame = drawn.frame.assign(series=drawn.frame["series"].replace(called))
    about = About(title=title, source=source, notice=title, lines=((source, title),))
    hostile = replace(
        drawn,
        frame=frame,
        finding=title,
        about=about,
        panel=((title, (source,)),),
        table=Table(heads=(title, source), rows=tuple((a, b) for a, b in rows)),
    )
    for key, form in FORMATS.items():
        content = form.write((hostile,))
        if form.gathering:
            assert_only_our_own_scripts(content.decode())
        elif form.mime == "text/csv":
            assert_plain_csv(content, delimiter=";" if key == "csv" else ",")
        elif zipfile.is_zipfile(io.BytesIO(content)):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for name in archive.namelist():
                    assert not LIVE.search(archive.read(name)), (key, name)


class Tags(HTMLParser):
    """The tags of a page, each with its attributes, as a browser reads them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))


def assert_only_our_own_scripts(page: str) -> None:
    tags = Tags(page).found
    assert [tag for tag, _told in tags].count("script") == 3
    assert not {tag for tag, _told in tags} & {"img", "iframe", "object", "embed", "link", "base"}
    for tag, told in tags:
        assert not [name for name in told if name.startswith("on")], tag
        assert not (told.get("href") or "#").lstrip().lower().startswith(("javascript:", "data:"))


def assert_plain_csv(content: bytes, *, delimiter: str) -> None:
    text = content.decode("utf-8-sig")
    for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
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
@given(parts=st.lists(WRITTEN, max_size=3))
def test_file_names_are_safe(parts):
    named(parts)


@pytest.mark.deep
@many(1, 4000)[1]
@given(parts=st.lists(WRITTEN, max_size=3))
def test_many_file_names_are_safe(parts):
    named(parts)

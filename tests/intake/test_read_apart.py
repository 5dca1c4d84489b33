"""xls, ods and SPSS: what is broken or hostile ends in words, and in a process of its own."""

import re
from pathlib import Path
from zipfile import ZipFile, ZipInfo

import pytest

from maturity.errors import UserError
from maturity.intake.readers import read
from tests.formats.make import FOLDER
from tests.formats.writers import ods, sav
from tests.intake.workbook_parts import claim

KINDS = ("table.xls", "table.ods", "table.sav")


def refused(path: Path) -> str:
    with pytest.raises(UserError) as fault:
        list(read(path).rows())
    assert path.name in fault.value.message
    return fault.value.message


@pytest.mark.parametrize("name", KINDS)
def test_two_may_read_the_rows_at_once(name: str) -> None:
    sheet = read(FOLDER / name)
    first, second = sheet.rows(), sheet.rows()
    next(first)
    assert [next(second), *second][1:] == list(first)


@pytest.mark.parametrize("name", KINDS)
def test_half_a_file_is_refused(name: str, tmp_path: Path) -> None:
    content = (FOLDER / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(content[: len(content) // 2])
    assert re.search("skadet eller ufullstendig|ikke et regneark", refused(path))


def rewritten(folder: Path, *changes: tuple[str, str]) -> Path:
    """An OpenDocument spreadsheet of one cell, with something else written in its content."""
    path = folder / "a.ods"
    ods(path, [["Kommune"]])
    with ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for old, new in changes:
        assert old in parts["content.xml"]
        parts["content.xml"] = parts["content.xml"].replace(old, new)
    with ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(ZipInfo(name), text)
    return path


def test_table_that_repeats_without_end_is_refused(tmp_path: Path) -> None:
    """Two hundred bytes that a library makes seventeen billion cells of."""
    path = rewritten(
        tmp_path,
        ("<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">'),
        ("<table:table-cell ", '<table:table-cell table:number-columns-repeated="16384" '),
    )
    assert "minne" in refused(path)


def test_no_other_file_is_read_into_a_cell(tmp_path: Path) -> None:
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("hemmelig")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    path = rewritten(
        tmp_path,
        ("<office:document-content", f"{doctype}<office:document-content"),
        ("<text:p>Kommune", "<text:p>Kommune&e;"),
    )  # fmt: skip
    try:
        rows = list(read(path).rows())
    except UserError:
        return
    assert "hemmelig" not in str(rows)


def test_archive_that_unfolds_too_far_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    ods(path, [["x" * 1000]])
    with ZipFile(path) as archive:
        part = archive.getinfo("content.xml")
    claim(path, part.file_size, 3_000_000_000)
    assert "for stor å lese" in refused(path)


def test_spss_labels_and_missing_values(tmp_path: Path) -> None:
    path = tmp_path / "a.sav"
    table = [["Kommune", "x"], [1804, 1], [1804, 3], [1804, None]]
    sav(path, table, labels=["Kommune", "Svar"], values={"x": {1: "Helt uenig"}})
    assert [cells for _row, cells in read(path).rows()] == [
        ("Kommune. Kommune", "x. Svar"), (1804, "Helt uenig"), (1804, 3), (1804,)
    ]  # fmt: skip

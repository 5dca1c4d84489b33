"""Text files become rows of cells, in whatever encoding and with whatever delimiter."""

import csv
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maturity.errors import UserError
from maturity.intake.readers import Formula, Sheet, read

TEXT = "Bodø;Sømna;Ærlig"


def table(sheet: Sheet) -> list[tuple[object, ...]]:
    return [cells for _row, cells in sheet.rows()]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman", "cp850"]
)
@pytest.mark.parametrize("text", [TEXT, f"{TEXT}\nÅ;åpne;«dører» – nå"])
def test_norwegian_text_in_any_encoding(tmp_path: Path, encoding: str, text: str) -> None:
    if encoding == "cp850":
        text = text.replace("–", "-")
    path = tmp_path / "e.csv"
    path.write_bytes(text.encode(encoding))
    assert table(read(path)) == [tuple(line.split(";")) for line in text.split("\n")]


@pytest.mark.parametrize("text", ["it’s", "it’s “ok” … 5 €", "Å–Å– ø"])
def test_signs_of_word_are_windows(tmp_path: Path, text: str) -> None:
    path = tmp_path / "w.csv"
    path.write_bytes(f"Rolle;Svar\nleder;{text}\n".encode("cp1252"))
    assert table(read(path))[1][1] == text


def test_encoding_is_found_far_down(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    filling = b"Rana;" + b"x" * 5000 + b"\n"
    path.write_bytes(b"Kommune;Svar\n" + filling * 400 + "Sømna;3\n".encode("cp1252"))
    assert table(read(path))[-1] == ("Sømna", "3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a;b\n1,5;2,5\n1,7;3,5\n", [("a", "b"), ("1,5", "2,5"), ("1,7", "3,5")]),
        (
            "a;b\n1,5;x\n2,5;y;\n3,5;z;\n",
            [("a", "b"), ("1,5", "x"), ("2,5", "y"), ("3,5", "z")],
        ),
        ('a,b\nx,"Ja;Nei;"\ny,"Nei;Ja;"\n', [("a", "b"), ("x", "Ja;Nei;"), ("y", "Nei;Ja;")]),
        ('a,"b; c"\nx,"y; z"\n', [("a", "b; c"), ("x", "y; z")]),
        ("a\tb\nx, y\tz; w\n", [("a", "b"), ("x, y", "z; w")]),
        ("a|b\nx|y\n", [("a", "b"), ("x", "y")]),
        ("Kommune\nBodø\nRana, Mo\n", [("Kommune",), ("Bodø",), ("Rana, Mo",)]),
        ("sep=,\na,b\nx;y,z;w\n", [("a", "b"), ("x;y", "z;w")]),
        ("a;b;;\nx;=1+1;;\n", [("a", "b"), ("x", Formula("=1+1"))]),
        ('a;b\n"to\nlinjer";5" skjerm\n', [("a", "b"), ("to\nlinjer", '5" skjerm')]),
        ("a;b\rx;y\r", [("a", "b"), ("x", "y")]),
    ],
)
def test_delimiters(tmp_path: Path, text: str, expected: list[tuple[object, ...]]) -> None:
    path = tmp_path / "d.csv"
    path.write_bytes(text.encode())
    assert table(read(path)) == expected


def test_rows_are_numbered_as_in_a_spreadsheet_program(tmp_path: Path) -> None:
    path = tmp_path / "n.csv"
    path.write_text('\na;b\n"x\ny";1\n;\n \nz;2\n')
    assert list(read(path).rows()) == [(2, ("a", "b")), (3, ("x\ny", "1")), (6, ("z", "2"))]


WORDS = st.text("abcæøåÆØÅ é–\n\r\"'=;,|\t5", max_size=12)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    width=st.integers(2, 5),
    data=st.data(),
    delimiter=st.sampled_from("\t;|,"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
)
def test_what_is_written_comes_back(
    tmp_path: Path, width: int, data: st.DataObject, delimiter: str, encoding: str
) -> None:
    rows = data.draw(st.lists(st.lists(WORDS, min_size=width, max_size=width), max_size=6))
    table_in = [[f"Spørsmål {i}" for i in range(width)], *rows]
    path = tmp_path / "p.csv"
    with path.open("w", encoding=encoding, newline="") as target:
        csv.writer(target, delimiter=delimiter).writerows(table_in)
    back = dict(read(path).rows())
    for number, row in enumerate(table_in, start=1):
        found = ["" if cell is None else str(cell) for cell in back.get(number, ())]
        assert found + [""] * (width - len(found)) == row or not "".join(row).strip()
        assert all(isinstance(c, Formula) == (str(c)[:1] == "=") for c in back.get(number, ()))


def test_rows_before_a_fault_are_still_given(tmp_path: Path) -> None:
    path = tmp_path / "u.csv"
    path.write_text("a;b\nx;y\n" * 50 + "x;y;z\n")
    rows = read(path).rows()
    assert [next(rows)[0] for _ in range(100)] == list(range(1, 101))
    with pytest.raises(UserError, match="rad 101"):
        next(rows)

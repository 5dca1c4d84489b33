"""Whatever file somebody brings, it is read or refused in words; nothing else happens."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.errors import UserError
from maturity.intake.readers import read
from maturity.intake.store import Store
from maturity.intake.taking import Round, take
from tests.fuzz.hostile import TEXTS, many
from tests.intake.small_exports import HEADINGS, ROUND, export, person

SAMPLES = Path(__file__).parents[1] / "samples"
FORARBEID = Round(module="organisasjon", phase="forarbeid")
WHOLE = {path.name: path.read_bytes() for path in sorted(SAMPLES.glob("*-forms*.xlsx"))} | {
    "limesurvey.csv": (SAMPLES / "modul3-limesurvey.csv").read_bytes()[:4000],
    "means.csv": (SAMPLES / "modul4-means.csv").read_bytes()[:4000],
}
QUICK, DEEP = many(15, 700)
# Where in the file, by thousandths, and what is put there.
WOUNDS = st.lists(
    st.tuples(st.integers(0, 999), st.binary(max_size=6) | TEXTS.map(lambda it: it.encode())),
    min_size=1,
    max_size=4,
)
ROWS = st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS, TEXTS), min_size=1, max_size=3)
NAMES = TEXTS.map(lambda it: it.replace("/", "").replace("\x00", "")[:40] or "a")


def wounded(folder: Path, name: str, wounds: list[tuple[int, bytes]], *, cut: bool) -> None:
    content = bytearray(WHOLE[name])
    for where, what in wounds:
        at = len(content) * where // 1000
        content[at : at + len(what)] = what
    if cut:
        content = content[: len(content) * wounds[0][0] // 1000]
    path = folder / name
    path.write_bytes(content)
    with contextlib.suppress(UserError):
        take(path, FORARBEID, store=Store(folder / "answers"), write=False)


def written(folder: Path, rows, name: str, headings: list[str]) -> None:
    """Write hostile cells below the headings, and one sound row."""
    given = [person(kommune, at=at, who=who, barrier=words) for kommune, at, who, words, _ in rows]
    path = folder / f"{name}.csv"
    with contextlib.suppress(OSError, UnicodeError):  # this disk takes no such name
        export(path, person(barrier=rows[0][3]), *given, headings=[*HEADINGS, *headings])
    with contextlib.suppress(UserError):
        take(path, ROUND, store=Store(folder / "answers"), write=False)
    with contextlib.suppress(UserError):
        for _row in read(path).rows():
            pass


PARTS = {"name": st.sampled_from(sorted(WHOLE)), "wounds": WOUNDS, "cut": st.booleans()}
CELLS = {"rows": ROWS, "name": NAMES, "headings": st.lists(TEXTS, max_size=2)}


@QUICK
@given(**PARTS)
def test_a_damaged_file_is_read_or_refused(tmp_path, name, wounds, cut):
    wounded(tmp_path, name, wounds, cut=cut)


@QUICK
@given(**CELLS)
def test_hostile_cells_are_read_or_refused(tmp_path, rows, name, headings):
    written(tmp_path, rows, name, headings)


@pytest.mark.deep
@DEEP
@given(**PARTS)
def test_many_damaged_files_are_read_or_refused(tmp_path, name, wounds, cut):
    wounded(tmp_path, name, wounds, cut=cut)


@pytest.mark.deep
@many(1, 3000)[1]
@given(**CELLS)
def test_many_hostile_cells_are_read_or_refused(tmp_path, rows, name, headings):
    written(tmp_path, rows, name, headings)

"""Whatever is wrong with a file of any kind, it is read or refused in words, in time."""

import contextlib
import json
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.errors import UserError
from maturity.intake.readers import read
from maturity.intake.store import Store
from maturity.intake.taking import take
from tests.formats.make import FOLDER
from tests.fuzz.hostile import TEXTS, many
from tests.fuzz.hostile_files import HOSTILE
from tests.fuzz.hostile_tables import many_tables
from tests.fuzz.test_files_brought import FORARBEID, WOUNDS
from tests.intake.small_exports import HEADINGS, ROUND

APART = ("table.xls", "table.ods", "table.sav")
LIMIT = 180  # seconds for one file: a hang, however busy the machine is
JSON = (FOLDER / "table.jsonl").read_bytes()
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda it: st.lists(it, max_size=3) | st.dictionaries(TEXTS, it, max_size=2),
    max_leaves=6,
)
OBJECTS = st.lists(
    st.dictionaries(st.sampled_from(HEADINGS) | TEXTS, VALUES, max_size=9), min_size=1, max_size=4
)


@contextlib.contextmanager
def in_time() -> Iterator[None]:
    """Fail where something does not end."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ended(*_args: object) -> None:
        raise AssertionError(f"not done after {LIMIT} seconds")

    before = signal.signal(signal.SIGALRM, ended)
    signal.alarm(LIMIT)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def brought(path: Path, round_=ROUND) -> None:
    """Check a file, and read it to its end; whatever happens, nothing but the file is there."""
    answers = path.parent / "answers"
    before = sorted(path.parent.iterdir())
    with in_time():
        with contextlib.suppress(UserError):
            take(path, round_, store=Store(answers), write=False)
        with contextlib.suppress(UserError):
            for _row in read(path).rows():
                pass
    assert sorted(path.parent.iterdir()) == before


def wounded(content: bytes, wounds: list[tuple[int, bytes]], *, cut: bool) -> bytes:
    found = bytearray(content)
    for where, what in wounds:
        at = len(found) * where // 1000
        found[at : at + len(what)] = what
    return bytes(found[: len(found) * wounds[0][0] // 1000] if cut else found)


@pytest.mark.parametrize("make", [*HOSTILE, many_tables], ids=lambda it: it.__name__)
def test_a_hostile_file_is_read_or_refused(tmp_path: Path, make):
    brought(make(tmp_path))


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("table.*")))
@pytest.mark.parametrize("extension", [".xlsx", ".csv"])
def test_what_a_file_calls_itself_counts_for_nothing(tmp_path: Path, name: str, extension: str):
    path = tmp_path / f"svar{extension}"
    shutil.copy(FOLDER / name, path)
    again = [cells for _row, cells in read(path).rows()]
    assert again == [cells for _row, cells in read(FOLDER / name).rows()]


def damaged(folder: Path, name: str, content: bytes, wounds, *, cut: bool) -> None:
    path = folder / name
    path.write_bytes(wounded(content, wounds, cut=cut))
    brought(path, FORARBEID)


def of_lines(folder: Path, objects: list[dict]) -> None:
    path = folder / "a.jsonl"
    path.write_text("\n".join(json.dumps(it) for it in objects), encoding="utf-8")
    brought(path)


PARTS = {"wounds": WOUNDS, "cut": st.booleans()}


@pytest.mark.parametrize("name", APART)
@many(3, 1)[0]
@given(**PARTS)
def test_a_damaged_file_of_another_library_is_read_or_refused(tmp_path, name, wounds, cut):
    damaged(tmp_path, name, (FOLDER / name).read_bytes(), wounds, cut=cut)


@many(15, 1)[0]
@given(**PARTS)
def test_damaged_lines_are_read_or_refused(tmp_path, wounds, cut):
    damaged(tmp_path, "a.jsonl", JSON[:6000], wounds, cut=cut)


@many(25, 1)[0]
@given(objects=OBJECTS)
def test_hostile_objects_are_read_or_refused(tmp_path, objects):
    of_lines(tmp_path, objects)


@pytest.mark.deep
@pytest.mark.parametrize("name", APART)
@many(1, 700)[1]
@given(**PARTS)
def test_many_damaged_files_of_other_libraries(tmp_path, name, wounds, cut):
    damaged(tmp_path, name, (FOLDER / name).read_bytes(), wounds, cut=cut)


@pytest.mark.deep
@many(1, 2500)[1]
@given(**PARTS)
def test_many_damaged_lines(tmp_path, wounds, cut):
    damaged(tmp_path, "a.jsonl", JSON[:6000], wounds, cut=cut)


@pytest.mark.deep
@many(1, 2500)[1]
@given(objects=OBJECTS)
def test_many_hostile_objects(tmp_path, objects):
    of_lines(tmp_path, objects)

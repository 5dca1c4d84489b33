"""Addresses and names are nowhere in what an import leaves behind; the key is its owner's alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from maturity.errors import UserError
from maturity.intake.pseudonym import key, pseudonym
from maturity.intake.readers import read
from maturity.intake.store import Store
from maturity.intake.taking import Round, take
from maturity.settings import ROOT

SAMPLES = Path(__file__).parents[1] / "samples"
EXPORTS = {"modul1-forms.xlsx": "organisasjon", "modul3-limesurvey.csv": "strategi"}
PERSONAL = re.compile(r"e-post|^navn$|token", re.IGNORECASE)


def personal(path: Path) -> set[str]:
    """What stands in the columns of addresses, names and tokens of an export."""
    (_row, headings), *rows = read(path).rows()
    columns = [i for i, heading in enumerate(headings) if PERSONAL.search(str(heading))]
    found = {str(row[i]) for _number, row in rows for i in columns if i < len(row) and row[i]}
    return found - {"anonymous"}


def left_behind(folder: Path) -> str:
    """All text in all files of a folder; Parquet is unpacked."""
    texts = []
    for path in folder.rglob("*"):
        if path.suffix == ".parquet":
            texts.append(str(pq.read_table(path).to_pylist()))
            texts.append(str(pq.read_schema(path).metadata))
        elif path.is_file():
            texts.append(path.read_text("utf-8", errors="replace"))
        texts.append(path.name)
    return "\n".join(texts).casefold()


@pytest.mark.parametrize("name", EXPORTS)
def test_no_address_name_or_token_is_stored(name: str, tmp_path: Path):
    people = personal(SAMPLES / name)
    assert len(people) > 50
    store = Store(tmp_path / "answers")
    take(SAMPLES / name, Round(module=EXPORTS[name], phase="forarbeid"), store=store)
    left = left_behind(tmp_path)
    assert "ledelse" in left, "what was left is not what was searched"
    assert [who for who in people if who.casefold() in left] == []


def test_key_is_made_once_and_for_its_owner(tmp_path: Path):
    made = key(tmp_path / "answers")
    assert len(made) == 64
    assert key(tmp_path / "answers") == made
    (file,) = tmp_path.iterdir()
    assert file.name == "answers.key"
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600


def test_many_who_need_the_key_at_once_get_the_same(tmp_path: Path):
    code = "import sys; from pathlib import Path; from maturity.intake.pseudonym import key; "
    code += "sys.stdout.write(key(Path(sys.argv[1])).decode())"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "answers")],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        for _ in range(4)
    ]
    assert len({process.communicate()[0] for process in running}) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["answers.key"]


def test_key_of_the_environment_comes_first(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("MATURITY_KEY", "secret")
    assert key(tmp_path / "answers") == b"secret"
    assert list(tmp_path.iterdir()) == []


def test_empty_key_is_refused(tmp_path: Path):
    (tmp_path / "answers.key").touch()
    with pytest.raises(UserError, match="sikkerhetskopi"):
        key(tmp_path / "answers")


def test_pseudonym_depends_on_the_key_and_not_on_how_the_address_is_written():
    assert pseudonym(" Kari@Kommune.no ", b"a") == pseudonym("kari@kommune.no", b"a")
    assert pseudonym("kari@kommune.no", b"a") != pseudonym("kari@kommune.no", b"b")

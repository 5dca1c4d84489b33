"""Broken reference data is refused with file, place and cause; a new instrument is one TOML."""

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from maturity import queries
from maturity.errors import UserError
from maturity.intake.store import Store
from maturity.intake.taking import Round, take
from maturity.reference import load, reference
from maturity.settings import ROOT
from tests.made_answers import opened, viewer

FIVE, CAPABILITIES = "instruments/modenhet-5gen.toml", "instruments/evner-10+3.toml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the reference data that the product reads instead of its own."""
    copy = tmp_path / "reference"
    shutil.copytree(ROOT / "data" / "reference", copy)
    monkeypatch.setenv("MATURITY_REFERENCE", str(copy))
    return copy


def replace(old: str, new: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    return change


def append(text: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(path.read_bytes() + text)


def again(path: Path) -> None:
    """Write a file's last line once more."""
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[-1], ""]), "utf-8")


@pytest.mark.parametrize(
    ("file", "change", "told"),
    [
        pytest.param(FIVE, append(b"\nkey = = 3"), ["line"], id="no TOML"),
        pytest.param(FIVE, append(b'\n# \xe5\n'), ["utf-8"], id="TOML in another encoding"),
        pytest.param(FIVE, replace("ordered = true", ""), ["ordered"], id="field missing"),
        pytest.param(
            FIVE, replace("ordered = true", 'ordered = "of course"'), ["ordered", "of course"],
            id="wrong type",
        ),
        pytest.param(FIVE, replace("ordered", "orderd"), ["orderd"], id="field misspelt"),
        pytest.param(FIVE, replace("max = 5", "max = 6"), ["5 tekster til 6 punkter"], id="scale"),
        pytest.param(FIVE, replace('key = "gen2"', 'key = "gen1"'), ["gen1"], id="code twice"),
        pytest.param(FIVE, replace('key = "gen1"', 'key = "Gen 1"'), ["Gen 1"], id="no code"),
        pytest.param(
            FIVE, replace("modenhet-5gen", "modenhet-7gen"), ["key", "modenhet-5gen"],
            id="key is not the file's name",
        ),
        pytest.param(
            CAPABILITIES, replace('area = "strategi"', 'area = "strategy"'), ["area", "strategy"],
            id="unknown area",
        ),
        pytest.param("programme.toml", Path.unlink, ["mangler"], id="programme missing"),
        pytest.param("programme.toml", replace("phases", "fases"), ["fases"], id="no phases"),
        pytest.param("kommuner.csv", Path.unlink, ["mangler"], id="kommuner missing"),
        pytest.param("kommuner.csv", again, ["rad 43", "to ganger"], id="kommune twice"),
        pytest.param(
            "kommuner.csv", replace("53712", "many"), ["rad 2", "population", "many"],
            id="population is no number",
        ),
        pytest.param("kommuner.csv", replace("1804,", "804,"), ["rad 2", "804"], id="three digits"),
        pytest.param("kommuner.csv", replace("region,", "Region,"), ["region"], id="column gone"),
        pytest.param("kommuner.csv", append(b"1804,Bod"), ["rad 43"], id="cut short"),
        pytest.param("kommuner.csv", append(b"," * 20), ["rad 43"], id="too many cells"),
        pytest.param(
            "kommuner.csv", lambda path: path.write_text(path.read_text("utf-8"), "utf-16"),
            ["utf-8"], id="kommuner in another encoding",
        ),
        pytest.param(
            "kommuner.csv", lambda path: path.write_text("kommune,name\n", "utf-8"),
            ["rad 2", "region"], id="no kommune",
        ),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_place_and_cause(
    folder: Path, file: str, change: Callable[[Path], object], told: list[str]
) -> None:
    change(folder / file)
    with pytest.raises(UserError) as refusal:
        load(folder)
    for words in (str(folder / file), *told):
        assert words in refusal.value.message


def test_no_instrument_at_all_is_refused(folder: Path) -> None:
    shutil.rmtree(folder / "instruments")
    with pytest.raises(UserError, match="minst ett rammeverk"):
        load(folder)


def test_the_command_line_refuses_it_before_anything_else(folder: Path, tmp_path: Path) -> None:
    (folder / "programme.toml").unlink()
    for command in (["history"], ["demo"]):
        done = subprocess.run(
            [sys.executable, "-m", "maturity.intake", *command],
            cwd=ROOT, capture_output=True, text=True, timeout=60,
            env={"MATURITY_REFERENCE": str(folder), "MATURITY_ANSWERS": str(tmp_path / "answers")},
        )  # fmt: skip
        assert done.returncode == 1
        assert "programme.toml" in done.stderr
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "answers").exists()


TIDY = """
key = "ryddighet-1"
name = {nb = "Ryddighet", en = "Tidiness"}
ordered = false

[scale]
min = 0
max = 3
labels = {nb = ["Aldri", "Sjelden", "Ofte", "Alltid"]}
not_answered = {nb = ["Vet ikke"]}

[aspects]
now = {nb = "I dag"}
target = {nb = "Om et år"}

[[areas]]
key = "huset"
name = {nb = "Huset"}

[[dimensions]]
key = "skap"
area = "huset"
name = {nb = "Skap"}
title_status = "working-title"
items = [
    {key = "skap-1", text = {nb = "Skapet er ryddig."}},
    {key = "skap-2", text = {nb = "Skapet kan lukkes."}},
]

[[dimensions]]
key = "skuff"
area = "huset"
name = {nb = "Skuff"}
title_status = "working-title"
items = [{key = "skuff-1", text = {nb = "Skuffen er ryddig."}}]

[[dimensions]]
key = "bod"
area = "huset"
name = {nb = "Bod"}
title_status = "working-title"
items = [{key = "bod-1", text = {nb = "Boden er ryddig."}}]
"""


def test_an_instrument_of_ones_own_is_one_file_and_no_code(folder: Path, tmp_path: Path) -> None:
    (folder / "instruments" / "ryddighet-1.toml").write_text(TIDY, "utf-8")
    export = tmp_path / "ryddighet.csv"
    with export.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, delimiter=";").writerow
        asked = (
            "Skapet er ryddig.",
            "Skapet kan lukkes.",
            "Skuffen er ryddig.",
            "Boden er ryddig.",
        )
        write(["Kommune", "E-post"] + [f"I dag: {it}" for it in asked])
        write(["Bodø", "a@eksempel.no", "Alltid", "Ofte", "Aldri", "Sjelden"])
        write(["Bodø", "b@eksempel.no", "Alltid", "Vet ikke", "Aldri", "Sjelden"])
        write(["Bodø", "c@eksempel.no", "Vet ikke", "Vet ikke", "Ofte", "Sjelden"])
        write(["Bodø", "d@eksempel.no", "Aldri", "Sjelden", "Ofte", "Sjelden"])
    answers = tmp_path / "answers"
    round_ = Round(module="ledelse", phase="forarbeid", invented=True)
    take(export, round_, store=Store(answers))
    assert "ryddighet-1" in reference().instruments
    data, reader = opened(answers), viewer("1804")
    assert queries.rounds(data, viewer=reader)["instrument"].tolist() == ["ryddighet-1"]
    shown = queries.scores_by_kommune(
        data,
        viewer=reader,
        survey_round="ledelse-forarbeid",
        instrument="ryddighet-1",
        aspect="now",
    ).set_index("dimension")
    assert shown["mean"].to_dict() == pytest.approx({"skap": 2, "skuff": 1, "bod": 1})
    assert shown["n"].to_dict() == {"skap": 3, "skuff": 4, "bod": 4}

"""Where the answers may lie: no path that a table would be lost under."""

from pathlib import Path

import pytest

from maturity.errors import UserError
from maturity.intake.__main__ import main
from maturity.settings import answers_path
from tests.intake.small_exports import export, person


@pytest.mark.parametrize("sign", ["#", "?", "%20", "%", "[1]", "*", "\\", "\n"])
def test_path_that_a_table_would_be_lost_under_is_refused(
    sign: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    folder = tmp_path / f"a{sign}b"
    monkeypatch.setenv("MATURITY_ANSWERS", str(folder / "answers"))
    with pytest.raises(UserError, match="tegn som ikke kan brukes"):
        answers_path()
    file = export(tmp_path / "a.csv", person())
    about = ["--module", "ledelse", "--phase", "forarbeid"]
    for command in (["demo"], ["history"], ["undo"], ["take", str(file), *about]):
        assert main(command) == 1
        assert "tegn som ikke kan brukes" in capsys.readouterr().err
    assert not folder.exists()


def test_folder_below_such_a_path_is_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "C#"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("MATURITY_ANSWERS", "answers")
    with pytest.raises(UserError, match="kan brukes: #"):
        answers_path()


@pytest.mark.parametrize("place", ["s3://bucket/answers", "file:///tmp/answers"])
def test_address_is_no_folder(place: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("MATURITY_ANSWERS", place)
    with pytest.raises(UserError, match="adresser til et annet lager"):
        answers_path()


def test_file_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "answers"
    file.write_text("")
    monkeypatch.setenv("MATURITY_ANSWERS", str(file))
    with pytest.raises(UserError, match="det er en fil"):
        answers_path()


@pytest.mark.parametrize("name", ["a b", "æøå", "a'b", "a{1}", "a;b&c+d", 'a"b'])
def test_other_signs_are_only_a_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / name / "answers"))
    file = str(export(tmp_path / "a.csv", person()))
    about = ["--module", "ledelse", "--phase", "forarbeid"]
    assert main(["take", file, *about]) == 0
    assert main(["take", file, *about]) == 1
    assert "lest inn før" in capsys.readouterr().err
    assert main(["demo"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["undo"]) == 0

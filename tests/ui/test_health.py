"""/healthz says whether all can be read, in one word, and the reason to nobody but the log."""

import shutil
from pathlib import Path

import pytest

from maturity.settings import ROOT
from maturity.ui import health


@pytest.fixture(autouse=True)
def asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_found", (-health.SECONDS, False))


def told() -> tuple[int, bytes]:
    answer = health.answer(None)
    return answer.status_code, answer.body


def test_all_is_well(answers: Path) -> None:
    assert told() == (200, b"ok")


def test_where_no_answers_lie_it_cannot_serve(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "nothing"))
    assert told() == (503, b"unavailable")


def test_nor_where_the_configuration_is_broken(answers, tmp_path, monkeypatch, caplog) -> None:
    shutil.copytree(ROOT / "data" / "reference", tmp_path / "reference")
    (tmp_path / "reference" / "programme.toml").write_text("broken = ")
    monkeypatch.setenv("MATURITY_REFERENCE", str(tmp_path / "reference"))
    assert told() == (503, b"unavailable")
    assert "programme.toml" in caplog.text


def test_who_asks_often_gets_the_same_answer(answers, tmp_path, monkeypatch) -> None:
    assert told()[0] == 200
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "nothing"))
    assert told()[0] == 200

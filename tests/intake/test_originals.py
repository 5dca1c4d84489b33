"""The file that was taken in is kept encrypted where that is asked for, and else not at all."""

import os
from pathlib import Path

import pytest

from maturity.errors import UserError
from maturity.intake import originals
from maturity.intake.__main__ import main
from maturity.intake.store import Store
from maturity.intake.taking import take, undo
from tests.intake.small_exports import ROUND, export, person, taken

KEY = originals.new_key()


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))
    return Store(tmp_path / "answers")


@pytest.fixture
def keep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(originals.SETTING, KEY)
    monkeypatch.setattr(originals, "PIECE", 100)  # so that there are several


def everything(store: Store) -> list[Path]:
    return [it for it in store.path.parent.rglob("*.encrypted") if it.is_file()]


def test_nothing_is_kept_unless_it_is_asked_for(store: Store, tmp_path: Path):
    taken(export(tmp_path / "a.csv", person()), store)
    assert everything(store) == []
    assert not (tmp_path / "answers.files").exists()


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_it_is_kept_encrypted_for_its_owner_and_comes_back(store, tmp_path, keep, capfdbinary):
    path = export(tmp_path / "a.csv", *(person(who=f"{n}@kommune.no") for n in range(9)))
    version = taken(path, store).version
    (kept,) = everything(store)
    assert b"kommune.no" not in kept.read_bytes()
    assert kept.stat().st_mode & 0o077 == 0
    assert kept.parent.stat().st_mode & 0o077 == 0
    assert main(["original", "--version", str(version)]) == 0
    assert capfdbinary.readouterr().out == path.read_bytes()


def test_it_goes_with_its_import(store: Store, tmp_path: Path, keep):
    taken(export(tmp_path / "a.csv", person()), store)
    undo(store)
    assert everything(store) == []


def test_what_is_refused_is_not_kept(store: Store, tmp_path: Path, keep, monkeypatch):
    with pytest.raises(UserError):
        take(export(tmp_path / "b.csv", person("Ingensteds")), ROUND, store=store)
    take(export(tmp_path / "a.csv", person()), ROUND, store=store, write=False)
    assert everything(store) == []

    def full(*_args: object, **_kwargs: object) -> int:
        raise UserError("full")

    monkeypatch.setattr(Store, "take", full)
    with pytest.raises(UserError, match="full"):
        take(export(tmp_path / "a.csv", person()), ROUND, store=store)
    assert everything(store) == []


def test_what_cannot_be_kept_is_not_taken_in(store: Store, tmp_path: Path, keep):
    (tmp_path / "answers.files").write_text("in the way")
    with pytest.raises(UserError, match="Får ikke tatt vare på filen"):
        taken(export(tmp_path / "a.csv", person()), store)
    assert store.history() == []


@pytest.mark.parametrize("harm", ["cut", "turned", "another key", "flipped"])
def test_a_file_that_is_not_whole_is_none(store, tmp_path, keep, monkeypatch, harm):
    path = export(tmp_path / "a.csv", *(person(who=f"{n}@kommune.no") for n in range(9)))
    taken(path, store)
    (kept,) = everything(store)
    lines = kept.read_bytes().splitlines(keepends=True)
    assert len(lines) > 3
    if harm == "cut":
        kept.write_bytes(b"".join(lines[:-1]))
    elif harm == "turned":
        kept.write_bytes(b"".join([lines[1], lines[0], *lines[2:]]))
    elif harm == "flipped":
        kept.write_bytes(lines[0][:50] + bytes([lines[0][50] ^ 1]) + b"".join(lines)[51:])
    else:
        monkeypatch.setenv(originals.SETTING, originals.new_key())
    digest = kept.stem
    with pytest.raises(UserError, match="skadet, eller nøkkelen er en annen"):
        b"".join(originals.original(digest, answers=store.path))


def test_what_is_no_key_stops_the_import(store: Store, tmp_path: Path, monkeypatch):
    monkeypatch.setenv(originals.SETTING, "hemmelig")
    with pytest.raises(UserError, match="ingen nøkkel"):
        taken(export(tmp_path / "a.csv", person()), store)
    assert store.history() == []

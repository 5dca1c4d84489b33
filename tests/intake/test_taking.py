"""What stands in the table once a file is in."""

import datetime
import getpass
from pathlib import Path

import pytest

from maturity.errors import UserError
from maturity.intake.store import Store
from maturity.intake.taking import Round, take
from tests.intake.small_exports import HEADINGS, ROUND, export, person, rows, taken


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data" / "answers")


def test_rows_of_one_person(store: Store, tmp_path: Path):
    barrier = "Tid; penger\nog «folk»"
    headings = [*HEADINGS, "Barrieretema"]
    row = [*person(scores=("Helt enig", "Vet ikke"), barrier=barrier), "Økonomi; Kompetanse;"]
    taken(export(tmp_path / "a.csv", row, headings=headings), store)
    found = sorted(rows(store), key=lambda row: (row["kind"], row["item"]))  # Delta has no order
    assert len({row["respondent"] for row in found}) == 1
    for line in found:
        assert line["kommune"] == "1804"
        assert line["role"] == "Leder"
        assert line["answered_at"] == datetime.date(2024, 3, 1)
        assert line["survey_round"] == "ledelse-forarbeid"
        assert (line["module"], line["phase"]) == ("ledelse", "forarbeid")
        assert line["invented"] is False
        assert line["n"] is None
    answers = [
        (row["kind"], row["item"], row["aspect"], row["score"], row["text"]) for row in found
    ]
    assert answers == [
        ("barrier", None, None, None, "Tid; penger og «folk»"),
        ("score", "gen1-1", "now", 5.0, None),
        ("score", "gen1-2", "now", None, "Vet ikke"),
    ]
    assert [row["themes"] for row in found] == [["Økonomi", "Kompetanse"], None, None]


@pytest.mark.parametrize("text", ["=1+1", "=HYPERLINK('http://x')", "@SUM(A1)", "+47", "-", "0301"])
def test_text_is_kept_as_text(store: Store, tmp_path: Path, text: str):
    taken(export(tmp_path / "a.csv", person(barrier=text)), store)
    (comment,) = [row for row in rows(store) if row["kind"] == "barrier"]
    assert comment["text"] == text


def test_date_of_the_round_where_the_file_has_none(store: Store, tmp_path: Path):
    day = datetime.date(2024, 5, 14)
    path = export(tmp_path / "a.csv", person(at=""), person(who="b"))
    take(path, Round(module="ledelse", phase="forarbeid", date=day), store=store)
    assert {row["answered_at"] for row in rows(store)} == {day, datetime.date(2024, 3, 1)}


def test_same_person_is_the_same_in_the_next_round(store: Store, tmp_path: Path):
    for key in ("r1", "r2"):
        path = export(tmp_path / f"{key}.csv", person(who=f"{key}@x.no"), person())
        take(path, Round(module="ledelse", phase="forarbeid", key=key), store=store)
    people = {key: {r["respondent"] for r in rows(store) if r["survey_round"] == key}
              for key in ("r1", "r2")}  # fmt: skip
    assert len(people["r1"] & people["r2"]) == 1


def test_check_leaves_nothing_behind(store: Store, tmp_path: Path):
    path = export(tmp_path / "a.csv", person())
    assert take(path, ROUND, store=store, write=False).version is None
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("round_", "words"),
    [
        (Round(module="data", phase="forarbeid"), "«data» er ikke kjent"),
        (Round(module="ledelse", phase="fest"), "«fest» er ikke kjent"),
        (Round(module="ledelse", phase="forarbeid", key="Å"), "«Å» kan ikke være koden"),
        (Round(module="ledelse", phase="forarbeid", key="a' or 'a'='a"), "bindestrek"),
    ],
)
def test_unknown_round_is_refused(store: Store, tmp_path: Path, round_: Round, words: str):
    with pytest.raises(UserError, match=words):
        take(export(tmp_path / "a.csv", person()), round_, store=store)


def test_user_without_a_name(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def nobody() -> str:
        raise KeyError("uid not found: 1234")

    monkeypatch.setattr(getpass, "getuser", nobody)
    taken(export(tmp_path / "a.csv", person()), store)
    assert store.history()[0].who == "ukjent"

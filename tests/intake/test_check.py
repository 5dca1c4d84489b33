"""All faults of a file at once, each with its place; and which rows count."""

from pathlib import Path

import pytest

from maturity.errors import UserError
from maturity.intake.store import Store
from maturity.intake.taking import Round, take
from tests.intake.small_exports import HEADINGS, export, person, rows, taken

SAMPLES = Path(__file__).parents[1] / "samples"
FORARBEID = Round(module="organisasjon", phase="forarbeid")
MEANS = ["Modul", "Kommune", "Kartlegging", "Dimensjon", "Nå eller mål", "Snitt", "Antall svar"]
MEAN = ["ledelse", "Bodø", "evner-10+3", "Datadrevet", "I dag", "2,5", 8]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "data" / "answers")


def faults(path: Path, store: Store) -> list[tuple[int | None, str | None, str | None]]:
    """Row, what stood there and suggestion of each fault; nothing is taken in."""
    with pytest.raises(UserError) as refusal:
        taken(path, store)
    assert store.table() is None
    return [(it.row, it.found, it.suggestion) for it in refusal.value.problems]


def scores(store: Store) -> list[float | None]:
    return [row["score"] for row in rows(store) if row["kind"] == "score"]


def test_six_faults_are_reported_and_nothing_is_taken_in(store: Store):
    with pytest.raises(UserError) as refusal:
        take(SAMPLES / "modul1-forms-with-errors.xlsx", FORARBEID, store=store)
    found = {(p.row, p.found, p.suggestion) for p in refusal.value.problems}
    assert found == {
        (2, "Bodo", "Bodø"),
        (3, "Heltt enig", "Helt enig"),
        (4, "6", None),
        (5, None, None),
        (6, "i går", None),
        (7, "=1+1", None),
    }
    assert all(problem.column for problem in refusal.value.problems)
    assert store.table() is None


def test_later_submission_of_the_same_person_replaces_the_earlier(store: Store, tmp_path: Path):
    path = export(
        tmp_path / "a.csv",
        person(at="2024-03-02 10:00", scores=(5, 5)),
        person(at="2024-03-01 10:00", who=" KARI@kommune.no", scores=(1, 1)),
        person(who="ola@kommune.no", scores=(2, "")),
    )
    checked = taken(path, store).checked
    assert (checked.counted, checked.repeated) == (3, 1)
    assert sorted(scores(store), key=str) == [2, 5, 5, None]


def test_who_gave_no_address_is_one_person_each_time(store: Store, tmp_path: Path):
    who = ["", "anonymous", "Anonym", ""]
    path = export(tmp_path / "a.csv", *(person(who=it) for it in who))
    assert taken(path, store).checked.repeated == 0
    assert len({row["respondent"] for row in rows(store)}) == len(who)


def test_unfinished_rows_do_not_count_and_are_no_fault(store: Store, tmp_path: Path):
    headings = ["id", "submitdate", "lastpage", "token", "kommune", "gen1-1"]
    path = export(
        tmp_path / "a.csv",
        [1, "2024-03-01 10:00:00", 9, "t1", "Bodø", 4],
        [2, "", 1, "t2", "", ""],
        [3, "", 3, "t3", "Bodo", 3],
        headings=headings,
    )
    checked = taken(path, store).checked
    assert (checked.counted, checked.unfinished, checked.kommuner) == (1, 2, {"1804"})
    assert scores(store) == [4]


@pytest.mark.parametrize("below", [[], [["", "", "", ""]]], ids=["nothing", "blank"])
def test_headings_only(store: Store, tmp_path: Path, below: list[list[str]]):
    with pytest.raises(UserError, match="ingen fullførte svar"):
        taken(export(tmp_path / "a.csv", *below), store)
    assert store.table() is None


def test_every_fault_of_every_row(store: Store, tmp_path: Path):
    path = export(
        tmp_path / "a.csv",
        person("Bodo", at="i går", scores=("Helt einig", "=1+1")),
        person(),
        person("", scores=(9, -1)),
    )
    assert faults(path, store) == [
        (2, "i går", None),
        (2, "Bodo", "Bodø"),
        (2, "Helt einig", "Helt enig"),
        (2, "=1+1", None),
        (4, None, None),
        (4, "9", None),
        (4, "-1", None),
    ]


def test_a_thousand_faults_are_enough(store: Store, tmp_path: Path):
    path = export(tmp_path / "a.csv", *(person("Oslo") for _ in range(1100)))
    with pytest.raises(UserError, match="minst 1000 feil") as refusal:
        taken(path, store)
    assert len(refusal.value.problems) == 1000


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({0: "strategi"}, [(2, "strategi", None)]),
        ({2: "evner-10+4"}, [(2, "evner-10+4", "evner-10+3")]),
        ({3: "Datadreven"}, [(2, "Datadreven", "datadrevet")]),
        ({4: "I daag"}, [(2, "I daag", "now")]),
        ({5: "5,01"}, [(2, "5,01", None)]),
        ({6: 0}, [(2, "0", None)]),
        ({6: "åtte"}, [(2, "åtte", None)]),
    ],
)
def test_faults_of_a_table_of_means(store: Store, tmp_path: Path, change, found):
    row = [change.get(i, cell) for i, cell in enumerate(MEAN)]
    assert faults(export(tmp_path / "a.csv", row, headings=MEANS), store) == found


def test_same_mean_twice_is_a_fault(store: Store, tmp_path: Path):
    path = export(tmp_path / "a.csv", MEAN, [*MEAN[:5], "3,5", 9], headings=MEANS)
    ((row, found, _none),) = faults(path, store)
    assert row == 3
    assert found == "1804, evner-10+3, datadrevet, now"


def test_mean_keeps_its_count(store: Store, tmp_path: Path):
    taken(export(tmp_path / "a.csv", MEAN, headings=MEANS), store)
    (row,) = rows(store)
    assert (row["score"], row["n"], row["respondent"]) == (2.5, 8, None)


def test_columns_without_heading_are_told(store: Store, tmp_path: Path):
    headings = [*HEADINGS[:2], "", *HEADINGS[2:], ""]
    lines = [[*person()[:2], "", *person()[2:], ""], [*person()[:2], "x", *person()[2:], "y"]]
    found = taken(export(tmp_path / "a.csv", *lines, headings=headings), store)
    assert found.checked.untitled == {"C", "I"}

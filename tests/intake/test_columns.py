"""Which column is what, and what is said of headings that are not."""

from pathlib import Path

import pytest

from maturity.errors import UserError
from maturity.intake.columns import Columns, recognise
from maturity.intake.readers import read
from maturity.reference import reference
from tests.intake.small_exports import HEADINGS, export, person

SAMPLES = Path(__file__).parents[1] / "samples"
INSTRUMENTS = list(reference().instruments.values())


def recognised(path: Path) -> Columns:
    return recognise(read(path), INSTRUMENTS)


@pytest.mark.parametrize(
    ("name", "layout", "counts"),
    [
        ("modul1-forms.xlsx", "microsoft-forms", {"modenhet-5gen": 20, "evner-10+3": 52}),
        ("modul2-forms.xlsx", "microsoft-forms", {"modenhet-5gen": 20, "evner-10+3": 52}),
        ("modul3-limesurvey.csv", "limesurvey", {"modenhet-5gen": 20, "evner-10+3": 52}),
        ("modul4-means.csv", "means", {}),
    ],
)
def test_samples_are_recognised_whole(name: str, layout: str, counts: dict[str, int]):
    columns = recognised(SAMPLES / name)
    asked = [it.instrument for it in columns.statements.values()]
    assert columns.layout.key == layout
    assert {key: asked.count(key) for key in asked} == counts
    assert {it.key for it in columns.instruments} == set(counts)
    assert columns.unmatched == ()


def test_every_column_is_used_ignored_or_listed(tmp_path: Path):
    headings = ["Navn", *HEADINGS, "Vær", "", "gen9-9", "VÆR"]
    columns = recognised(export(tmp_path / "a.csv", headings=headings))
    assert columns.unmatched == ("Vær", "gen9-9", "VÆR")
    assert set(columns.fields) == {"answered_at", "kommune", "respondent", "role", "barrier"}
    assert [it.item for it in columns.statements.values()] == ["gen1-1", "gen1-2"]
    assert columns.label(2) == "C «Kommune»"
    assert columns.untitled(13) == [9, 12]


def test_second_column_of_the_same_field_is_listed(tmp_path: Path):
    columns = recognised(export(tmp_path / "a.csv", headings=[*HEADINGS, "Kommunenummer"]))
    assert columns.unmatched == ("Kommunenummer",)


@pytest.mark.parametrize("missing", [0, 1, 3])
@pytest.mark.parametrize(("generations", "key"), [(5, "modenhet-5gen"), (6, "modenhet-6gen")])
def test_all_statements_go_to_one_version(tmp_path: Path, generations: int, key: str, missing: int):
    """The first five generations are in both versions; a heading may be misspelt."""
    items = [f"gen{g}-{i}_{a}" for a in ("now", "target") for g in range(1, 7) for i in (1, 2)]
    asked = [item for item in items if int(item[3]) <= generations][missing:]
    columns = recognised(export(tmp_path / "a.csv", headings=["Kommune", *asked, "Vær"]))
    assert {it.instrument for it in columns.statements.values()} == {key}
    assert list(columns.statements) == list(range(1, len(asked) + 1))


def refused(path: Path) -> str:
    with pytest.raises(UserError) as fault:
        recognised(path)
    return "\n".join([fault.value.message, *map(str, fault.value.problems)])


def test_unknown_headings_are_refused_with_what_is_looked_for(tmp_path: Path):
    said = refused(export(tmp_path / "a.csv", ["x", 1], headings=["Navn", "Poeng"]))
    assert "«a.csv»" in said
    assert "rad 1" in said
    for heading in ("Starttidspunkt", "submitdate", "Kommune", "Antall svar"):
        assert heading in said


def test_no_statement_at_all_is_refused(tmp_path: Path):
    assert "Ingen overskrift er en påstand" in refused(
        export(tmp_path / "a.csv", headings=["Kommune", "Vær"])
    )


@pytest.mark.parametrize("title", [True, False])
def test_two_rows_of_headings(tmp_path: Path, title: bool):
    first = ["Kartlegging 2024"] if title else HEADINGS
    said = refused(export(tmp_path / "a.csv", HEADINGS, person(), headings=first + [""] * 6
                          if title else first))  # fmt: skip
    assert "rad 1 og rad 2" in said


def test_two_rows_of_headings_in_a_table_of_means(tmp_path: Path):
    lines = (SAMPLES / "modul4-means.csv").read_text("utf-8-sig").splitlines()
    path = tmp_path / "a.csv"
    path.write_text("\n".join([lines[0], *lines]), "utf-8")
    assert "rad 1 og rad 2" in refused(path)


def test_column_that_must_be_there_is_named(tmp_path: Path):
    forms = ["Starttidspunkt", "Fullføringstidspunkt", "E-postadresse", "gen1-1"]
    said = refused(export(tmp_path / "a.csv", headings=forms))
    assert "Microsoft Forms" in said
    assert "«Hvilken kommune svarer du for?» eller «Kommune»" in said


def test_two_columns_of_the_same_statement(tmp_path: Path):
    text = INSTRUMENTS[1].dimensions[0].items[0].text["nb"]
    said = refused(
        export(tmp_path / "a.csv", headings=["Kommune", "gen1-1", "x", f"I dag: {text}"])
    )
    assert "To kolonner er samme påstand" in said
    assert "kolonne D" in said
    assert "også i kolonne B" in said

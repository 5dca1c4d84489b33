"""A layout made in the dashboard is found again by its headings, and refuses what it cannot say."""

from pathlib import Path

import pytest

from maturity.errors import UserError
from maturity.intake.codebook import codebook
from maturity.intake.columns import recognise
from maturity.intake.layouts import layouts
from maturity.intake.own_layout import keep, layout_of, written
from maturity.intake.proposals import orders, proposals
from maturity.intake.readers import read
from maturity.intake.store import Store
from maturity.intake.taking import take
from maturity.reference import reference
from maturity.settings import layouts_path
from tests.intake.small_exports import ROUND, export

INSTRUMENTS = list(reference().instruments.values())
MEANS = {0: "kommune", 1: "modenhet-6gen/gen1/gen1-1/now", 2: "modenhet-6gen/gen1/gen1-1/target"}
HEADINGS = ["Sted", "Q«1»\\", "Q2"]


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))


def test_it_is_kept_and_found_again(tmp_path: Path):
    layout = layout_of(MEANS, HEADINGS, like=None, file="svar 'nr' 1.csv")
    layout = layout.model_copy(update={"kommuner": {"Bodoe": "1804"}, "scale": (1.0, 7.0)})
    keep(layout)
    assert layout in layouts()
    path = export(tmp_path / "a.csv", ["Bodoe", 1, 7], headings=HEADINGS)
    columns = recognise(read(path), INSTRUMENTS)
    assert columns.layout == layout
    with pytest.raises(UserError, match="--scale 1:7"):
        take(path, ROUND, store=Store(tmp_path / "answers"))
    told = take(path, ROUND, store=Store(tmp_path / "answers"), write=False, scale=(7, 1))
    assert told.columns.layout.scale == (7, 1)
    assert [it.aspect for it in columns.statements.values()] == ["now", "target"]
    assert columns.fields == {"kommune": 0}
    assert written(layout).decode().count("Bodoe") == 1


def test_the_same_headings_have_one_layout(tmp_path: Path):
    for file in ("a.csv", "b.csv"):
        keep(layout_of(MEANS, HEADINGS, like=None, file=file))
    assert len(list(layouts_path().iterdir())) == 1


@pytest.mark.parametrize(
    ("means", "headings", "words"),
    [
        ({0: "kommune"}, HEADINGS, "minst én kolonne som er en påstand"),
        ({1: MEANS[1]}, HEADINGS, "hvilken kolonne som er kommunen"),
        ({0: "kommune", 1: MEANS[1], 2: MEANS[1]}, HEADINGS, "To kolonner"),
        ({0: "kommune", 1: MEANS[1]}, ["Sted", "Q 1", "q1"], "To kolonner"),
    ],
)
def test_what_cannot_be_is_refused(means, headings, words):
    with pytest.raises(UserError, match=words):
        layout_of(means, headings, like=None, file="a.csv")


def test_a_layout_that_names_no_statement_of_ours_is_refused(tmp_path: Path):
    means = {**MEANS, 1: "modenhet-6gen/gen1/gen9-9/now"}
    keep(layout_of(means, HEADINGS, like=None, file="a.csv"))
    path = export(tmp_path / "a.csv", ["Bodø", 1, 5], headings=HEADINGS)
    with pytest.raises(UserError, match="gen9-9"):
        recognise(read(path), INSTRUMENTS)


def test_numbered_columns_can_be_in_the_order_of_a_framework(tmp_path: Path):
    count = 2 * sum(len(it.items) for it in reference().instruments["modenhet-6gen"].dimensions)
    headings = ["Sted", *(f"Spm {n}" for n in range(1, count + 1))]
    sheet = read(export(tmp_path / "a.csv", ["Bodø", *[3] * count], headings=headings))
    found = proposals(sheet, INSTRUMENTS)
    order = ("modenhet-6gen/now", "modenhet-6gen/target")
    assert order in orders(found, INSTRUMENTS)
    placed = proposals(sheet, INSTRUMENTS, order=order)
    assert [it.how for it in placed] == ["contents", *["order"] * count]
    assert placed[1].means == "modenhet-6gen/gen1/gen1-1/now"
    assert placed[-1].means.endswith("/target")


def test_a_codebook_says_what_headings_mean(tmp_path: Path):
    statement = reference().instruments["modenhet-6gen"].dimensions[5].items[0]
    book = export(
        tmp_path / "kodebok.csv",
        ["v1", "numerisk", "Hvilken kommune svarer du for?"],
        ["v2", "numerisk", f"I dag: {statement.text['nb']}"],
        ["annet", "tekst", "Har ingenting her å gjøre"],
        headings=["Variabel", "Type", "Tekst"],
    )
    sheet = read(export(tmp_path / "a.csv", ["Bodø", 3, "x"], headings=["v1", "v2", "v3"]))
    said = codebook(book, ["v1", "v2", "v3"])
    found = proposals(sheet, INSTRUMENTS, codebook=said)
    assert [it.means for it in found] == ["kommune", f"modenhet-6gen/gen6/{statement.key}/now", ""]
    with pytest.raises(UserError, match="ingen kolonne med de samme overskriftene"):
        codebook(book, ["a", "b"])


def test_no_example_tells_who_answered(tmp_path: Path):
    headings = ["Kommune", "E-post", "Navn", "Født", "Rolle", "gen1-1", "Barriere"]
    people = [
        ["Bodø", f"p{n}@x.example", f"Kari {n}", f"0101{n}012345", "Leder", n % 5 + 1, f"Lite {n}"]
        for n in range(6)
    ]
    found = proposals(read(export(tmp_path / "a.csv", *people, headings=headings)), INSTRUMENTS)
    shown = {it.heading: it.examples for it in found}
    assert shown["Kommune"] == ("Bodø",)
    assert shown["Rolle"] == ("Leder",)
    assert set(shown["gen1-1"]) <= {"1", "2", "3", "4", "5"}
    for heading in ("E-post", "Navn", "Født", "Barriere"):
        assert shown[heading] == ("(vises ikke: kan si hvem det er)",), heading

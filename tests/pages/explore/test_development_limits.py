"""Utvikling where something is missing: it says so, and tells nothing of what is withheld."""

import datetime
import re
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from deltalake import DeltaTable, write_deltalake

from maturity.reference import reference
from tests.made_answers import people as answering
from tests.made_answers import take
from tests.pages.development_scores import (
    FIRST,
    ROUNDS,
)
from tests.pages.reading import Open, everything, figures, opened, sentences, table

BODO, VEVELSTAD, VEFSN, NARVIK = "1804", "1816", "1824", "1806"


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "explore/development.py")


def test_means_only_are_marked_and_tell_neither_chance_nor_people(visit: Open):
    page = visit(k=BODO)
    words = sentences(page)
    assert "Kan ikke kontrolleres: en av kildene har bare gjennomsnitt" in words
    assert "om endringene er mer enn tilfeldige, kan ikke sies" in words.lower()
    assert "Det vet vi ikke: en av kildene har bare gjennomsnitt" in words
    rows = table(page, "Endring i Bodø")
    assert {row[2] for row in rows} == {"kan ikke sies: kilden har bare gjennomsnitt"}


@pytest.mark.parametrize(
    ("kommune", "words"),
    [
        (VEVELSTAD, "Vevelstad vises ikke i Modul 3: Strategi: færre enn 3 svar."),
        (VEFSN, "Vefsn har ikke svart i Modul 4: Teknologi. Velg to kartlegginger"),
        (NARVIK, "Narvik har ikke svart i Modul 3: Strategi. Narvik har ikke svart i Modul 4"),
    ],
)
def test_a_kommune_without_both_is_told_why_and_what_to_do(visit: Open, kommune: str, words: str):
    page = visit(k=kommune)
    assert words in sentences(page)
    assert len(figures(page)) == 2, "the others are drawn all the same"


def test_other_answers_of_those_withheld_would_change_nothing_that_is_sent(
    visit: Open, answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    table = DeltaTable(str(answers)).to_pyarrow_table()
    theirs = pc.and_(pc.equal(table["kommune"], VEVELSTAD), pc.is_valid(table["score"]))
    other = pc.if_else(theirs, pc.subtract(6.0, table["score"]), table["score"])
    place = table.schema.get_field_index("score")
    turned = table.set_column(place, table.schema.field(place), other.cast(pa.float64()))
    assert turned != table
    sent = []
    for name, rows in (("as-they-are", table), ("turned", turned)):
        write_deltalake(str(tmp_path / name), rows)
        monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / name))
        page = visit(**FIRST, k=VEVELSTAD, gruppe="region:Ofoten")
        assert "Ofoten vises ikke: færre enn 3 kommuner" in sentences(page)
        assert "Vevelstad vises ikke" in sentences(page)
        assert len(figures(page)) == 2
        # A sum differs in its last digits with the order of its parts, and names hang on it.
        text = re.sub(r"\$\$ID-\w+", "", everything(page))
        sent.append(re.sub(r"\d\.\d{10,}", lambda found: f"{float(found[0]):.9f}", text))
    assert sent[0] == sent[1]


def test_a_reversed_step_is_turned_and_one_round_twice_becomes_a_step(visit: Open):
    turned = visit(fra=ROUNDS[1], til=ROUNDS[0])
    assert "byttet om" in turned.info[0].value
    assert figures(turned) == figures(visit(**FIRST))
    for code in (ROUNDS[0], ROUNDS[3]):
        page = visit(fra=code, til=code)
        assert "samme kartlegging" in page.info[0].value
        assert len(figures(page)) == 2


def test_unknown_codes_are_passed_over_with_a_notice(visit: Open):
    page = visit(
        rammeverk="x",
        fra="<b>",
        til="9",
        k="9999",
        dimensjon="gen1",
        gruppe="kostra:99",
        aspekt="gap",
    )
    for code in ("«x»", "«<b>»", "«9»", "«9999»; siden viser ", "«gen1»", "«gap»"):
        assert code in page.text[0].value
    assert len(figures(page)) == 2


def made(instrument: str, code: str, module: str, month: int, items: dict[str, str]) -> list:
    """Five people of each of four kommuner answer one item per dimension."""
    return [
        row
        for place, kommune in enumerate(["1804", "1824", "1833", "1841"])
        for dimension, item in items.items()
        for row in answering(
            code,
            kommune,
            [1.0 + (place + month) % 4, 2.0, 3.0, 3.0, 4.0],
            instrument=instrument,
            module=module,
            dimension=dimension,
            item=item,
            answered_at=datetime.date(2024, month, 1),
        )
    ]


@pytest.fixture
def made_rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rounds of five generations, one statement of which is new; one round of six."""
    older, newer = {"gen1": "gen1-1", "gen2": "gen2-1"}, {"gen1": "gen1-1", "gen2": "gen2-2"}
    take(
        tmp_path / "answers",
        [
            *made("modenhet-5gen", "first", "organisasjon", 1, older),
            *made("modenhet-5gen", "second", "ledelse", 2, newer),
            *made("modenhet-6gen", "third", "strategi", 3, newer),
        ],
    )
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))


def test_other_statements_are_refused_and_named_and_versions_never_joined(visit, made_rounds):
    page = visit(rammeverk="modenhet-5gen", dimensjon="gen2", k=BODO)
    words = sentences(page)
    left_out = reference().instruments["modenhet-5gen"].by_key["gen2"].label
    assert f"Utelatt, fordi påstandene ikke er de samme: {left_out}." in words
    assert f"{left_out} sammenlignes ikke: ikke de samme påstandene." in words
    assert "Digital modenhet (seks generasjoner) er en annen utgave" in words
    network, lines = figures(page)
    assert [len(t["x"]) for t in network["data"] if t["mode"] == "markers"] == [1, 1]
    assert not any(trace["x"] for trace in lines["data"])
    rows = {row[0]: row[1:] for row in table(page, "Endring i Nordland")}
    assert rows[left_out][0] == "ikke de samme påstandene"
    assert {row[0]: row[1:] for row in table(page, "Endring i Bodø")}[left_out][0] == (
        "ikke de samme påstandene"
    )


def test_a_framework_with_one_round_has_no_change_and_says_so(visit, made_rounds):
    page = visit(rammeverk="modenhet-6gen", fra="first", til="second", k=BODO)
    assert "spurt om bare én gang" in page.info[0].value
    assert not figures(page)
    page.selectbox(key="rammeverk").set_value("modenhet-5gen").run()
    assert not page.exception
    assert len(figures(page)) == 2

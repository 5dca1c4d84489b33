"""What others take in while a file is looked over: seen before the button, and not after it."""

from pathlib import Path

import pytest

from maturity import serving
from maturity.intake.store import Store
from maturity.intake.taking import undo
from maturity.preparing import preparing
from tests.made_answers import people
from tests.made_answers import take as others_take
from tests.pages.bringing_files import bring, go_on, opened, row, said, table, take

NOW = "ledelse-forarbeid"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "answers"
    monkeypatch.setenv("MATURITY_ANSWERS", str(path))
    return path


def one(*kommuner: str, name: str = "svar.csv"):
    """The page with a file of four people in each kommune, as far as its effect."""
    rows = [row(it, f"{it}{who}") for it in kommuner for who in range(4)]
    return go_on(bring(opened(), name, table(*rows)))


def test_the_button_takes_in_only_below_the_effect_that_was_seen(own: Path):
    others_take(own, people(NOW, "1804", [1, 2, 3]))
    test = one("Narvik")
    assert "Svarene er endret siden sist" not in said(test)
    others_take(own, people(NOW, "1806", [1, 2, 3, 4]))
    take(test)
    assert len(Store(own).history()) == 2, "pressed below what was so no more"
    assert "Svarene er endret siden sist" in said(test)
    assert "Erstatter svarene fra Narvik" in said(test)
    take(test)
    assert Store(own).history()[-1].file == "svar.csv"


def test_the_proof_is_of_the_version_that_was_made(own: Path):
    others_take(own, people(NOW, "1804", [1, 2, 3]))
    serving.newest(own)  # somebody reads it
    test = one("Narvik")
    with preparing(own):  # another import is on its way
        take(test)
        made = Store(own).history()[-1].version
        assert serving.newest(own).version < made
        assert f"Lest inn som versjon {made}" in said(test)
        assert f"Dataversjon {made}" in said(test)
    assert serving.since(own, made).version == made


def test_a_dimension_that_falls_below_the_threshold_is_named(own: Path):
    others_take(own, people(NOW, "1804", [1, 2, 3], instrument="modenhet-5gen"))
    some = [row("Bodø", it, *["Vet ikke" if it > 1 else 4] * 2, 3) for it in range(4)]
    told = said(go_on(bring(opened(), "svar.csv", table(*some))))
    assert "Faller under grensen på 3 svar i Bodø, så tallene skjules: " in told
    assert "Faller under grensen på 3 svar, så" not in told, "as many people as before"


def test_only_what_stands_is_told_to_be_replaced(own: Path):
    others_take(own, people(NOW, "1804", [1, 2, 3]))
    others_take(own, people(NOW, "1804", [2, 2, 3]))
    others_take(own, people(NOW, "1804", [3, 3, 3]))
    undo(Store(own), who="test")
    told = [it for it in said(one("Bodø")).splitlines() if "Erstatter svarene fra Bodø" in it]
    standing = Store(own).in_force()[-1]
    assert len(told) == 1
    assert f"«{standing.file}»" in told[0]

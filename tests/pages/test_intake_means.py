"""A table of means whose headings nobody knows is matched on the page, and read as such."""

from pathlib import Path

from maturity.intake.store import Store
from tests.intake.small_exports import rows
from tests.pages.bringing_files import belongs, bring, edit, opened, said, table, take

ODD = ["Sted", "Sett", "Akse", "Tid", "Tall", "Folk"]
CODES = ["kommune", "instrument", "dimension", "aspect", "mean", "n"]
KNOWN = ["Kommune", "Kartlegging", "Dimensjon", "Nå eller mål", "Snitt", "Antall svar"]
MEANS = [
    ["Bodø", "modenhet-6gen", "gen1", "now", "25", 7],
    ["Narvik", "modenhet-6gen", "gen1", "target", "100", 4],
]


def matched(test, codes: list[str]):
    chosen = {at: {"means": code} for at, code in enumerate(codes)}
    return edit(test, "intake-0-mapping", chosen, press="intake-0-map")


def test_means_are_matched_by_hand_and_brought_to_the_scale(own: Path):
    test = bring(opened(), "snitt.csv", table(*MEANS, headings=ODD))
    assert "ikke overskrifter som vi kjenner igjen" in said(test)
    matched(test, [*CODES[:5], "-"])
    assert "trenger også: Gjennomsnitt: antall svar" in said(test)
    matched(test, CODES)
    assert "Leses slik du har bestemt" in said(test)
    (box,) = [it for it in test.selectbox if "Hva betyr tallene" in it.label]
    box.select(next(it for it in box.options if it.startswith("0 er «Helt uenig», 100"))).run()
    assert "0 blir 1, 100 blir 5" in said(test)
    take(belongs(test, "teknologi"))
    assert [(it["kommune"], it["aspect"], it["score"], it["n"]) for it in rows(Store(own))] == [
        ("1804", "now", 2.0, 7),
        ("1806", "target", 5.0, 4),
    ]
    modules = table(*[[*it, "Teknologi"] for it in MEANS], headings=[*KNOWN, "Modul"])
    other = bring(opened(), "annet.csv", modules)
    assert other.selectbox(key="intake-0-module").value == "teknologi"
    assert "Modulen er foreslått, for kolonnen G «Modul» sier det." in said(other)
    again = bring(opened(), "flere.csv", table(*MEANS, headings=ODD) + b"\n")
    assert "oppsettet laget av «snitt.csv»" in said(again)


def test_known_headings_of_means_are_proposed_and_people_are_no_means(own: Path):
    known = ["Sted", "Kartlegging", "Evne", "Tid", "Snitt", "Antall svar"]
    test = bring(opened(), "snitt.csv", table(*MEANS, headings=known))
    (editor,) = test.data_editor
    proposed = ["kommune", "instrument", "dimension", "-", "mean", "n"]
    assert list(editor.value["means"]) == proposed, "the first by what stands in it"
    matched(test, [*CODES[:5], "role"])
    assert "trenger også: Gjennomsnitt: antall svar" in said(test)
    people = bring(opened(), "folk.csv", table([1, 2], headings=["Modul", "Kartlegging"]))
    (editor,) = people.data_editor
    assert list(editor.value["means"]) == ["-", "-"]

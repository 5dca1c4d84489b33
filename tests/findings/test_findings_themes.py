"""The sentences on themes: counted out by hand here."""

import pandas as pd
import pytest

from maturity.findings.themes import grid_finding, most_shared, themes_finding


def named(**counts: tuple[int, int]) -> pd.DataFrame:
    """Themes with the kommuner that share them, and those in which somebody names them."""
    rows = [(name, *own) for name, own in counts.items()]
    return pd.DataFrame(rows, columns=["theme", "shared", "kommuner"])


def cells(*rows: tuple[str, str, int | None, int | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["theme", "column", "count", "of"])
    return frame.astype({"count": "Int64", "of": "Int64"})


def test_three_are_the_most_shared_and_those_that_equal_the_third():
    frame = named(Lov=(1, 9), Tid=(4, 9), Mot=(2, 9), Økonomi=(2, 9), Data=(2, 8), Folk=(0, 1))
    assert most_shared(frame)["theme"].tolist() == ["Tid", "Mot", "Økonomi", "Data"]
    assert most_shared(named(Tid=(4, 9), Lov=(0, 9)))["theme"].tolist() == ["Tid"]


def test_the_sentence_names_the_most_shared_with_how_many_and_what_sharing_is():
    frame = named(Lov=(7, 10), Tid=(5, 9), Mot=(3, 10), Data=(1, 8))
    assert themes_finding(frame, k=10) == (
        "Flest deler «Lov» (7 av 10 kommuner), «Tid» (5) og «Mot» (3). En kommune deler et "
        "tema når minst hver tredje av dem som svarte, nevner det. Hvert tema nevnes av noen i "
        "8 til 10 av de 10 kommunene."
    )


def test_where_nobody_shares_anything_it_is_said():
    assert themes_finding(named(Lov=(0, 3), Tid=(0, 3)), k=10) == (
        "Ingen temaer nevnes av minst hver tredje i noen kommune. Hvert tema nevnes av noen "
        "i 3 av de 10 kommunene."
    )


@pytest.mark.parametrize(("frame", "k"), [(named(), 0), (named(Tid=(2, 2)), 0)])
def test_nothing_that_may_be_shown_is_said_to_be_so(frame: pd.DataFrame, k: int):
    assert "Ingen temaer kan vises" in themes_finding(frame, k=k)


def test_each_part_names_its_most_and_the_withheld_only_count():
    frame = cells(
        ("Lov", "Salten", 4, 6), ("Tid", "Salten", 2, 6), ("Lov", "Ofoten", None, None),
        ("Tid", "Ofoten", None, None), ("Lov", "Lofoten", 0, 3), ("Tid", "Lofoten", 3, 3),
    )  # fmt: skip
    assert grid_finding(frame, parts="regioner") == (
        "Salten: mest nevnt er «Lov», 4 av 6. Lofoten: mest nevnt er «Tid», 3 av 3. "
        "Holdt tilbake, for få kommuner: 1."
    )


def test_of_many_parts_it_is_said_in_how_many_a_theme_leads():
    rows = [("Lov", f"K{at}", 3 if at < 5 else 1, 4) for at in range(8)]
    rows += [("Tid", f"K{at}", 2, 4) for at in range(8)]
    assert grid_finding(cells(*rows), parts="kommuner") == (
        "«Lov» er det flest nevner i 5 av 8 kommuner. «Tid» er det flest nevner i 3 av 8 kommuner."
    )

"""The sentences on themes: counted out by hand here."""

import pandas as pd
import pytest

from maturity.findings_themes import grid_finding, shared, themes_finding


def named(**counts: int) -> pd.DataFrame:
    return pd.DataFrame({"theme": list(counts), "kommuner": list(counts.values())})


def cells(*rows: tuple[str, str, int | None, int | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["theme", "column", "count", "of"])
    return frame.astype({"count": "Int64", "of": "Int64"})


def test_half_of_the_kommuner_is_shared_and_one_fewer_is_not():
    assert shared(named(Tid=5, Mot=4, Lov=9), k=10) == ["Lov", "Tid"]
    assert shared(named(Tid=5), k=11) == []


def test_the_sentence_names_the_most_the_shared_and_the_rarest():
    assert themes_finding(named(Lov=9, Tid=5, Mot=2), k=10) == (
        "Flest kommuner nevner «Lov»: 9 av 10. 2 av 3 temaer nevnes i minst halvparten av "
        "kommunene. Færrest nevner «Mot»: 2."
    )


def test_equals_are_all_named_and_where_all_are_equal_none_is_rarest():
    assert (
        themes_finding(named(Lov=3, Tid=3), k=10)
        == "Flest kommuner nevner «Lov» og «Tid»: 3 av 10."
    )
    many = themes_finding(named(a=3, b=3, c=3, d=3), k=10)
    assert many == "Flest kommuner nevner «a», «b» og 2 til: 3 av 10."


@pytest.mark.parametrize(("frame", "k"), [(named(), 0), (named(Tid=2), 0)])
def test_nothing_that_may_be_shown_is_said_to_be_so(frame: pd.DataFrame, k: int):
    assert "Ingen temaer kan vises" in themes_finding(frame, k=k)


def test_each_part_names_its_most_and_the_withheld_only_count():
    frame = cells(
        ("Lov", "Salten", 4, 6), ("Tid", "Salten", 2, 6), ("Lov", "Ofoten", None, None),
        ("Tid", "Ofoten", None, None), ("Lov", "Lofoten", 0, 3), ("Tid", "Lofoten", 3, 3),
    )  # fmt: skip
    assert grid_finding(frame) == (
        "Salten: mest nevnt er «Lov», 4 av 6. Lofoten: mest nevnt er «Tid», 3 av 3. "
        "Holdt tilbake, for få kommuner: 1."
    )


def test_of_many_parts_it_is_said_in_how_many_a_theme_leads():
    rows = [("Lov", f"K{at}", 3 if at < 5 else 1, 4) for at in range(8)]
    rows += [("Tid", f"K{at}", 2, 4) for at in range(8)]
    assert grid_finding(cells(*rows)) == (
        "«Lov» er mest nevnt i 5 av 8. «Tid» er mest nevnt i 3 av 8."
    )

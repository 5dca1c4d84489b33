"""Partner map: the kommune that asks, those worth calling, and how like it the others are."""

import pandas as pd
import pytest
from scores_frame import WORDS

from maturity.charts.partner_map import partner_map
from maturity.charts.tile_map import SIZE, tiles
from maturity.reference import reference

PARTS = {"1804": "asker", "1845": "partner"}
KOMMUNER = reference().kommuner


def frame():
    return pd.DataFrame(
        {
            "kommune": code,
            "name": it.name,
            "likeness": at / len(KOMMUNER),
            "part": PARTS.get(code, "other"),
            "label": f"<b>{it.name}</b>",
        }
        for at, (code, it) in enumerate(KOMMUNER.items())
    )


def draw(rows=None, **changes):
    return partner_map(frame() if rows is None else rows, **{**WORDS, "dark": False, **changes})


def by_code(trace, values):
    return {own[0]: value for own, value in zip(trace["customdata"], values, strict=True)}


@pytest.mark.parametrize("dark", [False, True])
def test_every_kommune_lies_on_its_tile(dark):
    (bars,) = draw(dark=dark).data
    rows = by_code(bars, [base + SIZE / 2 for base in bars["base"]])
    columns = by_code(bars, bars["x"])
    assert {code: (columns[code], round(rows[code])) for code in rows} == {
        code: (tile.column, tile.row) for code, tile in tiles().items()
    }


def test_asker_and_partners_are_marked_by_sign_and_frame():
    (bars,) = draw().data
    texts = by_code(bars, bars["text"])
    frames = by_code(bars, bars["marker"]["line"]["width"])
    assert [code for code, text in texts.items() if "●" in text] == ["1804"]
    assert [code for code, text in texts.items() if "☎" in text] == ["1845"]
    assert {code for code, width in frames.items() if width > 1} == set(PARTS)


def test_the_liker_the_further_along_the_shades():
    rows = frame().assign(part="other", likeness=[0.0, 0.99] + [0.5] * (len(KOMMUNER) - 2))
    (bars,) = draw(rows).data
    assert len(set(bars["marker"]["color"])) == 3


def test_the_key_says_which_way_the_shades_go():
    light, dark = (
        " ".join(note.text for note in draw(dark=it).layout.annotations) for it in (False, True)
    )
    assert "mørkere" in light
    assert "lysere" in dark


def test_a_kommune_without_a_place_is_a_fault():
    with pytest.raises(KeyError):
        draw(frame().assign(kommune="9999"))


def test_nobody_to_call_leaves_no_telephone_in_the_key():
    def key(rows):
        return " ".join(note.text for note in draw(rows).layout.annotations)

    assert "☎" in key(frame())
    assert "☎" not in key(frame().replace({"part": "partner"}, "other"))

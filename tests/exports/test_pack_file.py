"""The gathering pack holds the views' figures, asks nobody for anything, and names no one else."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pandas as pd
import pytest

from maturity.exports.pack import write_pack
from maturity.exports.pack_figure import bare_figure
from maturity.exports.pack_stage import LEAST, on_stage
from maturity.exports.stage_parts import MOST
from maturity.fingerprint import fingerprint
from tests.exports import views as made

BASE = "https://modenhet.example.no/"
VIEWS = made.every_view()


class Reader(HTMLParser):
    """What a page asks for, and the texts of its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.labels: list[str] = []
        self.language = ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        told = dict(attributes)
        self.asked += [f"{tag} {name}={told[name]}" for name in ("src", "srcset") if name in told]
        if tag == "link":
            self.asked.append(str(told))
        if tag == "html":
            self.language = told["lang"]
        if told.get("role") == "img":
            self.labels.append(told["aria-label"])


@pytest.fixture(scope="module")
def page() -> str:
    return write_pack(VIEWS, title="Nordland i dag", base_address=BASE).decode()


def figures(page: str) -> dict[str, list]:
    return json.loads(re.search(r'id="figures">(.*?)</script>', page, re.DOTALL)[1])


def test_it_asks_for_nothing(page):
    own = page.replace(page[page.index("<script>") :], "")
    assert Reader(page).asked == []
    assert not re.findall(r"url\((?!data:)", own)
    assert not re.findall(r"@import|https?://(?!modenhet\.example\.no|www\.w3\.org)", own)
    assert page.count("plotly.js v") == 1
    assert "default-src 'none'" in page


def test_its_figures_are_the_pages_own(page):
    shown = figures(page)
    assert len(shown["page"]) == len(shown["stage"]) == len(VIEWS)
    for view, near, far in zip(VIEWS, shown["page"], shown["stage"], strict=True):
        drawn = json.loads(json.dumps(view.draw(dark=False).to_dict()["data"]))
        assert near["data"] == drawn
        assert "title" not in near["layout"]
        if len(far) > 1:
            continue
        for key in ("x", "y", "r", "theta", "base"):
            assert [it.get(key) for it in far[0]["data"]] == [it.get(key) for it in drawn]


def test_a_tall_figure_is_whole_in_its_parts(page):
    shown = dict(zip([view.kind for view in VIEWS], figures(page)["stage"], strict=True))
    drawn = made.heat_map().draw(dark=False).to_dict()
    parts = shown["heat_map"]
    assert len(parts) > 1
    (at,) = [at for at, trace in enumerate(drawn["data"]) if "base" in trace]
    bars = [it["data"][at] for it in parts]
    for key in ("x", "y", "base"):
        assert [value for one in bars for value in one[key]] == list(drawn["data"][at][key])
    names = {name for it in parts for name in it["layout"]["yaxis"]["ticktext"]}
    assert names == set(drawn["layout"]["yaxis"]["ticktext"])


def test_letters_on_the_stage_are_large_and_rows_have_their_names(page):
    shown = figures(page)["stage"]
    for view, parts in zip(VIEWS, shown, strict=True):
        for figure in parts:
            assert 80 < figure["layout"]["height"] <= MOST, view.kind
            sizes = re.findall(r'font": ?{[^}]*"size": ?([\d.]+)', json.dumps(figure))
            assert min(map(float, sizes)) >= LEAST, view.kind
    (dumbbell,) = shown[[view.kind for view in VIEWS].index("dumbbell")]
    labels = [dimension.label for dimension in made.CAPABILITIES.dimensions]
    assert set(labels) <= set(dumbbell["layout"]["yaxis"]["ticktext"])


def test_every_figure_says_what_is_seen_and_how_it_can_be_checked(page):
    assert [label for label in Reader(page).labels if "QR" not in label] == [
        view.finding for view in VIEWS
    ]
    for view in VIEWS:
        assert f"{BASE}sjekk?f={fingerprint(view)}" in page
        assert view.table.heads[0] in page
    assert f"QR-kode til {BASE}" in page
    assert Reader(page).language == "nb-NO"


def test_addresses_of_views_are_not_in_it(page):
    assert "k=1804" not in page


def test_texts_from_data_are_texts():
    odd = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    view = made.themes()
    view = replace(
        view,
        finding=odd,
        about=replace(view.about, title=odd, notice=odd),
        table=made.Table(heads=(odd, odd), rows=((odd, odd), odd), notes=(odd,)),
        panel=((odd, (odd,)),),
    )
    frame = view.frame.assign(theme=odd)
    view = replace(view, frame=frame, draw=lambda **_look: made.themes().draw(dark=False))
    page = write_pack([view], title=odd).decode()
    assert "<script>alert" not in page
    assert "<img" not in page[: page.index("<script>")]
    assert page.count("<script") == 3


def test_real_data_carry_no_notice():
    page = write_pack([made.radar(notice="")], title="Nordland").decode()
    assert "Eksempeldata" not in page
    assert "sjekk?" not in page


def test_few_rows_have_room_for_their_names_in_one_line():
    rows = [{"dimension": key, "earlier": 2.2, "later": 2.5, "k": 20} for key in made.STEPS]
    own = made.view(
        "change", pd.DataFrame(rows), instrument=made.GENERATIONS, earlier="Før", later="Etter"
    )
    figure, _below = bare_figure(own)
    assert any(name.count("<br>") == 2 for name in figure["layout"]["yaxis"]["ticktext"])
    far = on_stage(own)["layout"]
    assert far["yaxis"]["ticktext"] == [it.label for it in made.GENERATIONS.dimensions]
    assert far["height"] >= 240

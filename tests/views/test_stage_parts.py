"""What a hall is shown in parts: whole rows, their names once, and as tall as its texts leave."""

import pytest

from maturity import queries
from maturity.access import demo_viewer
from maturity.exports.pack_figure import bare_figure
from maturity.exports.stage_parts import MOST
from maturity.exports.stage_room import room, texts
from maturity.reference import reference
from maturity.stage.view import staged
from maturity.views import decks
from maturity.views.registry import view

LONG = "Hva som er langt fra målet i kommunene våre, og hvem som er kommet lengst. " * 2
ROWS = ("modul", "grupper", "svar")


@pytest.fixture(scope="module")
def seen(answers):
    data = queries.newest(answers)
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=True)
    return lambda address: view(address, data=data, viewer=viewer)


def parts(own, *, title=LONG):
    most = room(texts(own, title=title))
    return [figures["stage"] for figures, _part in staged(own, dark=False, most=most)], most


@pytest.mark.parametrize("name", ROWS)
def test_each_row_is_in_one_part_with_its_name_and_above_the_areas(name, seen):
    own = seen(name)
    found, most = parts(own)
    assert len(found) > 1
    names, cells = [], 0
    for figure in found:
        layout = figure["layout"]
        assert layout["height"] <= most
        axis = layout["yaxis"]
        names += axis["ticktext"]
        (bars,) = [it for it in figure["data"] if "base" in it]
        ends = [base + high for base, high in zip(bars["base"], bars["y"], strict=True)]
        cells += len(ends)
        middles = {
            round(base + high / 2, 6) for base, high in zip(bars["base"], bars["y"], strict=True)
        }
        assert middles <= {round(it, 6) for it in axis["tickvals"]}
        areas = [it["y"] for it in layout["annotations"] if it.get("yref") != "paper"]
        for at in (it for it in areas if it > max(axis["tickvals"])):
            assert max(ends) <= at < axis["range"][0]
    page, _below = bare_figure(own)
    again = [
        it for it in set(names) if it.startswith("<b>") for _more in range(names.count(it) - 1)
    ]
    assert len(names) - len(again) == len(page["layout"]["yaxis"]["ticktext"])
    assert again, "a row that is parted from its heading has it once more"
    assert cells == len(next(it for it in page["data"] if "base" in it)["y"])


def test_small_profiles_are_whole_in_their_part(seen):
    own = seen("profiler")
    found, most = parts(own)
    names = []
    for figure in found:
        layout = figure["layout"]
        assert layout["height"] <= most
        end, first = layout["yaxis"]["range"]
        shown = [it for it in layout["annotations"] if it.get("yref") != "paper"]
        above = [it["text"] for it in shown if it["yanchor"] == "bottom"]
        assert len(shown) == 3 * len(above)  # with both ends of its scale
        names += above
        assert all(first < it["y"] < end - 10 for it in shown)
    assert len(names) == len(set(names)) == own.frame["kommune"].nunique()


def test_longer_texts_leave_less_room(seen):
    own = seen("modul")
    short = room(texts(own, title="Kort"))
    assert short == MOST
    assert room(texts(own, title=LONG + LONG[:50])) < short


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("spredning", "Tynn strek"),
        ("nordlandsveien", "regnet ut før avrunding"),
        ("deltakelse", "jo større del av alle"),
        ("modul", "Jo mørkere"),
        ("profiler", "Stiplet"),
    ],
)
def test_what_the_signs_mean_is_told_once(name, key, seen):
    said = texts(seen(name), title="")["source"]
    assert said.count(key) == 1
    assert said.count("Kilde:") == 1


def test_a_dark_screen_is_told_that_the_lighter_is_the_higher(seen):
    for name, key in (("modul", "lysere, jo høyere"), ("deltakelse", "lysere, jo større")):
        said = texts(seen(name), title="", dark=True)["source"]
        assert key in said
        assert "mørkere" not in said


def test_views_of_one_title_are_told_apart(seen):
    own = seen("spredning?rammeverk=modenhet-5gen"), seen("spredning?rammeverk=evner-10%2B3")
    assert len({it.title for it in own}) == 1
    assert len({it.title for it in decks.told_apart(own)}) == 2
    assert decks.told_apart(own[:1]) == own[:1]

"""Oversikt: who has answered, where Nordland stands, and a way to every kommune."""

import re
import shutil
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path

import pytest
from deltalake import DeltaTable
from streamlit.testing.v1 import AppTest

from maturity import queries
from maturity.charts.figure import PlainFigure
from maturity.reference import reference
from tests.pages.reading import Open, bodies, everything, figures, opened

VEVELSTAD = "1816"  # two people answered: every number of it is withheld


@pytest.fixture
def visit(answers: Path) -> Open:
    return partial(opened, "")


@pytest.fixture
def own_answers(answers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the table that a test may change; nothing of it is kept from before."""
    copy = tmp_path / "answers"
    shutil.copytree(answers, copy)
    monkeypatch.setenv("MATURITY_ANSWERS", str(copy))
    yield copy


def cells(page: AppTest) -> dict[tuple[str, str], tuple[str, str]]:
    """The heat map's cells: kommune and survey round to what stands in it and over it."""
    (bars,) = figures(page)[2]["data"]
    keys = [tuple(data) for data in bars["customdata"]]
    return dict(zip(keys, zip(bars["text"], bars["hovertext"], strict=True), strict=True))


def table(page: AppTest) -> str:
    return next(body for body in bodies(page) if "kommune?k=" in body)


def said(page: AppTest) -> str:
    return " ".join(text.value for text in page.markdown)


def test_the_first_line_counts_kommuner_answers_and_rounds(visit: Open):
    facts = next(body for body in bodies(visit()) if 'class="facts"' in body)
    values = [unescape(value) for value in re.findall(r"<dd>(.*?)</dd>", facts)]
    assert values[0] == "24 av 41"
    assert values[2] == "4"
    assert re.fullmatch(r"\d+\. \w+\.? \d{4}", values[3]), "the day of the newest import"


def test_the_count_of_answers_leaves_out_what_is_withheld(visit: Open):
    page = visit()
    facts = next(body for body in bodies(page) if 'class="facts"' in body)
    shown = [int(text) for text, _hover in cells(page).values() if text.isdigit()]
    told = re.findall(r"<dd>(.*?)</dd>", facts)[1].replace("\N{NO-BREAK SPACE}", "")
    assert int(told) == sum(shown)


def test_what_is_withheld_is_said_and_its_number_is_nowhere(visit: Open):
    page = visit()
    own = {key: cell for key, cell in cells(page).items() if key[0] == VEVELSTAD}
    assert len(own) == 4
    for text, hover in own.values():
        assert text == "få"
        assert hover.endswith("holdt tilbake: færre enn 3 svar")
    row = re.search(rf"k={VEVELSTAD}.*?</tr>", table(page)).group()
    assert re.findall(r"<td>(.*?)</td>", row) == ["holdt tilbake"] * 4 + ["4"]
    assert not re.search(r"\b2 svar", everything(page))


def test_every_kommune_has_a_tile_a_row_of_cells_and_a_link(visit: Open):
    page = visit()
    (tiles,) = figures(page)[0]["data"]
    known = set(reference().kommuner)
    assert {data[0] for data in tiles["customdata"]} == known
    assert {kommune for kommune, _round in cells(page)} == known
    assert set(re.findall(r'href="kommune\?k=(\d{4})"', table(page))) == known


def test_links_keep_the_language(visit: Open):
    links = re.findall(r'href="(.*?)"', table(visit(lang="en")))
    assert len(links) == 41
    assert all(unescape(link).endswith("&lang=en") for link in links)


def test_choosing_a_name_is_the_one_action_to_a_kommune(visit: Open):
    page = visit(lang="en")
    page.selectbox(key="go-to-kommune").set_value("1833").run()
    assert not page.exception
    assert page.selectbox(key="k").value == "1833"
    assert page.query_params["lang"] == "en"


def test_both_frameworks_are_drawn_in_the_newest_round_with_their_targets(visit: Open):
    maturity, capabilities = figures(visit())[1::2][:2]
    for radar, axes in ((maturity, 5), (capabilities, 13)):
        lines = [trace for trace in radar["data"] if trace["type"] == "scatterpolar"]
        assert [len(line["r"]) for line in lines] == [axes + 1] * 2
        assert "Modul 4: Teknologi" in radar["layout"]["annotations"][0]["text"]


def test_change_is_told_with_the_kommuner_behind_it(visit: Open):
    page = visit()
    assert len(figures(page)) == 6
    # Some stand so near an end of a generation's scale that their mean is withheld.
    assert said(page).count("Modul 3: Strategi → Modul 4: Teknologi, 22 kommuner") == 1
    assert said(page).count("Modul 3: Strategi → Modul 4: Teknologi, 21–22 kommuner") == 1


def test_every_figure_has_a_sentence_for_those_who_do_not_see_it(visit: Open):
    page = visit()
    for chart in page.get("plotly_chart"):
        assert len(chart.proto.alt) > 40


def test_every_figure_of_invented_data_carries_the_word(visit: Open):
    for figure in figures(visit()):
        assert "Eksempeldata" in figure["layout"]["title"]["text"]


def test_one_round_alone_has_no_change(own_answers: Path, visit: Open):
    DeltaTable(own_answers).delete("survey_round <> 'organisasjon-forarbeid'")
    page = visit()
    assert len(figures(page)) == 4
    assert said(page).count("bare én gang") == 2


def test_versions_of_a_framework_are_never_joined(own_answers: Path, visit: Open):
    DeltaTable(own_answers).update(
        predicate="survey_round = 'teknologi-forarbeid' and instrument = 'modenhet-5gen'",
        updates={"instrument": "'modenhet-6gen'"},
    )
    page = visit()
    radar = figures(page)[1]
    assert "seks generasjoner" in radar["layout"]["title"]["text"].replace("<br>", " ")
    assert said(page).count("bare én gang") == 1
    assert len(figures(page)) == 5


def test_a_rerun_asks_nothing_and_draws_nothing(
    own_answers: Path, visit: Open, monkeypatch: pytest.MonkeyPatch
):
    counts = {"queries": 0, "figures": 0}
    ask, build = queries.Data.run, PlainFigure.__init__

    def asked(*args, **kwargs):
        counts["queries"] += 1
        return ask(*args, **kwargs)

    def built(*args, **kwargs):
        counts["figures"] += 1
        build(*args, **kwargs)

    monkeypatch.setattr(queries.Data, "run", asked)
    monkeypatch.setattr(PlainFigure, "__init__", built)
    page = visit()
    assert counts["queries"] > 0
    assert counts["figures"] == 6
    first = dict(counts)
    page.run()
    visit()
    assert counts == first

"""A kommune's page as slides: the figures that the page draws, and nothing that it withholds."""

import io

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from maturity import queries
from maturity.access import demo_viewer
from maturity.exports.formats import FORMATS
from maturity.reference import reference
from maturity.views.choosing import NOWHERE, Told
from maturity.views.kommune_choices import choose
from maturity.views.kommune_figures import figures
from maturity.views.registry import page_of

BODØ, VEVELSTAD = "1804", "1816"  # all answered; two answered


@pytest.fixture(scope="module")
def taken(answers):
    """Return the views of a kommune's page at an address, and the slides made of them."""
    data = queries.newest(answers)
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=data.all_invented)

    def take(query):
        asked = choose(data, viewer=viewer, chosen=Told(query), blocks=[NOWHERE] * 3)
        views = figures(data, viewer=viewer, asked=asked)
        raw = FORMATS["pptx"].write(views, title="Siden", base_address="https://x.no/")
        return views, Presentation(io.BytesIO(raw))

    return take


def test_every_figure_of_the_page_comes_along_in_its_order(taken):
    views, deck = taken(f"k={BODØ}")
    assert [view.kind for view in views] == [
        "staircase",
        "radar",
        "dumbbell",
        "agreement",
        "strip",
    ]
    headings = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert headings[0] == "Siden"
    assert len(headings) == 1 + len(views)
    assert {page_of(view.address).partition("?")[0] for view in views} == {"kommune"}


def test_two_peoples_answers_are_in_no_slide(taken):
    views, deck = taken(f"k={VEVELSTAD}&kartlegging=organisasjon-forarbeid")
    assert "agreement" not in [view.kind for view in views]
    own = {"Vevelstad i dag", "Vevelstad om tre år", "I dag", "Om tre år"}
    seen = 0
    for slide in deck.slides:
        for chart in (shape.chart for shape in slide.shapes if shape.has_chart):
            book = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
            inside = list(book.active.iter_cols(values_only=True))
            for series in chart.plots[0].series:
                if series.name in own:
                    seen += 1
                    assert not any(value is not None for value in series.values)
            for name, *values in inside[1:]:
                assert name not in own or not any(value is not None for value in values)
        assert "2 svar" not in slide.notes_slide.notes_text_frame.text
    assert seen

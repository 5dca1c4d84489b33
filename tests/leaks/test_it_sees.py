"""The leak test sees: leaks that are planted on purpose are found, each in its own hiding place."""

import dataclasses
import importlib

import numpy as np
import plotly.graph_objects as go
import pytest
import streamlit as st

from maturity import queries, serving
from maturity.access import Viewer
from maturity.exports.formats import FORMATS
from maturity.queries import scores
from maturity.settings import Thresholds, answers_path
from maturity.ui import reports, visit
from tests.leaks.look import told_apart
from tests.leaks.readers import READERS

pytestmark = pytest.mark.xdist_group("leaks executive")
HIDDEN = "1841"  # from an executive of Bodø
SQL = "select mean from score where kommune = $it and aspect = 'now' order by all limit 1"


def secret() -> float:
    """A score that an executive of another kommune may not know."""
    data = queries.newest(answers_path())
    return float(data.run(SQL, it=HIDDEN)["mean"].iloc[0])


def in_each_figure(patch, change) -> None:
    original = st.plotly_chart

    def draw(figure, **how):
        figure = go.Figure(figure)
        return original(figure, **{**how, **(change(figure, how) or {})})

    patch.setattr(st, "plotly_chart", draw)


def in_a_hover_text(patch):
    in_each_figure(
        patch, lambda figure, _how: figure.data[0].update(hovertext=str(secret())) and {}
    )


def in_numbers_that_are_not_drawn(patch):
    def change(figure, _how):
        figure.data[0].customdata = np.array([[0.0, secret()]])

    in_each_figure(patch, change)


def in_an_alternative_text(patch):
    in_each_figure(patch, lambda _figure, how: {"alt": f"{how['alt']} {secret():.3f}"})


def in_a_hidden_column(patch):
    original = st.html
    patch.setattr(st, "html", lambda it, **how: original(f"{it}<b hidden>{secret()}</b>", **how))


def in_the_address(patch):
    original = st.expander

    def expander(*given, **how):
        st.query_params["seed"] = str(secret())
        return original(*given, **how)

    patch.setattr(st, "expander", expander)


def in_a_file(key):
    def plant(patch):
        form = FORMATS[key]

        def write(views, **how):
            about = views[0].about
            hidden = {"source": f"{about.source} {secret()}", "title": f"{about.title} {secret()}"}
            told = dataclasses.replace(about, **hidden)
            return form.write((dataclasses.replace(views[0], about=told),), **how)

        patch.setitem(FORMATS, key, dataclasses.replace(form, write=write))

    return plant


def in_the_report(patch):
    original = reports.write_report

    def write(report):
        told = f"{report.subtitle} {secret():.3f}"
        return original(dataclasses.replace(report, subtitle=told))

    patch.setattr(reports, "write_report", write)


def by_the_rights_of_staff(patch):
    original = visit.viewer_of

    def viewer_of(person, **how):
        return original(dataclasses.replace(person, role="staff"), **how)

    patch.setattr(visit, "viewer_of", viewer_of)


def by_groups_of_any_size(patch):
    patch.setattr(scores, "suppress_groups", lambda frame, *_given, **_how: _told(frame, "k"))


def by_the_lowest_and_highest(patch):
    patch.setattr(scores, "withhold", lambda frame, *_given, **_how: frame)
    patch.setattr(Viewer, "knows", lambda self, _instrument: self.counted)


def by_scores_of_few(patch):
    patch.setattr(scores, "suppress", lambda frame, *_given: _told(frame, "n"))


def by_comments_of_few(patch):
    asking = importlib.import_module("maturity.queries.comments")  # the function has its name
    patch.setattr(asking, "thresholds", lambda: Thresholds(min_respondents_detail=0))


def _told(frame, count):
    return frame.assign(withheld=None, **{count: frame[count].astype("Int64")})


LEAKS = [
    ("executive", "sammenlign", {}, in_a_hover_text),
    ("executive", "sammenlign", {}, in_numbers_that_are_not_drawn),
    ("executive", "sammenlign", {}, in_an_alternative_text),
    ("executive", "sammenlign", {}, in_a_hidden_column),
    ("executive", "sammenlign", {}, in_the_address),
    *[
        ("executive", "ta-med" if form.gathering else "sammenlign", {}, in_a_file(key))
        for key, form in FORMATS.items()
    ],
    ("executive", "ta-med", {}, in_the_report),
    ("executive", "sammenlign", {"kommune": ["1841"]}, by_the_rights_of_staff),
    ("executive", "sammenlign", {"gruppe": ["region:Ofoten"]}, by_groups_of_any_size),
    ("executive", "modul", {}, by_the_lowest_and_highest),
    ("staff", "sammenlign", {"kommune": ["1816"]}, by_scores_of_few),
    ("staff", "barrierer", {"k": ["1816"]}, by_comments_of_few),
]


@pytest.mark.parametrize(
    ("name", "page", "address", "plant"), LEAKS, ids=lambda it: getattr(it, "__name__", None)
)
def test_a_planted_leak_is_seen(two_worlds, name, page, address, plant, monkeypatch):
    worlds = two_worlds(READERS[name])
    monkeypatch.setattr(serving, "_opened", {})  # what is kept of the data was kept without a leak
    plant(monkeypatch)
    _looks, found = told_apart(READERS[name], page, [address], worlds=worlds)
    assert found

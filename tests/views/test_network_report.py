"""The network's report read back: its numbers are the queries', for whoever may see them."""

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from maturity import queries
from maturity.access import Viewer, demo_viewer
from maturity.exports.report import write_report
from maturity.groups import WHOLE, groups
from maturity.language import number
from maturity.reference import reference
from maturity.views.network_report import network_name, network_report
from maturity.views.network_ways import ways_frame
from maturity.views.overview_nordland import newest_rounds

ALL = frozenset(reference().kommuner)
PRESENTER = Viewer(role="presenter", kommuner=frozenset(), others=ALL)


@pytest.fixture(scope="module")
def data(answers):
    return queries.newest(answers)


@pytest.fixture(scope="module")
def everybody(data):
    return demo_viewer(ALL, all_invented=data.all_invented)


@pytest.fixture(scope="module")
def report(data, everybody):
    return network_report(data, viewer=everybody)


def read(report) -> str:
    pdf = PdfReader(io.BytesIO(write_report(report)))
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pdf.pages))


def test_it_holds_all_that_a_room_asks_for(report):
    assert [view.kind for view in report.views] == [
        "staircase",
        "spread",
        "radar",
        "dumbbell",
        "spread",
        "change",
        "change",
        "themes",
        "theme_grid",
    ]
    (without,) = report.voices
    assert without.heading == "Muligheter", "which nobody has given themes to"
    assert without.note
    assert len(report.front) == 3
    assert report.title == "Nordland: digital modenhet"
    assert network_name() == "modenhet-nordland.pdf"
    said = read(report)
    squeezed = re.sub(r"\s", "", said)
    for sentence in (*report.front, *(view.finding for view in report.views), *report.method):
        assert re.sub(r"\s", "", sentence) in squeezed
    assert "Eksempeldata" in said
    assert "med egne ord" not in said, "of which there are none here"
    own = replace(report, voices=(replace(without, texts=("Mer tid",)),))
    assert "Barrierer og muligheter med egne ord" in read(own)


def test_its_gaps_are_the_queries_own(data, everybody, report):
    (gaps,) = [view for view in report.views if view.kind == "dumbbell"]
    asked = next(it for it in newest_rounds(data, viewer=everybody) if "evner" in it.instrument)
    members = groups(reference())[WHOLE].members
    frame = gaps.frame.set_index("dimension")
    for aspect, column in (("now", "now"), ("target", "target"), ("gap", "gap")):
        rows = queries.scores_by_group(
            data,
            viewer=everybody,
            members=members,
            survey_round=asked.survey_round,
            instrument=asked.instrument,
            aspect=aspect,
        ).set_index("dimension")
        assert len(rows) == len(frame)
        assert frame[column].to_dict() == rows["mean"].to_dict()
        assert frame[f"k_{column}"].to_dict() == rows["k"].to_dict()
    said = read(report)
    for key, row in frame.iterrows():
        label = gaps.instrument.by_key[key].label
        found = rf"{label.replace(' ', '.?')}\s+{number(row['now'])}\s+{number(row['target'])}"
        assert re.search(found, said), label
        assert f"{int(row['k_now'])} kommuner" in said


def test_a_gap_over_fewer_kommuner_than_its_levels_says_over_how_many(report):
    stairs = report.views[0]
    longest = stairs.frame.loc[stairs.frame["gap"].idxmax()]
    assert not longest["k_now"] == longest["k_target"] == longest["k_gap"], "or this tests nothing"
    label = stairs.instrument.by_key[longest["dimension"]].label
    gap, kommuner = number(longest["gap"]), longest["k_gap"]
    assert stairs.finding.endswith(
        f"{label}: +{gap} i snitt for {kommuner} kommuner som har tall for både i dag og mål."
    )
    for view in report.views:
        if view.kind in ("staircase", "dumbbell"):
            behind = view.frame[["k_now", "k_target"]].stack()
            assert f"{behind.min()}–{behind.max()} kommuner, hver teller likt" in view.about.source
            gaps = view.frame["k_gap"]
            assert view.about.source.endswith(f"{gaps.min()}–{gaps.max()} kommuner.")


def test_who_sees_groups_alone_is_told_of_nobody_and_why_themes_are_missing(data, report):
    own = network_report(data, viewer=PRESENTER)
    assert not [view for view in own.views if view.kind in ("themes", "spread")]
    assert [voice.heading for voice in own.voices] == ["Barrierer", "Muligheter"]
    assert all(voice.note for voice in own.voices)
    said = read(own)
    for kommune in reference().kommuner.values():
        assert not re.search(rf"\b{kommune.name}\b", said), kommune.name
    (asked,) = [view for view in own.views if view.kind == "dumbbell"]
    withheld = ways_frame(data, viewer=PRESENTER, asked=newest_rounds(data, viewer=PRESENTER)[-1])
    assert withheld["withheld"].notna().sum() >= 0
    assert len(asked.frame) == 13

"""Small radars: one for each kommune, all on the same scale, all with the same reference."""

from itertools import pairwise

import pytest
from scores_frame import CAPABILITIES, WORDS, score_frame

from maturity.charts.radar_multiples import radar_multiples
from maturity.findings.scores import withheld_reason

SEVEN = {f"Kommune {place}": "kommune" for place in range(7)}
FRAME = score_frame({**SEVEN, "Nordland": "group", "Salten": "group"})


def draw(frame=FRAME, **changes):
    words = {**WORDS, "instrument": CAPABILITIES, "aspect": "now", "dark": False, **changes}
    return radar_multiples(frame, **words)


def panels(figure):
    return [figure.layout[name] for name in figure.to_dict()["layout"] if name.startswith("polar")]


def test_everything_chosen_has_its_radar_with_the_first_group_as_reference():
    figure = draw()
    assert len(panels(figure)) == 8
    names = [trace.name for trace in figure.data if trace.name]
    assert names.count("Nordland") == 8
    for kommune in [*SEVEN, "Salten"]:
        assert names.count(kommune) == 1
        places = {trace.subplot for trace in figure.data if trace.name == kommune}
        assert len(places) == 1


def test_all_have_the_same_scale():
    assert {tuple(panel.radialaxis.range) for panel in panels(draw())} == {(1, 5)}


@pytest.mark.parametrize(("columns", "rows"), [(3, 3), (2, 4)])
def test_panels_stand_in_columns_without_overlap(columns, rows):
    domains = [panel.domain for panel in panels(draw(columns=columns))]
    assert len({domain.x for domain in domains}) == columns
    assert len({domain.y for domain in domains}) == rows
    for domain in domains:
        assert 0 <= domain.x[0] < domain.x[1] <= 1
        assert 0 <= domain.y[0] < domain.y[1] <= 1
    bands = sorted({tuple(domain.y) for domain in domains})
    assert all(lower[1] < upper[0] for lower, upper in pairwise(bands))


def test_axes_carry_numbers_and_a_key_names_them():
    figure = draw()
    assert list(panels(figure)[0].angularaxis.ticktext) == [str(n) for n in range(1, 14)]
    key = figure.layout.annotations[0].text.replace("\N{NO-BREAK SPACE}", " ").replace("<br>", " ")
    assert "1 Digitalt visjonær" in key
    assert "13 Samspill og tillit" in key


def test_one_entry_in_the_legend():
    shown = [trace.name for trace in draw().data if trace.name and trace.showlegend]
    assert shown == ["Nordland"]


def test_without_kommuner_the_groups_are_drawn_against_the_first():
    figure = draw(score_frame({f"Gruppe {place}": "group" for place in range(7)}))
    assert len(panels(figure)) == 6


def test_missing_scores_break_lines_and_invented_data_carry_the_word():
    frame = score_frame(SEVEN, missing=(("Kommune 2", "datadrevet"),))
    figure = draw(frame, invented=True)
    drawn = next(trace for trace in figure.data if trace.name == "Kommune 2")
    assert None in drawn.r
    assert "Eksempeldata" in figure.layout.title.text


def test_series_without_scores_says_why_in_its_place():
    missing = tuple(("Kommune 2", key) for key in CAPABILITIES.by_key)
    frame = score_frame({**SEVEN, "Nordland": "group"}, missing=missing)
    figure = draw(frame)
    (reason,) = frame.loc[frame["mean"].isna(), "withheld"].unique()
    said = [note.text for note in figure.layout.annotations]
    assert withheld_reason(reason) in said
    assert withheld_reason(reason) not in [note.text for note in draw().layout.annotations]

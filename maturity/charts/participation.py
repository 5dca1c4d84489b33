"""Who answered when: one row per kommune, one column per survey round."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from maturity.alphabet import alphabetic
from maturity.charts import theme
from maturity.charts.figure import figure
from maturity.charts.scores import behind
from maturity.charts.theme import Palette
from maturity.language import _
from maturity.settings import thresholds

ROW = 24  # pixels
HEADING = 52  # pixels above the rows, for the names of the survey rounds
LYING = 4  # rounds, or fewer, whose names lie; more stand upright
LETTER = 6.3  # pixels of a name that stands upright
LEFT = 104  # pixels for the names of the kommuner
ROUND = 11  # characters in a line of a survey round's name
CELL = (0.94, 0.86)  # of its place: width and height
FILLS = {False: "#cbe2ea", True: "#174c5c"}


def participation(
    frame: pd.DataFrame,
    *,
    rounds: Sequence[str],
    title: str,
    source: str,
    invented: bool,
    dark: bool,
) -> go.Figure:
    """Draw a cell per kommune and survey round with the number of answers.

    `frame` has one row per kommune and survey round: kommune (code), name, region, survey_round,
    round_label, n (answers, NA when withheld), state ("shown" | "withheld" | "none"). `rounds` are
    the survey rounds' codes, from left to right. Cells that are withheld are hatched and say «få»,
    those without answers are empty. `customdata` begins with the kommune's code.
    """
    colours = theme.palette(dark=dark)
    rows, labels = _rows(frame)
    cells = frame[frame["survey_round"].isin(list(rounds))]
    last = max(rows.values(), default=0.0)
    height = round(ROW * (last + 1.5))
    heads = cells.drop_duplicates("survey_round").set_index("survey_round")["round_label"]
    names = [str(heads.get(code, code)) for code in rounds]
    lie = len(rounds) <= LYING
    above = HEADING if lie else round(LETTER * max(map(len, names))) + 12
    few = _("«få»: færre enn {limit} svar, holdt tilbake").format(
        limit=thresholds().min_respondents
    )
    layout = theme.setting(
        title=title,
        source="\n".join([source, _("Tallet: svar. {few}. Tom rute: ingen svar.").format(few=few)]),
        invented=invented,
        dark=dark,
        drawing=above + height,
        left=LEFT,
    )
    bare = {"ticks": "", "showgrid": False, "zeroline": False, "fixedrange": True}
    layout.update(
        showlegend=False,
        clickmode="event+select",
        xaxis={
            **bare,
            "range": [-0.5, len(rounds) - 0.5],
            "side": "top",
            "tickvals": list(range(len(rounds))),
            "ticktext": [theme.wrap(name, width=ROUND) for name in names] if lie else names,
            "tickangle": 0 if lie else -90,
            "tickfont": {"size": 12, "color": colours.text},
        },
        yaxis={
            **bare,
            "range": [last + 0.7, -0.8],
            "domain": [0, height / (above + height)],
            "tickvals": list(labels),
            "ticktext": list(labels.values()),
            "tickfont": {"size": 12, "color": colours.text},
        },
    )
    layout["meta"]["words"]["heads"] = lie  # on a narrow page they are written smaller
    return figure([_cells(cells, rounds, rows, colours=colours, dark=dark)], layout)


def _rows(frame: pd.DataFrame) -> tuple[dict[str, float], dict[float, str]]:
    """Return each kommune's row, by region and name, and the words beside the rows."""
    rows: dict[str, float] = {}
    labels: dict[float, str] = {}
    at = 0.0
    kommuner = frame.drop_duplicates("kommune").sort_values(
        ["region", "name"], key=lambda names: names.map(alphabetic)
    )
    for region, members in kommuner.groupby("region", sort=False):
        labels[at] = f"<b>{region}</b>"
        for kommune, name in members[["kommune", "name"]].itertuples(index=False):
            at += 1
            rows[kommune] = at
            labels[at] = name
        at += 1.3
    return rows, labels


def _cells(
    cells: pd.DataFrame,
    rounds: Sequence[str],
    rows: Mapping[str, float],
    *,
    colours: Palette,
    dark: bool,
) -> dict[str, Any]:
    """Return the cells as bars, since bars fill their place at any width and can be hatched."""
    width, height = CELL
    limit = thresholds().min_respondents
    looks: dict[str, dict[str, Any]] = {
        "shown": {"fill": FILLS[dark], "shape": ""},
        "withheld": {"fill": colours.background, "shape": "/"},
        "none": {"fill": colours.background, "shape": ""},
    }
    states = [looks[state] for state in cells["state"]]
    texts, hovers = [], []
    for row in cells.itertuples(index=False):
        state = str(row.state)
        words = {
            "shown": behind(row.n, None) if state == "shown" else "",
            "withheld": _("holdt tilbake: færre enn {limit} svar").format(limit=limit),
            "none": _("ingen svar"),
        }
        texts.append({"shown": str(row.n), "withheld": _("få"), "none": ""}[state])
        hovers.append(f"<b>{row.name}</b><br>{row.round_label}<br>{words[state]}")
    return {
        "type": "bar",
        "x": [list(rounds).index(code) for code in cells["survey_round"]],
        "y": [height] * len(cells),
        "base": [rows[kommune] - height / 2 for kommune in cells["kommune"]],
        "width": width,
        "text": texts,
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 12, "color": colours.text},
        "marker": {
            "color": [look["fill"] for look in states],
            "line": {"color": colours.muted, "width": 0.6},
            "pattern": {
                "shape": [look["shape"] for look in states],
                "fillmode": "overlay",  # else the cell's own colour draws the hatching
                "fgcolor": colours.muted,
                "fgopacity": 0.3,
                "size": 8,
                "solidity": 0.2,
            },
        },
        "customdata": cells[["kommune", "survey_round"]].astype(str).to_numpy().tolist(),
        "hovertext": hovers,
        "hovertemplate": "%{hovertext}<extra></extra>",
        # Chosen or not, a cell stays legible.
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }

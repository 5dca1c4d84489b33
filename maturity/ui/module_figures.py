"""The figures of one kartlegging, each drawn once and kept."""

import plotly.graph_objects as go

from maturity import queries
from maturity.access import Viewer
from maturity.charts.heat_map import heat_map
from maturity.charts.profile_multiples import profile_multiples
from maturity.charts.spread import spread
from maturity.kept import kept
from maturity.language import _
from maturity.reference import reference
from maturity.ui.module import told
from maturity.ui.module_choices import Asked


def titles(shown: str) -> tuple[str, str, str]:
    """Return the titles of heat map, spread and small profiles, for what is shown."""
    return (
        _("Kommune for kommune: {what}").format(what=shown.lower()),
        _("Hvor ulike er kommunene: {what}").format(what=shown.lower()),
        _("Hver kommunes profil: {what}").format(what=shown.lower()),
    )


@kept
def heat_figure(data: queries.Data, *, viewer: Viewer, asked: Asked, dark: bool) -> go.Figure:
    """Return every score that may be shown."""
    whole = told(data, viewer=viewer, asked=asked)
    return heat_map(
        whole.frame,
        instrument=reference().instruments[asked.asked.instrument],
        aspect=asked.aspect,
        groups=whole.groups,
        title=titles(whole.shown)[0],
        source=whole.source,
        invented=asked.asked.invented,
        dark=dark,
    )


@kept
def spread_figure(data: queries.Data, *, viewer: Viewer, asked: Asked, dark: bool) -> go.Figure:
    """Return how far the kommuner stand apart."""
    whole = told(data, viewer=viewer, asked=asked)
    return spread(
        whole.spread,
        instrument=reference().instruments[asked.asked.instrument],
        aspect=asked.aspect,
        title=titles(whole.shown)[1],
        source=whole.source,
        invented=asked.asked.invented,
        dark=dark,
    )


@kept
def profiles_figure(data: queries.Data, *, viewer: Viewer, asked: Asked, dark: bool) -> go.Figure:
    """Return the profile of each kommune that may be shown, in the order of the heat map."""
    whole = told(data, viewer=viewer, asked=asked)
    shown = whole.frame.groupby("kommune").filter(lambda own: own["mean"].notna().any())
    order = {code: at for at, code in enumerate(c for _h, codes in whole.groups for c in codes)}
    shown = shown.sort_values("kommune", key=lambda codes: codes.map(order), kind="stable")
    means = whole.whole.dropna(subset=["mean"])
    return profile_multiples(
        shown,
        instrument=reference().instruments[asked.asked.instrument],
        aspect=asked.aspect,
        group=dict(zip(means["dimension"], means["mean"], strict=True)),
        group_label=str(whole.whole["series"].iloc[0]),
        title=titles(whole.shown)[2],
        source=whole.source,
        invented=asked.asked.invented,
        dark=dark,
    )

"""The groups on a page, where single kommuner are not seen."""

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import Aspect
from maturity.ui.chart import chart
from maturity.ui.group_scores import group_figure, group_scores
from maturity.views.rounds import Round


def by_group(
    data: queries.Data,
    *,
    viewer: Viewer,
    asked: Round,
    aspect: Aspect,
    dark: bool,
    said: bool = False,
) -> None:
    """Draw the groups, below the viewer's own kommuner; `said`: the finding is read elsewhere."""
    found = group_scores(data, viewer=viewer, asked=asked, aspect=aspect)
    chart(
        group_figure(data, viewer=viewer, asked=asked, aspect=aspect, dark=dark),
        name=found.title,
        finding=found.finding,
        table=found.table,
        about=found.about,
        said=said,
    )

"""A chart on a page: the figure, the sentence that states it, its table, and its quiet panel."""

import plotly.graph_objects as go
import streamlit as st

from maturity.charts import theme
from maturity.language import _
from maturity.ui.panel import panel_html
from maturity.ui.table import written
from maturity.ui.taking import take
from maturity.view import View


def chart(
    figure: go.Figure, *, name: str, finding: str, table: str, about: str, said: bool = False
) -> None:
    """Draw a figure with all that must stand beside it.

    `name` becomes the name of the picture that a reader takes away, `finding` is plain text: the
    figure's alternative text, and read below it. `table` and `about` are HTML, from
    `table.table_html` and `panel.panel_html`. `said`: the finding is read above already.
    """
    st.plotly_chart(figure, theme=None, config=theme.config(filename=name), alt=finding)
    if not said:
        st.text(finding)
    beside(table=table, about=about)


def shown(view: View, *, dark: bool, said: bool = False) -> None:
    """Draw a view with all that stands beside it. `said`: the finding is read above already."""
    chart(
        view.draw(dark=dark),
        name=view.title,
        finding=view.finding,
        table=written(view.table, title=view.title),
        about=panel_html(view.panel),
        said=said,
    )
    take(view)


def beside_view(view: View) -> None:
    """Offer a view's table and its quiet panel, and the view to take away."""
    beside(table=written(view.table, title=view.title), about=panel_html(view.panel))
    take(view)


def beside(*, table: str, about: str) -> None:
    """Offer a chart's table and its quiet panel, each behind a line of its own."""
    with st.expander(_("Vis som tabell")):
        st.html(table)
    with st.expander(_("Hva sier tallene, og hva sier de ikke?")):
        st.html(about)

"""How do kommuner compare: one figure, its table, and every choice in the address."""

import streamlit as st

from maturity.charts import theme
from maturity.language import _
from maturity.ui import frame
from maturity.ui.choices import Choices
from maturity.ui.compare_layout import parts
from maturity.ui.panel import panel, panel_html
from maturity.ui.table import written
from maturity.ui.taking import take
from maturity.views.compare import compared, each_series
from maturity.views.compare_choices import KEYS, choose

st.title(_("Hvor like er vi?"), anchor=False)
data, viewer = frame.opened()
frame.limits(viewer)
page = parts()
chosen = Choices("compare", KEYS)
asked, way = choose(data, viewer=viewer, chosen=chosen, who=page.who, what=page.what)
with page.chart:
    frame.odd(chosen.odd)
if asked.kommuner or asked.groups:
    (whole,) = compared(data, viewer=viewer, asked=asked, way="radar")
    frame.tells_of(whole.kommuner)
    table = written(whole.table, title=whole.title)
    with page.chart:
        if way == "tabell":
            st.html(table)
        else:
            for drawn in compared(data, viewer=viewer, asked=asked, way=way):
                config = theme.config(filename=drawn.title)
                figure = drawn.draw(dark=frame.dark())
                st.plotly_chart(figure, theme=None, config=config, alt=drawn.finding)
    with page.more:
        sentences = each_series(whole, aspect=asked.aspect)
        st.markdown("\n".join(f"- {it}" if len(sentences) > 1 else it for it in sentences))
        if way != "tabell":
            with st.expander(_("Vis som tabell")):
                st.html(table)
        take(whole)
    with page.about:
        panel(panel_html(whole.panel))
else:
    with page.chart:
        st.info(_("Velg minst én kommune, eller noe å sammenligne med, så tegnes figuren her."))

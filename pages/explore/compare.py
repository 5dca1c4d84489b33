"""How do kommuner compare: one figure, its table, and every choice in the address."""

import streamlit as st

from maturity.charts import theme
from maturity.language import _
from maturity.ui import compare, frame
from maturity.ui.choices import Choices
from maturity.ui.compare_downloads import downloads
from maturity.ui.compare_layout import parts
from maturity.ui.panel import panel
from maturity.views.compare_choices import KEYS, choose

st.title(_("Sammenlign"), anchor=False)
data, viewer = frame.opened()
page = parts()
chosen = Choices("compare", KEYS)
asked, view = choose(data, viewer=viewer, chosen=chosen, who=page.who, what=page.what)
with page.chart:
    frame.odd(chosen.odd)
if asked.kommuner or asked.groups:
    whole = compare.compared(data, viewer=viewer, asked=asked)
    with page.chart:
        if view == "tabell":
            st.html(whole.table)
        else:
            dark = frame.dark()
            for drawn in compare.figures(data, viewer=viewer, asked=asked, view=view, dark=dark):
                config = theme.config(filename=whole.about.title)
                st.plotly_chart(drawn.figure, theme=None, config=config, alt=drawn.alt)
    with page.more:
        st.markdown(whole.finding)
        if view != "tabell":
            with st.expander(_("Vis som tabell")):
                st.html(whole.table)
        downloads(whole, asked=asked)
    with page.about:
        panel(whole.panel)
else:
    with page.chart:
        st.info(_("Velg minst én kommune, eller noe å sammenligne med, så tegnes figuren her."))

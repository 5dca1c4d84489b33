"""What did the kartlegging of a module show: who took part, all scores, and how far apart."""

import streamlit as st

from maturity.language import _
from maturity.ui import barriers, frame, module, module_figures, module_tables
from maturity.ui.barriers_choices import module_themes
from maturity.ui.chart import beside, chart
from maturity.ui.links import FILES
from maturity.ui.module_choices import choose
from maturity.ui.overview_draw import clickable

st.title(_("Hva viste kartleggingen i modulen?"), anchor=False)
data, viewer = frame.opened()
dark = frame.dark()
asked, odd = choose(data, viewer=viewer, columns=st.columns(4))
frame.odd(odd)
told = module.told(data, viewer=viewer, asked=asked)
about = module_tables.about(data, viewer=viewer, asked=asked)
heat_title, spread_title, profiles_title = module_figures.titles(told.shown)
left, right = st.columns(2, gap="large")
with left:
    st.text(f"{told.finding} {told.spread_finding}")
    apart = module_figures.spread_figure(data, viewer=viewer, asked=asked, dark=dark)
    table = module_tables.spread_table(data, viewer=viewer, asked=asked)
    finding = told.spread_finding
    chart(apart, name=spread_title, finding=finding, table=table, about=about, said=True)
    st.html(module_tables.phases(data, viewer=viewer, asked=asked))
with right:
    heat = module_figures.heat_figure(data, viewer=viewer, asked=asked, dark=dark)
    clickable(heat, viewer=viewer, key="modul-kart", alt=told.heat_finding)
    st.text(told.heat_finding)
    heat_table = module_tables.heat_table(data, viewer=viewer, asked=asked)
    beside(table=heat_table, about=about)

st.header(profiles_title, anchor="profiler")
profiles = module_figures.profiles_figure(data, viewer=viewer, asked=asked, dark=dark)
finding = told.profiles_finding
chart(profiles, name=profiles_title, finding=finding, table=heat_table, about=about)

st.header(_("Hva sa de om barrierer og muligheter?"), anchor="barrierer")
wrote = module_themes(data, viewer=viewer, survey_round=asked.asked.survey_round)
named = wrote and barriers.told(data, viewer=viewer, asked=wrote)
if wrote and named and named.k:
    figure = barriers.themes_figure(data, viewer=viewer, asked=wrote, dark=dark)
    chart(figure, name=named.title, finding=named.finding, table=named.table, about=named.about)
elif wrote:
    st.markdown(_("Temaer er ikke oppgitt her, men noen har skrevet med egne ord."))
else:
    st.markdown(_("Denne kartleggingen har ingen kommentarer."))
st.page_link(
    FILES["barrierer"],
    label=_("Les mer om barrierer og muligheter"),
    icon=":material/forum:",
    query_params={"kartlegging": asked.asked.survey_round} if wrote else None,
)

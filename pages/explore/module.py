"""What did the kartlegging of a module show: who took part, all scores, and how far apart."""

import streamlit as st

from maturity.language import _
from maturity.ui import frame
from maturity.ui.chart import beside_view, shown
from maturity.ui.choices import Choices
from maturity.ui.links import FILES
from maturity.ui.overview_draw import clickable
from maturity.ui.table import written
from maturity.views import barriers, module_figures
from maturity.views.barriers_choices import module_themes
from maturity.views.group_scores import group_scores
from maturity.views.module import told
from maturity.views.module_choices import KEYS, choose
from maturity.views.module_tables import no_comments, no_themes, phases

st.title(_("Hva viste kartleggingen i modulen?"), anchor=False)
data, viewer = frame.opened()
frame.limits(viewer)
dark = frame.dark()
chosen = Choices("module", KEYS)
asked = choose(data, viewer=viewer, chosen=chosen, blocks=st.columns([4, 5, 3, 3]))
frame.odd(chosen.odd)
whole = told(data, viewer=viewer, asked=asked)
apart = module_figures.apart(data, viewer=viewer, asked=asked)
left, right = st.columns(2, gap="large")
with left:
    st.text(f"{whole.finding} {apart.finding}")
    if whole.spread["lowest"].notna().any():
        shown(apart, dark=dark, said=True)
    title, table = phases(data, viewer=viewer, asked=asked)
    st.html(written(table, title=title))
with right:
    if viewer.knows_all([asked.asked.instrument]):
        heat = module_figures.heat(data, viewer=viewer, asked=asked)
        clickable(heat, viewer=viewer, dark=dark, key="modul-kart")
        st.text(heat.finding)
        beside_view(heat)
    else:
        shown(group_scores(data, viewer=viewer, asked=asked.asked, aspect=asked.aspect), dark=dark)

if whole.frame["mean"].notna().any():
    profiles = module_figures.profiles(data, viewer=viewer, asked=asked)
    st.header(_("Kommune for kommune"), anchor="profiler")
    shown(profiles, dark=dark)

st.header(_("Hva sa de om barrierer og muligheter?"), anchor="barrierer")
wrote = module_themes(data, viewer=viewer, survey_round=asked.asked.survey_round)
if wrote and barriers.told(data, viewer=viewer, asked=wrote).k:
    shown(barriers.themes_view(data, viewer=viewer, asked=wrote), dark=dark)
elif wrote:
    st.markdown(no_themes(viewer))
else:
    st.markdown(no_comments(viewer))
st.page_link(
    FILES["barrierer"],
    label=_("Les mer om barrierer og muligheter"),
    icon=":material/forum:",
    query_params={"kartlegging": asked.asked.survey_round} if wrote else None,
)

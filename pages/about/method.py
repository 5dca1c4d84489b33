"""How are the numbers made, whose framework is it, and which data are shown."""

import streamlit as st

from maturity.language import _
from maturity.texts import method
from maturity.ui import frame, method_data, method_example, method_framework

st.title(_("Hvordan er tallene laget?"), anchor=False)
short, contents = st.columns([3, 2], gap="large")
with short:
    st.markdown(method.in_short())
with contents:
    st.markdown(
        "\n".join(
            f"- [{name}](#{anchor})"
            for anchor, name in {
                "regler": _("Reglene, én for én"),
                "eksempel": _("Et tall fulgt hele veien"),
                "forskjell": _("Når en forskjell sier noe"),
                "rammeverk": _("Rammeverket og evnene"),
                "data": _("Hvilke data som vises"),
                "tilgjengelighet": _("Tilgjengelighet"),
                "ord": _("Ordliste"),
            }.items()
        )
    )
text = st.container(width=960)  # lines that are longer are read badly
with text:
    st.header(_("Reglene, én for én"), anchor="regler")
    st.markdown(method.rules())
    st.header(_("Et tall fulgt hele veien"), anchor="eksempel")
    worked_out = st.container()
    st.header(_("Når en forskjell sier noe"), anchor="forskjell")
    st.markdown(method.chance())
    st.header(_("Rammeverket og evnene"), anchor="rammeverk")
    st.markdown(method_framework.credit())
    for instrument in method_framework.instruments():
        st.subheader(instrument.label, anchor=False)
        st.markdown(method_framework.dimensions(instrument))
    st.header(_("Hvilke data som vises"), anchor="data")
    which = st.container()
    st.header(_("Tilgjengelighet"), anchor="tilgjengelighet")
    st.markdown(method.accessibility())
    st.header(_("Ordliste"), anchor="ord")
    for word, meaning in method.glossary():
        st.markdown(f"**{word}:** {meaning}")

# Last: where there is nothing to show, the rest of the page stands all the same.
data, viewer = frame.opened()
with worked_out:
    found = method_example.example(data, viewer=viewer)
    if found:
        st.markdown(method_example.told(found))
    else:
        st.markdown(method_example.none(viewer))
with which:
    st.html(method_data.imports(data, viewer=viewer))

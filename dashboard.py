"""The frame: language, menu, and the one place where a reader's error is shown."""

from functools import partial

import streamlit as st

from maturity.claims import Refused
from maturity.errors import UserError
from maturity.language import _
from maturity.settings import ROOT
from maturity.ui import frame, signing_in, turns
from maturity.ui.letters import escaped

ICON = ROOT / "static" / "icon.svg"

frame.speak()
rules = signing_in.settings()
who = signing_in.somebody(rules)
# Told first: without an icon of its own, the browser is sent elsewhere for that of the page.
st.set_page_config(page_icon=ICON, layout="wide")
shown_to = partial(frame.shown_to, who)
page = st.navigation(
    {
        "": [
            st.Page(
                "pages/explore/overview.py",
                title=_("Oversikt"),
                url_path="",
                default=True,
                icon=":material/map:",
            ),
            st.Page(
                "pages/explore/kommune.py",
                title=_("Kommunen"),
                url_path="kommune",
                icon=":material/home_work:",
            ),
            st.Page(
                "pages/explore/compare.py",
                title=_("Sammenlign"),
                url_path="sammenlign",
                icon=":material/radar:",
            ),
            st.Page(
                "pages/explore/module.py",
                title=_("Modul"),
                url_path="modul",
                icon=":material/view_module:",
            ),
            st.Page(
                "pages/explore/development.py",
                title=_("Utvikling"),
                url_path="utvikling",
                icon=":material/trending_up:",
            ),
            st.Page(
                "pages/explore/barriers.py",
                title=_("Barrierer og muligheter"),
                url_path="barrierer",
                icon=":material/forum:",
            ),
            st.Page(
                "pages/explore/collaboration.py",
                title=_("Samarbeid"),
                url_path="samarbeid",
                icon=":material/handshake:",
            ),
            st.Page(
                "pages/about/method.py",
                title=_("Metode"),
                url_path="metode",
                icon=":material/menu_book:",
            ),
            st.Page(
                "pages/about/check.py",
                title=_("Sjekk tall"),
                url_path="sjekk",
                icon=":material/fact_check:",
                visibility="hidden",  # figures that were taken away lead to it
            ),
        ],
        _("Presentere"): [
            st.Page(
                "pages/present/presentation.py",
                title=_("Presentasjon"),
                url_path="presentasjon",
                icon=":material/slideshow:",
            ),
            st.Page(
                "pages/present/take_along.py",
                title=_("Ta med"),
                url_path="ta-med",
                icon=":material/download:",
            ),
        ],
        _("Administrere"): [
            st.Page(
                "pages/admin/sharing.py",
                title=_("Deling"),
                url_path="deling",
                icon=":material/share:",
                visibility=shown_to("executive", "staff"),
            ),
            st.Page(
                "pages/admin/imports.py",
                title=_("Innlesinger"),
                url_path="innlesinger",
                icon=":material/inventory_2:",
                visibility=shown_to("staff"),
            ),
            st.Page(
                "pages/admin/import_help.py",
                title=_("Hjelp til innlesing"),
                url_path="innlesing-hjelp",
                icon=":material/help:",
                visibility="hidden",  # the pages of imports lead to it
            ),
            st.Page(
                "pages/admin/log.py",
                title=_("Logg"),
                url_path="logg",
                icon=":material/history:",
                visibility=shown_to("staff"),
            ),
            st.Page(
                "pages/admin/intake.py",
                title=_("Innlesing"),
                url_path="innlesing",
                icon=":material/upload_file:",
                # Without sign-in there are invented answers alone, and everybody may try.
                visibility=shown_to("staff") if rules is not None else "visible",
            ),
        ],
    },
    position="hidden" if isinstance(who, Refused) else "top",
)
product = _("Digital modenhet i Nordland")
st.set_page_config(page_title=f"{page.title} – {product}")
line = frame.header(who, product=product)
try:
    with turns.taken():
        if rules is not None and isinstance(who, Refused):
            signing_in.door(rules, who)
        else:
            frame.note_arrival(page, who, rules)
            frame.land(page, who)
            page.run()
except UserError as refusal:
    st.error(escaped(refusal.message))  # which may have words of an address in it
except frame.NothingMoreError:
    pass
frame.beside(line, page, who, rules)

"""The frame around every page: language, data and viewer, and the notice on invented data."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.navigation.page import StreamlitPage

from maturity import language, queries
from maturity.access import Viewer
from maturity.claims import Person, Refused
from maturity.errors import UserError
from maturity.language import _
from maturity.roles import Access, Role
from maturity.settings import answers_path
from maturity.ui import looking, older, signing_in
from maturity.ui.links import FILES
from maturity.ui.visit import visit, visited
from maturity.views.limits import limits as what_is_seen

# The index page has the language of the address that was loaded; choosing another loads nothing.
# maturity/web/index_follow.py reads it: no script comes with the page's own text.
SAY_LANGUAGE = '<span hidden data-language="{code}"></span>'

# The platform leaves more than its menu's height above a page, and large headings with air around
# them; the first screen is worth more.
CLOSER = """<style>
[data-testid=stMainBlockContainer] {{ padding-top: 4.25rem; }}
[data-testid=stMain] h1 {{ font-size: 2.25rem; padding: 0 0 0.25rem; }}
[data-testid=stMain] h2 {{ font-size: 1.5rem; padding: 0.25rem 0 0; }}
[data-testid=stMain] h3 {{ font-size: 1.125rem; padding: 0.25rem 0 0; }}
[data-testid=stApp] :is(a, button, summary, [tabindex="0"]):focus-visible {{
  outline: 3px solid currentColor !important; outline-offset: 1px; }}
.js-plotly-plot .modebar:focus-within {{ opacity: 1 !important; }}
[data-testid=stMain]:focus-visible {{ outline: 3px solid currentColor; outline-offset: -3px; }}
[data-testid=stMain] [data-testid=stCaptionContainer],
[data-testid=stMain] [data-testid=stCaptionContainer] * {{ color: inherit; opacity: 1; }}
[data-testid=stPageLink-NavLink] > span:last-child,
[data-testid=stPageLink-NavLink] > span:last-child * {{ white-space: normal; }}
[data-testid=stExpandSidebarButton]::after {{ content: "{menu}"; padding-left: 0.25rem; }}
</style>"""


class NothingMoreError(Exception):
    """A page has said all it has to say; `st.stop` would leave out what stands beside it."""


def speak() -> None:
    """Set the language of this run: the address's, else the one this reader chose before.

    The menu forgets the address, and a link to the page one is on leaves it as it was; what is
    not told there already is therefore written into it again.
    """
    before = st.session_state.get("language", language.SOURCE)
    code = language.use(st.query_params.get("lang", before))
    if code != before or (code != language.SOURCE and "lang" not in st.query_params):
        st.query_params["lang"] = code
    st.session_state["language"] = code


def fault(_fault: Exception) -> bool:
    """Say that something is wrong with us, and no more: what it is stands in the server's log."""
    st.error(_("Noe gikk galt hos oss. Prøv igjen, og si fra om det skjer flere ganger."))
    return True


def shown_to(who: Person | Refused | None, *roles: Role) -> Literal["visible", "hidden"]:
    """Tell whether a page for some roles stands in the menu; the page itself refuses others."""
    return "visible" if isinstance(who, Person) and who.role in roles else "hidden"


def header(who: Person | Refused | None, *, product: str) -> DeltaGenerator:
    """Mark invented data, or say where one is.

    Returns the line above the page, for what follows the page's run.
    """
    st.html(CLOSER.format(menu=_("Meny")))
    line = st.container(
        horizontal=True,
        horizontal_alignment="distribute",
        vertical_alignment="center",
        gap="small",
    )
    data, version = None, older.chosen()
    with suppress(UserError):  # what is wrong the page says itself
        data = queries.newest(answers_path()) if not isinstance(who, Refused) else None
        if data is not None and version is not None:
            data = queries.at(data.answers, version)
    line.markdown(
        _("**Eksempeldata** – alle svar er oppdiktet.")
        if data and data.all_invented
        else f"**{product}**",
        width="content",
    )
    older.banner()
    return line


def beside(
    line: DeltaGenerator, page: StreamlitPage, who: Person | Refused | None, rules: Access | None
) -> None:
    """Offer this page in the other languages, with the address as it has left it, and a way out."""
    line = line.container(
        horizontal=True, width="content", vertical_alignment="center", gap="small"
    )
    here = {key: st.query_params.get_all(key) for key in st.query_params}
    for code, name in language.LANGUAGES.items():
        if code != language.current():
            line.page_link(
                page, label=name, icon=":material/translate:", query_params={**here, "lang": code}
            )
    if isinstance(who, Person) and rules is not None:
        with line:
            signing_in.way_out(who, rules)
    st.html(SAY_LANGUAGE.format(code=language.current()))


def opened() -> tuple[queries.Data, Viewer]:
    """Return the newest data and who is looking; raises UserError where there is none to see.

    From here on it is noted whom the page names to somebody from elsewhere.
    """
    now = visit()
    if now.looker is not None:
        looking.watch(now.looker, viewer=now.viewer)
    return now.data, now.viewer


def tells_of(kommuner: Iterable[str]) -> None:
    """Note whom the page is about to tell of, whether it names them or not."""
    now = visited()
    if now.looker is not None:
        looking.note_seen(now.looker, viewer=now.viewer, kommuner=frozenset(kommuner))


def note_arrival(page: StreamlitPage, who: Person | Refused | None, rules: Access | None) -> None:
    """Remember which page this is, and log a sign-in the first time that it is used."""
    st.session_state["page"] = page.url_path
    if rules is None or not isinstance(who, Person) or st.session_state.get("known") == who:
        return
    looking.anywhere(who, rules).note("sign-in", at=who.signed_in_at)
    st.session_state["known"] = who


def land(page: StreamlitPage, who: Person | Refused | None) -> None:
    """Bring an executive who arrives without an errand to the own kommune's page."""
    arrived = not st.session_state.get("arrived")
    st.session_state["arrived"] = True
    errand = page.url_path or set(st.query_params) - {"lang"}
    if arrived and not errand and isinstance(who, Person) and who.own:
        spoken = {"lang": st.query_params["lang"]} if "lang" in st.query_params else {}
        st.switch_page(FILES["kommune"], query_params={"k": min(who.own), **spoken})


def limits(viewer: Viewer) -> None:
    """Say what this reader sees and does not; nothing to one who sees all there is."""
    if said := what_is_seen(viewer=viewer):
        st.text(said)


def odd(said: Sequence[str]) -> None:
    """Say what the address asks for that is not there, letter by letter: a link could say it."""
    if said:
        st.text(" ".join(said))


def dark() -> bool:
    """Tell whether the reader's browser shows the dark theme."""
    return bool(st.context.theme.type == "dark")

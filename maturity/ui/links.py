"""Ways to other pages: relative, since nobody tells what address the server stands under."""

from urllib.parse import urlencode

from maturity import language

FILES = {
    "": "pages/explore/overview.py",
    "kommune": "pages/explore/kommune.py",
    "sammenlign": "pages/explore/compare.py",
    "modul": "pages/explore/module.py",
    "utvikling": "pages/explore/development.py",
    "barrierer": "pages/explore/barriers.py",
    "samarbeid": "pages/explore/collaboration.py",
    "presentasjon": "pages/present/presentation.py",
    "ta-med": "pages/present/take_along.py",
    "metode": "pages/about/method.py",
    "sjekk": "pages/about/check.py",
    "deling": "pages/admin/sharing.py",
    "innlesinger": "pages/admin/imports.py",
    "innlesing-hjelp": "pages/admin/import_help.py",
    "logg": "pages/admin/log.py",
    "innlesing": "pages/admin/intake.py",
}


def link(page: str, **choices: str) -> str:
    """Return a page's address with these choices, in the language of this run.

    For links in HTML, which load the page anew; within Streamlit, use `st.switch_page` or
    `st.page_link` with the page's file from FILES.
    """
    spoken = language.current()
    asked = choices | ({"lang": spoken} if spoken != language.SOURCE else {})
    return f"{page or '.'}?{urlencode(asked)}" if asked else page or "."

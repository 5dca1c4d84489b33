"""What was done, by whom and on what, in the reader's words."""

import datetime
from collections.abc import Collection

from babel.dates import format_datetime

from maturity import language
from maturity.audit import Entry
from maturity.language import _
from maturity.reference import reference
from maturity.sharing import OSLO
from maturity.ui.signing_in import role_names
from maturity.views.choosers import alphabetically

NAMED = 4  # kommuner that a cell names; the file has them all


def deeds() -> dict[str, str]:
    """Return what can be done, by code."""
    return {
        "view": _("Så"),
        "download": _("Lastet ned"),
        "import": _("Leste inn"),
        "undo": _("Angret innlesing"),
        "older": _("Åpnet tidligere versjon"),
        "compared": _("Sammenlignet versjoner"),
        "opened": _("Åpnet profil"),
        "taken back": _("Tok tilbake profil"),
        "sign-in": _("Logget inn"),
        "sign-out": _("Logget ut"),
    }


def pages() -> dict[str, str]:
    """Return the names of the pages, by the end of their address."""
    return {
        "": _("Oversikt"),
        "kommune": _("Kommunen"),
        "sammenlign": _("Sammenlign"),
        "modul": _("Modul"),
        "utvikling": _("Utvikling"),
        "barrierer": _("Barrierer og muligheter"),
        "samarbeid": _("Samarbeid"),
        "ta-med": _("Ta med"),
        "metode": _("Metode"),
        "deling": _("Deling"),
        "innlesinger": _("Innlesinger"),
        "innlesing-hjelp": _("Hjelp til innlesing"),
        "logg": _("Logg"),
        "innlesing": _("Innlesing"),
    }


def page_of(entry: Entry) -> str:
    """Name the page that something was done on; empty where it was on none."""
    return pages().get(entry.page, entry.page) if entry.what in ("view", "download") else ""


def role_of(entry: Entry) -> str:
    """Name the role of the one who did it; from the command line there is none."""
    return role_names().get(entry.role, "")


def moment(at: datetime.datetime) -> str:
    """Write a moment by the clock in Norway."""
    return str(format_datetime(at, "dd.MM.yyyy HH:mm", tzinfo=OSLO, locale=language.current()))


def names(kommuner: Collection[str], *, most: int | None = None) -> str:
    """Name kommuner in the order of the alphabet, at most so many, and how many more there are."""
    known = reference().kommuner
    found = [known[code].name for code in alphabetically(kommuner)]
    left = 0 if most is None else len(found) - most
    if left <= 0:
        return ", ".join(found)
    more = _("og {count} til").format(count=left)
    return f"{', '.join(found[:most])} {more}"

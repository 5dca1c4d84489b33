"""Whether the numbers of a figure that was taken away still hold, by its fingerprint."""

import re
from dataclasses import dataclass

from maturity import queries
from maturity.access import Viewer
from maturity.fingerprint import holds
from maturity.language import _
from maturity.views.registry import view

FINGERPRINT = re.compile(r"(\d{1,9})((?:-[0-9a-f]{4}){3})")


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What can be said, and whether the numbers hold; None where that is not known."""

    holds: bool | None
    words: str


def checked(found: str, address: str, *, data: queries.Data, viewer: Viewer) -> Verdict:
    """Compare a fingerprint with the view at an address, as this viewer sees it now.

    Without an address only the versions are compared. Raises UserError where there is no such
    view, or the viewer may not see it.
    """
    parts = FINGERPRINT.fullmatch(found.strip().lower())
    if not parts:
        return Verdict(holds=None, words=_("Dette er ikke et fingeravtrykk fra en figur herfra."))
    if address.strip():
        return _of_figure(found, address.strip(), data=data, viewer=viewer)
    taken, newest = int(parts[1]), data.version
    if taken == newest:
        words = _("Figuren er laget av de nyeste tallene, dataversjon {taken}.")
    elif taken < newest:
        words = _(
            "Figuren er laget av dataversjon {taken}; den nyeste er {newest}. Lim inn figurens "
            "adresse, så ser du om akkurat disse tallene er endret."
        )
    else:
        words = _("Det finnes ingen dataversjon {taken}; den nyeste er {newest}.")
    known = True if taken == newest else None
    return Verdict(holds=known, words=words.format(taken=taken, newest=newest))


def _of_figure(found: str, address: str, *, data: queries.Data, viewer: Viewer) -> Verdict:
    figure = view(address, data=data, viewer=viewer)
    if holds(found, figure):
        words = _("Tallene holder: «{title}» viser de samme tallene i dataversjon {version}.")
    else:
        words = _(
            "Tallene holder ikke: «{title}» viser andre tall i dataversjon {version}, eller den "
            "som tok figuren med seg, så mer eller mindre enn du gjør."
        )
    said = words.format(title=figure.title, version=data.version)
    return Verdict(holds=holds(found, figure), words=said)

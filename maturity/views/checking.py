"""Whether the numbers of a figure that was taken away still hold, by its fingerprint."""

import re
from dataclasses import dataclass

from maturity import queries
from maturity.access import Viewer
from maturity.errors import UserError
from maturity.fingerprint import LETTERS, holds
from maturity.language import _
from maturity.view import View
from maturity.views.pasted import figures_at
from maturity.views.registry import view

FINGERPRINT = re.compile(rf"(\d{{1,9}})((?:-[{LETTERS}]{{4}}){{3}})")


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What can be said, and whether the numbers hold; None where that is not known."""

    holds: bool | None
    words: str


def checked(found: str, address: str, *, data: queries.Data, viewer: Viewer) -> Verdict:
    """Compare a fingerprint with the view at an address, as this viewer sees it now.

    The address may be the figure's own, that of its numbers, or of its page. Without one, only the
    versions are compared, and nothing is known of the numbers. Raises UserError where there is no
    such view, or the viewer may not see it.
    """
    parts = FINGERPRINT.fullmatch(found.strip().lower())
    if not parts:
        return Verdict(holds=None, words=_("Dette er ikke et fingeravtrykk fra en figur herfra."))
    if address.strip():
        return _of_figure(found, address.strip(), data=data, viewer=viewer)
    taken, newest = int(parts[1]), data.version
    if taken == newest:
        words = _(
            "Dataversjon {taken} er den nyeste. Lim inn figurens adresse, så ser du om akkurat "
            "disse tallene er fra den."
        )
    elif taken < newest:
        words = _(
            "Figuren er laget av dataversjon {taken}; den nyeste er {newest}. Lim inn figurens "
            "adresse, så ser du om akkurat disse tallene er endret."
        )
    else:
        words = _("Det finnes ingen dataversjon {taken}; den nyeste er {newest}.")
    return Verdict(holds=None, words=words.format(taken=taken, newest=newest))


def _of_figure(found: str, address: str, *, data: queries.Data, viewer: Viewer) -> Verdict:
    figures = _figures(address, data=data, viewer=viewer)
    figure = next((it for it in figures if holds(found, it)), figures[0])
    if holds(found, figure):
        words = _("Tallene holder: «{title}» viser de samme tallene i dataversjon {version}.")
    elif len(figures) > 1:
        words = _(
            "Tallene holder ikke: ingen av figurene på siden viser dem i dataversjon {version}, "
            "eller den som tok figuren med seg, så mer eller mindre enn du gjør."
        )
    else:
        words = _(
            "Tallene holder ikke: «{title}» viser andre tall i dataversjon {version}, eller den "
            "som tok figuren med seg, så mer eller mindre enn du gjør."
        )
    said = words.format(title=figure.title, version=data.version)
    return Verdict(holds=holds(found, figure), words=said)


def _figures(address: str, *, data: queries.Data, viewer: Viewer) -> list[View]:
    """Return the figures at an address; of a page, those that its choices allow."""
    figures, refused = [], []
    for one in figures_at(address):
        try:
            figures.append(view(one, data=data, viewer=viewer))
        except UserError as refusal:
            refused.append(refusal)
    if not figures:
        raise refused[0]
    return figures

"""A visit to a page: who looks, at which data, and what they may see of it."""

from dataclasses import dataclass

import streamlit as st

from maturity import queries, sharing, sharing_table
from maturity.access import Viewer, demo_viewer, viewer_of
from maturity.claims import Person, Refused
from maturity.errors import UserError
from maturity.language import _
from maturity.reference import reference
from maturity.roles import Access
from maturity.settings import answers_path
from maturity.ui import older, signing_in
from maturity.ui.looking import Looker

SLOT = "visit"


@dataclass(frozen=True, kw_only=True)
class Visit:
    """The data, the viewer's rights, and the one who looks; None: nobody is known.

    `rules` are those by which it was decided, None where no sign-in is set up. `version` is the
    one that staff have opened, None: the newest there is.
    """

    data: queries.Data
    viewer: Viewer
    looker: Looker | None
    rules: Access | None
    version: int | None = None


def visit() -> Visit:
    """Return who looks at what in this run; raises UserError where there is nothing to see."""
    rules = signing_in.settings()
    page = st.session_state.get("page", "")
    who = signing_in.somebody(rules)
    found = visited_by(who, rules, page=page, version=older.chosen())
    st.session_state[SLOT] = found
    return found


def now(before: Visit) -> Visit:
    """Return an earlier visit as it would be now, in whatever thread; raises UserError likewise.

    Between them its reader may have signed out elsewhere, an opened profile been taken back, or
    the sign-in have run out.
    """
    version = before.version
    if before.looker is None or before.rules is None:
        return visited_by(None, None, page="", version=version)
    who = signing_in.still(before.looker.who, before.rules)
    return visited_by(who, before.rules, page=before.looker.page, version=version)


def visited() -> Visit:
    """Return the visit of this run; KeyError where no page has been opened."""
    found: Visit = st.session_state[SLOT]
    return found


def visited_by(
    who: Person | Refused | None,
    rules: Access | None,
    *,
    page: str,
    version: int | None = None,
) -> Visit:
    """Return the visit of somebody to a page; raises UserError where there is nothing to see.

    `version` is that of the data, None: the newest. Another is for staff alone, since differences
    between versions are not guarded; where nobody signs in, both have to be invented.
    """
    if isinstance(who, Refused):
        raise UserError(_("Logg inn for å se resultatene"))
    data = queries.newest(answers_path())
    if data is None:
        raise UserError(
            _("Ingen svar er lest inn ennå. Kjør «python -m maturity.intake take FIL».")
        )
    if rules is None or who is None:
        shown = _version(data, version)
        invented = data.all_invented and shown.all_invented
        viewer = demo_viewer(frozenset(reference().kommuner), all_invented=invented)
        return Visit(data=shown, viewer=viewer, looker=None, rules=None, version=version)
    if version is not None and who.role != "staff":
        raise UserError(_("Tidligere versjoner er for dem som er ansatt i DigiNordland."))
    shown = _version(data, version)
    looker = Looker(
        who=who,
        page=page,
        version=shown.version,
        keep_days=rules.log_days,
    )
    viewer = _viewer(data, who, rules)
    return Visit(data=shown, viewer=viewer, looker=looker, rules=rules, version=version)


def _version(newest: queries.Data, version: int | None) -> queries.Data:
    return newest if version is None else queries.at(newest.answers, version)


def _viewer(data: queries.Data, who: Person, rules: Access) -> Viewer:
    known = reference()
    done, invented = sharing_table.acts(), data.all_invented
    standing = sharing.standing(done, on=sharing.today(), invented=invented)
    return viewer_of(
        who,
        see=rules.kommuner_see,
        kommuner=frozenset(known.kommuner),
        instruments=known.instruments,
        shared=sharing.opened_to(who.own, of=standing),
        once=sharing.once_opened_to(who.own, done, invented=invented),
    )

"""Who may see and change what is in the table: staff; where nobody signs in, invented data only."""

import streamlit as st

from maturity.claims import Person, Refused
from maturity.errors import UserError
from maturity.intake.store import Store
from maturity.language import _
from maturity.roles import Access
from maturity.settings import answers_path
from maturity.ui import signing_in
from maturity.ui.looking import Looker


def staff() -> Looker | None:
    """Return the one of staff who looks, whether there are answers or not.

    None: nobody is known, and nothing real was ever taken in. Raises UserError for all others.
    """
    rules = signing_in.settings()
    return allowed(signing_in.somebody(rules), rules, page=st.session_state.get("page", ""))


def allowed(who: Person | Refused | None, rules: Access | None, *, page: str) -> Looker | None:
    """Return somebody as one of staff who looks at a page, as `staff` does."""
    if rules is None:
        if any(not it.invented for it in Store(answers_path()).history()):
            raise UserError(
                _("Dataene er ekte, og innlogging er ikke satt opp. Derfor vises ingen resultater.")
            )
        return None
    if not isinstance(who, Person) or who.role != "staff":
        raise UserError(_("Innlesingene er for dem som er ansatt i DigiNordland."))
    return Looker(
        who=who,
        page=page,
        version=None,
        keep_days=rules.log_days,
    )


def name_of(looker: Looker | None) -> str:
    """Return what the history calls the one who does something; without sign-in nobody's name."""
    return looker.who.name if looker else _("uten innlogging")

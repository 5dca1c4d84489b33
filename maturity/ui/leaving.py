"""Signing out by the platform's own address, which the button leads to and anybody may open."""

from collections.abc import Mapping

from maturity.claims import Person
from maturity.ui import session_cookie, signing_in


def leave_by_cookie(cookies: Mapping[str, str]) -> None:
    """Sign out, everywhere, whoever these cookies are of; nobody, where that is done already."""
    rules = signing_in.settings()
    if rules is None:
        return
    who = signing_in.vouched(session_cookie.claims(cookies), rules)
    if isinstance(who, Person):
        signing_in.leave(who, rules)

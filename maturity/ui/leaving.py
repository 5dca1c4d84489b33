"""A sign-in that begins and ends by the platform's own addresses, which run no page."""

from collections.abc import Mapping

from maturity.claims import Person
from maturity.roles import Access
from maturity.ui import session_cookie, signing_in


def arrive_by_cookie(cookies: Mapping[str, str]) -> None:
    """Count the sign-in of these cookies as come, so that signing out ends it, used or not."""
    _whose(cookies)


def leave_by_cookie(cookies: Mapping[str, str]) -> None:
    """Sign out, everywhere, whoever these cookies are of; nobody, where that is done already."""
    found = _whose(cookies)
    if found is not None:
        signing_in.leave(*found)


def _whose(cookies: Mapping[str, str]) -> tuple[Person, Access] | None:
    rules = signing_in.settings()
    if rules is None:
        return None
    who = signing_in.vouched(session_cookie.claims(cookies), rules)
    return (who, rules) if isinstance(who, Person) else None

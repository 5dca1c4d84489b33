"""From what a provider vouches for to a person with a role."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from maturity.roles import NARROWEST_FIRST, Access, Provider, Role, Row, organisation

APART = datetime.timedelta(minutes=5)  # that a provider's clock may be from ours


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody who has signed in and has a role; `own` are an executive's kommuner."""

    name: str  # what the log calls them: the address, else the provider's own name for them
    role: Role
    own: frozenset[str]
    signed_in_at: datetime.datetime


@dataclass(frozen=True, kw_only=True)
class Refused:
    """Somebody who may see nothing, and why.

    "nobody" has not signed in; a sign-in is "expired" or "signed_out"; an address is "unverified";
    and who matches no row is "unknown".
    """

    why: str


def person(
    claims: Mapping[str, Any], access: Access, *, now: datetime.datetime
) -> Person | Refused:
    """Return who has signed in, by the claims of a checked identity token."""
    signed_in_at = _moment(claims.get("iat"))
    if signed_in_at is None or not lasts(signed_in_at, access, now=now):
        return Refused(why="expired")
    name = str(claims.get("provider", ""))
    provider = access.provider(name)
    said = {
        "email": {it.lower() for it in values(claims, provider.email)},
        "group": {it.lower() for it in values(claims, provider.group)},
        "organisation": {organisation(it) for it in values(claims, provider.organisation)},
        "provider": {name.lower()},
    }
    unverified = bool(said["email"]) and not _verified(claims, provider)
    if unverified:
        said["email"] = set()
    # One sign and one only: else everything before the last could name another's domain.
    said["domain"] = {it.split("@")[1] for it in said["email"] if it.count("@") == 1}
    matching = [row for row in access.roles if _fits(row, said)]
    if not matching:
        return Refused(why="unverified" if unverified else "unknown")
    deciding = [row for row in matching if row.overrides] or matching
    role = min((row.role for row in deciding), key=NARROWEST_FIRST.index)
    own = {code for row in deciding if row.role == role for code in row.kommuner}
    known_as = min(said["email"], default=f"{name}:{claims.get('sub', '')}")
    return Person(name=known_as, role=role, own=frozenset(own), signed_in_at=signed_in_at)


def values(claims: object, path: tuple[str, ...]) -> Iterator[str]:
    """Yield the texts at a path of names, through every list on the way."""
    if isinstance(claims, list | tuple):
        for one in claims:
            yield from values(one, path)
    elif path:
        if isinstance(claims, Mapping) and path[0] in claims:
            yield from values(claims[path[0]], path[1:])
    elif isinstance(claims, str | int) and str(claims).strip():
        yield str(claims).strip()


def _fits(row: Row, said: Mapping[str, set[str]]) -> bool:
    asked = {name: set(getattr(row, name)) for name in said}
    return all(wanted & said[name] for name, wanted in asked.items() if wanted)


def _verified(claims: Mapping[str, Any], provider: Provider) -> bool:
    if provider.vouches_for_email:
        return True
    found = [it.lower() for it in values(claims, provider.email_verified)]
    return bool(found) and set(found) <= {"true", "1"}


def _moment(issued: object) -> datetime.datetime | None:
    if isinstance(issued, bool) or not isinstance(issued, int | float):
        return None
    try:
        return datetime.datetime.fromtimestamp(issued, tz=datetime.UTC)
    except (OverflowError, OSError, ValueError):
        return None


def lasts(signed_in_at: datetime.datetime, access: Access, *, now: datetime.datetime) -> bool:
    """Tell whether the sign-in is in force; one from the future is nobody's, but clocks differ."""
    age = now - signed_in_at
    return -APART <= age < datetime.timedelta(hours=access.session_hours)

"""Programs that read in somebody's place: who they are by the token that they bring."""

import datetime
import hashlib
import hmac
from collections.abc import Iterable

from maturity.claims import Person
from maturity.roles import Token

SCHEME = "bearer"


def holder(header: str, tokens: Iterable[Token], *, now: datetime.datetime) -> Person | None:
    """Return whose token an Authorization header brings; None where it is nobody's, or too old.

    Every token is compared, and each in full, so that the time it takes tells nothing.
    """
    scheme, _blank, token = header.strip().partition(" ")
    brought = hashlib.sha256(token.strip().encode("utf-8", "surrogateescape")).hexdigest()
    matching = [it for it in tokens if hmac.compare_digest(brought, it.sha256)]
    if scheme.lower() != SCHEME or not matching or now.date() > matching[0].until:
        return None
    found = matching[0]
    return Person(
        name=f"token:{found.name}",
        role=found.role,
        own=frozenset(found.kommuner),
        signed_in_at=now,
    )

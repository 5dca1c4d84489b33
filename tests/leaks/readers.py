"""Those who may come to the dashboard, and the dashboard as each of them meets it."""

import datetime
import time
from collections.abc import Mapping
from dataclasses import dataclass

from streamlit.testing.v1 import AppTest

from maturity.access import Viewer, viewer_of
from maturity.claims import Person, person
from maturity.reference import reference
from maturity.roles import See, access
from maturity.settings import ROOT
from maturity.sharing import today
from maturity.sharing_table import open_profile

ADDRESS = "a@x.example"
SIGNED_IN = int(time.time()) - 60  # once, before all else: it is logged, in the order of time
VERIFIED = {"email": ADDRESS, "email_verified": True}


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Somebody with a role, under one setting of what kommuner see of each other.

    `claims` are what a provider says of them, None: they have not signed in. `opened` are the
    profiles, of a kommune on a framework, that have been opened to their kommuner.
    """

    role: str = "staff"
    own: tuple[str, ...] = ()
    see: See = "own"
    claims: Mapping[str, object] | None = None
    opened: frozenset[tuple[str, str]] = frozenset()

    @property
    def section(self) -> dict[str, object]:
        """The section [access]."""
        row: dict[str, object] = {"role": self.role, "email": ADDRESS}
        return {
            "contact": "hjelp@x.example",
            "kommuner_see": self.see,
            "roles": [row | ({"kommuner": list(self.own)} if self.own else {})],
        }

    def viewer(self) -> Viewer:
        """The rights by which the pages should go."""
        now = datetime.datetime.now(tz=datetime.UTC)
        rules = access(self.section)
        who = person({**(self.claims or {}), "iat": now.timestamp()}, rules, now=now)
        known = reference()
        return viewer_of(
            who,
            see=self.see,
            kommuner=frozenset(known.kommuner),
            instruments=known.instruments,
            shared=self.opened,
        )

    def open(self) -> None:
        """Let the kommuner open their profiles, in the answers that the settings name."""
        for kommune, instrument in self.opened:
            leader = Person(
                name="leder@x.example",
                role="executive",
                own=frozenset([kommune]),
                signed_in_at=datetime.datetime.now(tz=datetime.UTC),
            )
            to, until = self.own, today() + datetime.timedelta(days=30)
            open_profile(
                leader, kommune=kommune, instrument=instrument, to=to, until=until, invented=True
            )


EXECUTIVE = ("1804",)  # one of many answers, whose KOSTRA group has nobody else in Nordland
MANY = ("1812", "1841")
SILENT = ("1816",)  # of whose leaders two answered
READERS = {
    "staff": Reader(claims=VERIFIED),
    "presenter": Reader(role="presenter", claims=VERIFIED),
    "presenter, unnamed": Reader(role="presenter", see="anonymous", claims=VERIFIED),
    "presenter, named": Reader(role="presenter", see="named", claims=VERIFIED),
    "executive": Reader(role="executive", own=EXECUTIVE, claims=VERIFIED),
    "executive, unnamed": Reader(role="executive", own=EXECUTIVE, see="anonymous", claims=VERIFIED),
    "executive, named": Reader(role="executive", own=EXECUTIVE, see="named", claims=VERIFIED),
    "executive of two": Reader(role="executive", own=MANY, claims=VERIFIED),
    "executive of two, unnamed": Reader(
        role="executive", own=MANY, see="anonymous", claims=VERIFIED
    ),
    "executive of a silent kommune": Reader(role="executive", own=SILENT, claims=VERIFIED),
    "executive to whom two have opened": Reader(
        role="executive",
        own=EXECUTIVE,
        claims=VERIFIED,
        opened=frozenset([("1841", "evner-10+3"), ("1840", "modenhet-5gen")]),
    ),
}
# Those who may see nothing, under the setting by which others see most.
REFUSED = {
    "nobody": Reader(see="named"),
    "stranger": Reader(see="named", claims={**VERIFIED, "email": "b@x.example"}),
    "unverified": Reader(see="named", claims={**VERIFIED, "email_verified": False}),
    "expired": Reader(see="named", claims={**VERIFIED, "iat": 1_700_000_000}),
}


def arrives(reader: Reader) -> AppTest:
    """Return the dashboard before its first run."""
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
    test.secrets["auth"] = {
        "redirect_uri": "http://localhost/oauth2callback",
        "cookie_secret": "0123456789" * 4,
        "client_id": "dashboard",
        "client_secret": "anything",
        "server_metadata_url": "http://localhost/",
    }
    test.secrets["access"] = reader.section
    if reader.claims is not None:
        told = {"iat": SIGNED_IN, **reader.claims}
        test.user = {"is_logged_in": True, "provider": "default", **told}
    return test

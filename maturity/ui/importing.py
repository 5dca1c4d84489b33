"""Who may bring files: those who have signed in as staff, and anybody where all is invented."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from maturity.access import Viewer
from maturity.errors import UserError
from maturity.intake.attempt import attempt
from maturity.language import _
from maturity.reference import reference
from maturity.ui import older, session_cookie, signing_in
from maturity.ui.looking import Looker, watch
from maturity.ui.staff import allowed, name_of, staff

PAGE = "innlesing"


@dataclass(frozen=True, kw_only=True)
class Importer:
    """Somebody who may bring files; what one brings who has not signed in is `invented`."""

    looker: Looker | None

    @property
    def name(self) -> str:
        """What the history calls them."""
        return name_of(self.looker)

    @property
    def invented(self) -> bool:
        """Whether what they bring counts as made up."""
        return self.looker is None

    @property
    def viewer(self) -> Viewer:
        """What they may see of the answers, before and after."""
        kommuner = frozenset(reference().kommuner)
        role = "demo" if self.invented else "staff"
        return Viewer(role=role, kommuner=kommuner, invented_only=self.invented)

    def still(self) -> None:
        """Raise UserError where they may not any more."""
        rules = signing_in.settings()
        if (self.looker is None) != (rules is None):
            raise UserError(_("Tilgangen din er endret. Last siden på nytt."))
        who = signing_in.still(self.looker.who, rules) if self.looker and rules else None
        allowed(who, rules, page=PAGE)

    def taking(self, file: str, write: Callable[[], bytes]) -> bytes:
        """Make a file of one they brought, and write down that they take it; raises as `still`."""
        self.still()
        if self.looker is not None:
            self.looker.note("download", detail=file)
        return write()


def importer() -> Importer:
    """Return who brings files in this run; raises UserError where they may not.

    From here on it is noted whom the page names: a preview shows scores as other pages do.
    """
    found = Importer(looker=staff())
    if older.chosen() is not None:
        raise UserError(_("Du ser på en tidligere versjon. Gå tilbake til den nyeste først."))
    if found.looker is not None:
        watch(found.looker, viewer=found.viewer)
    return found


def may_upload(cookies: Mapping[str, str]) -> bool:
    """Tell by somebody's cookies whether the server takes a file of them."""

    def asked() -> Looker | None:
        rules = signing_in.settings()
        claims = session_cookie.claims(cookies) if rules is not None else {}
        who = signing_in.vouched(claims, rules) if rules is not None else None
        return allowed(who, rules, page=PAGE)

    return attempt(asked).refused is None

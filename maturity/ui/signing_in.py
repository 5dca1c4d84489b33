"""Who is looking: what a provider vouches for, and the page of those who may see nothing."""

import datetime
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit.auth_util import get_origin_from_redirect_uri

from maturity.claims import Person, Refused, lasts, person, values
from maturity.errors import UserError
from maturity.language import _
from maturity.roles import Access, access
from maturity.sign_outs import has_come, has_left, sign_out
from maturity.ui.looking import anywhere

SHORTEST_SECRET = 32  # signs; whoever guesses it can write himself any role
LOCAL = ("localhost", "127.0.0.1")


def settings() -> Access | None:
    """Return who may see what; None where no sign-in is set up.

    Raises UserError where it is set up in part or unsafely.
    """
    if not st.secrets.load_if_toml_exists():
        # Unread is not the same as absent: without the rules, nobody would have to sign in.
        there = [file for file in st.get_option("secrets.files") if Path(file).exists()]
        if there:
            raise UserError(
                _("{file} kan ikke leses. Rett feilen i den: den skal være TOML.").format(
                    file=there[0]
                )
            )
        return None
    found = st.secrets.to_dict()
    if not {"auth", "access"} & set(found):
        return None
    if not all(isinstance(found.get(part), dict) for part in ("auth", "access")):
        raise UserError(_("Innlogging trenger både [auth] og [access] i secrets.toml."))
    if len(str(found["auth"].get("cookie_secret", ""))) < SHORTEST_SECRET:
        raise UserError(
            _("auth.cookie_secret i secrets.toml må ha minst {count} tilfeldige tegn.").format(
                count=SHORTEST_SECRET
            )
        )
    try:
        address = urlsplit(str(found["auth"].get("redirect_uri", "")))
    except ValueError:
        address = urlsplit("")
    if address.scheme != "https" and address.hostname not in LOCAL:
        raise UserError(_("auth.redirect_uri i secrets.toml må begynne med https://."))
    return access(found["access"])


def by_tls() -> bool:
    """Tell whether readers come by https alone: by the address that a login returns to."""
    return settings() is not None and str(st.secrets["auth"]["redirect_uri"]).startswith("https:")


def home() -> str | None:
    """Return the origin that a login returns to; None where no sign-in is set up."""
    return None if settings() is None else get_origin_from_redirect_uri()


def somebody(rules: Access | None) -> Person | Refused | None:
    """Return who has signed in and may see something, else why not; None: no sign-in is set up."""
    if rules is None:
        return None
    return vouched(st.user.to_dict(), rules)


def vouched(claims: Mapping[str, Any], rules: Access) -> Person | Refused:
    """Return who has signed in, by what the provider vouched for, else why nobody has."""
    if not claims.get("is_logged_in"):
        return Refused(why="nobody")
    if not _for_us(claims):
        return Refused(why="unknown")
    now = datetime.datetime.now(tz=datetime.UTC)
    found = person(claims, rules, now=now)
    return found if isinstance(found, Refused) else still(found, rules)


def _for_us(claims: Mapping[str, Any]) -> bool:
    """Tell whether the token was made for us; the platform takes another's too, if asked by us."""
    if "aud" not in claims:
        return True  # the platform takes no token without it
    auth = st.secrets.to_dict().get("auth", {})
    own = auth.get(claims.get("provider"), {})
    client = (own if isinstance(own, dict) else {}).get("client_id", auth.get("client_id"))
    return client is not None and client in values(claims, ("aud",))


def still(who: Person, rules: Access) -> Person | Refused:
    """Return whether somebody's sign-in is in force now, wherever they have signed out since."""
    if not lasts(who.signed_in_at, rules, now=datetime.datetime.now(tz=datetime.UTC)):
        return Refused(why="expired")
    if has_left(who.name, signed_in_at=who.signed_in_at):
        return Refused(why="signed_out")
    has_come(who.name, signed_in_at=who.signed_in_at)
    return who


def door(rules: Access, refused: Refused) -> None:
    """Say why nothing is shown, whom to ask, and offer to sign in."""
    why = refused.why
    st.title(_("Du har ikke tilgang") if why == "unknown" else _("Logg inn for å se resultatene"))
    another = why in ("unknown", "unverified")
    if another:
        st.warning(_reason(why))
        st.text(_("Spør {contact} om tilgang.").format(contact=rules.contact))
    else:
        if why != "nobody":
            st.info(_reason(why))
        st.markdown(
            _(
                "Resultatene gjelder små grupper av ledere. Derfor ser du bare det som er åpnet "
                "for deg: din egen kommune, og grupper av kommuner."
            )
        )
    offer = _("Logg inn som en annen") if another else _("Logg inn")
    for name in _providers():
        unnamed = name == "default"
        label = rules.provider(name).label or ("" if unnamed else name)
        if st.button(
            f"{offer}: {label}" if label else offer, key=f"sign-in-{name}", type="primary"
        ):
            st.login(None if unnamed else name)


def role_names() -> dict[str, str]:
    """Return what the roles are called, by code."""
    return {"staff": _("ansatt"), "presenter": _("innleder"), "executive": _("kommuneleder")}


def way_out(who: Person, rules: Access) -> None:
    """Say who has signed in and what is noted of them, and offer to sign out, everywhere."""
    with st.popover(_("Innlogget"), icon=":material/account_circle:", type="tertiary"):
        st.text(f"{who.name} ({role_names()[who.role]})")
        st.text(
            _("Når du ser eller laster ned andre kommuners tall, loggføres det, og de kan se det.")
        )
        if st.button(_("Logg ut"), key="sign-out", help=_("I alle faner og på alle maskiner")):
            leave(who, rules)
            st.logout()


def leave(who: Person, rules: Access) -> None:
    """Sign somebody out, everywhere."""
    sign_out(who.name, at=datetime.datetime.now(tz=datetime.UTC))
    with suppress(UserError):  # whoever wants out gets out, noted or not
        anywhere(who, rules).note("sign-out")


def _providers() -> list[str]:
    """Return the names of the providers as `st.login` takes them, the unnamed one as "default"."""
    auth = st.secrets["auth"].to_dict()
    named = [name for name, it in auth.items() if isinstance(it, dict) and "client_id" in it]
    return (["default"] if "client_id" in auth else []) + named


def _reason(why: str) -> str:
    return {
        "unknown": _("Du er logget inn, men ingen har gitt deg tilgang."),
        "unverified": _("Adressen din er ikke bekreftet hos den du logget inn med."),
        "expired": _("Innloggingen har gått ut. Logg inn på nytt."),
        "signed_out": _("Du har logget ut. Logg inn på nytt."),
    }[why]

"""Who has signed in, by the platform's own cookie, for addresses that run no page."""

import json
from collections.abc import Mapping
from typing import Any

from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import AUTH_COOKIE_NAME, get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value


def claims(cookies: Mapping[str, str]) -> dict[str, Any]:
    """Return what the provider vouched for when this cookie was set; empty where nobody did.

    Checked as the platform checks it before a session begins: signed with our secret, not too old,
    and set by a sign-in that returned to this address.
    """

    def one(name: str) -> bytes | None:
        value = cookies.get(name)
        if value is None:
            return None
        return decode_signed_value(get_cookie_secret(), name, value.encode("latin-1", "replace"))

    signed = get_cookie_with_chunks(one, AUTH_COOKIE_NAME)
    if not signed:
        return {}
    try:
        found = json.loads(signed.decode("utf-8"))
    except ValueError:
        return {}
    here = get_origin_from_redirect_uri()
    if not isinstance(found, dict) or here is None or found.get("origin") != here:
        return {}
    return found if found.get("is_logged_in") is True else {}

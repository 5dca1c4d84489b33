"""The dashboard as somebody with a role meets it, without a browser or a provider."""

import time
from typing import Any

from streamlit.testing.v1 import AppTest

from maturity.settings import ROOT
from maturity.ui.links import FILES

ADDRESS = "a@x.example"
ROLES: dict[str, dict[str, Any]] = {
    "staff": {"role": "staff", "email": ADDRESS},
    "presenter": {"role": "presenter", "email": ADDRESS},
    "executive": {"role": "executive", "email": ADDRESS, "kommuner": ["1804"]},
    "executive of a silent kommune": {
        "role": "executive",
        "email": ADDRESS,
        "kommuner": ["1816"],
    },
    "executive of two": {"role": "executive", "email": ADDRESS, "kommuner": ["1841", "1806"]},
}


def shown(
    page: str, *, see: str, role: str | None, at: float | None = None, **address: str | list[str]
) -> AppTest:
    """Run the dashboard for somebody with a role who signed in now, or `at` another moment.

    None: for one who has not signed in.
    """
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    test.secrets["auth"] = {
        "redirect_uri": "http://localhost/oauth2callback",
        "cookie_secret": "0123456789" * 4,
        "client_id": "dashboard",
        "client_secret": "anything",
        "server_metadata_url": "http://localhost/",
    }
    test.secrets["access"] = {
        "contact": "hjelp@x.example",
        "kommuner_see": see,
        "roles": [ROLES[role or "staff"]],
    }
    if role:
        claims = {"email": ADDRESS, "email_verified": True, "iat": at or int(time.time())}
        test.user = {"is_logged_in": True, "provider": "default", **claims}
    test.session_state["arrived"] = True
    test.run()
    test.switch_page(FILES[page])
    for key, value in address.items():
        test.query_params[key] = value
    return test.run()

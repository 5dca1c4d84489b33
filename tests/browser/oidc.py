"""A real OpenID Connect provider, and a server of ours that trusts it."""

import json
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import oidc_provider_mock
from playwright.sync_api import Page
from werkzeug.serving import make_server

SECRET = "a-secret-of-the-tests-that-signs-cookies-0123456789"
CONTACT = "hjelp@diginordland.example"
PEOPLE = {
    "staff": {"email": "ansatt@diginordland.example", "email_verified": True},
    "presenter": {"email": "innleder@diginordland.example", "email_verified": True},
    "bodo": {"email": "leder@bodo.example", "email_verified": True},
    "somna": {"organisation": "0192:964983380"},
    "stranger": {"email": "hvem@annet.example", "email_verified": True},
    "unverified": {"email": "ansatt@diginordland.example", "email_verified": False},
}
ACCESS = f"""
[access]
contact = "{CONTACT}"

[[access.roles]]
role = "staff"
email = "ansatt@diginordland.example"

[[access.roles]]
role = "presenter"
email = "innleder@diginordland.example"

[[access.roles]]
role = "executive"
domain = "bodo.example"
kommuner = "1804"

[[access.roles]]
role = "executive"
organisation = "964983380"
kommuner = "1812"
"""


@contextmanager
def provider() -> Iterator[str]:
    """Run the provider until the block ends; gives its address."""
    app = oidc_provider_mock.app()
    app.secret_key = "provider"
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"
    for name, claims in PEOPLE.items():
        request = urllib.request.Request(
            f"{address}/users/{quote(name)}",
            data=json.dumps(claims).encode(),
            headers={"content-type": "application/json"},
            method="PUT",
        )
        urllib.request.urlopen(request).close()
    try:
        yield address
    finally:
        server.shutdown()
        thread.join(10)


def secrets(address: str, *, port: int, scheme: str = "http") -> str:
    """Our server's secrets, for the provider at an address."""
    return f"""
[auth]
redirect_uri = "{scheme}://127.0.0.1:{port}/oauth2callback"
cookie_secret = "{SECRET}"
client_id = "dashboard"
client_secret = "anything"
server_metadata_url = "{address}/.well-known/openid-configuration"
{ACCESS}"""


def sign_in(page: Page, name: str) -> None:
    """Press our button and sign in at the provider."""
    page.get_by_role("button", name="Logg inn").click()
    page.locator("input[name=sub]").fill(name)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url("http*://127.0.0.1:*/**")

"""By https everything works as without it, and browsers are told to come no other way."""

import datetime
import ipaddress
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from playwright.sync_api import Browser, expect

from tests.browser.oidc import provider, secrets, sign_in
from tests.browser.serving import free_port, serve

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("signing-in")]
HOST = "127.0.0.1"
LONG = 30_000


def certificate(folder: Path) -> tuple[Path, Path]:
    """Make a certificate that nobody has signed, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))]), False
        )
        .sign(key, hashes.SHA256())
    )
    files = folder / "certificate.pem", folder / "key.pem"
    files[0].write_bytes(made.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return files


@pytest.fixture(scope="module")
def served(answers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place, port = tmp_path_factory.mktemp("https"), free_port()
    with provider() as address:
        file = place / "secrets.toml"
        file.write_text(secrets(address, port=port, scheme="https"), "utf-8")
        with serve(
            answers, log=place / "log", port=port, secrets=file, certificate=certificate(place)
        ) as ours:
            yield ours


def test_a_reader_signs_in_for_https_alone_and_no_other_site_signs_them_out(
    browser: Browser, served: str
):
    context = browser.new_context(locale="nb-NO", ignore_https_errors=True)
    page = context.new_page()
    sockets: list[str] = []
    page.on("websocket", lambda it: sockets.append(it.url))
    answer = page.goto(f"{served}/kommune?k=1804")
    assert answer.headers["strict-transport-security"].startswith("max-age=31536000")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Logg inn", timeout=LONG)
    sign_in(page, "bodo")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bodø", timeout=LONG)
    cookies = [it for it in context.cookies() if it["domain"] == HOST and it["name"] != "session"]
    assert {it["name"] for it in cookies} >= {"_streamlit_user"}
    assert [it["name"] for it in cookies if not it["secure"]] == []
    assert sockets
    assert all(it.startswith("wss://") for it in sockets)
    page.goto("about:blank")  # which is another site
    page.evaluate("address => { location.href = address }", f"{served}/auth/logout")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bodø", timeout=LONG)
    context.close()

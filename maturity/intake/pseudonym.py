"""The respondent as a keyed hash: the address itself is never stored."""

import hmac
import os
import secrets
from pathlib import Path


def key(answers: Path) -> bytes:
    """Return the key from MATURITY_KEY, or the one kept beside the table."""
    given = os.environ.get("MATURITY_KEY")
    if given:
        return given.encode()
    path = answers.parent / f"{answers.name}.key"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes()
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_hex(32).encode())
    return path.read_bytes()


def pseudonym(address: str, secret: bytes) -> str:
    """Return 16 hexadecimal digits that stand for an address, however its case and spacing."""
    return hmac.new(secret, address.strip().casefold().encode(), "sha256").hexdigest()[:16]

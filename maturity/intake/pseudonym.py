"""The respondent as a keyed hash: the address itself is never stored."""

import hmac
import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

from maturity.errors import UserError
from maturity.language import _


def key(answers: Path) -> bytes:
    """Return the key from MATURITY_KEY, or the one kept beside the table, made at the first need.

    Raises UserError where the file is empty: another key would make everybody somebody else.
    """
    path = _place(answers)
    if not os.environ.get("MATURITY_KEY") and not path.exists():
        _make(path)
    found = known_key(answers)
    if found is None:
        raise FileNotFoundError(path)
    return found


def key_for(purpose: bytes, answers: Path) -> bytes:
    """Return a key of one purpose alone, made of that of the pseudonyms; raises as `key` does."""
    return hmac.digest(key(answers), purpose, "sha256")


def known_key(answers: Path) -> bytes | None:
    """Return the key that there is, or None; raises as `key` does."""
    given = os.environ.get("MATURITY_KEY")
    if given:
        return given.encode()
    path = _place(answers)
    if not path.exists():
        return None
    found = path.read_bytes()
    if not found:
        raise UserError(
            _("Nøkkelen i «{file}» er tom. Hent den fra en sikkerhetskopi.").format(file=path)
        )
    return found


def _place(answers: Path) -> Path:
    return answers.parent / f"{answers.name}.key"


def _make(path: Path) -> None:
    """Write a key whole, for its owner alone; of two that do so at once the first one's stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # mode 600
    try:
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(32))
        with suppress(FileExistsError):
            os.link(part, path)
    finally:
        Path(part).unlink()


def pseudonym(address: str, secret: bytes) -> str:
    """Return 16 hexadecimal digits that stand for an address, however its case and spacing."""
    return hmac.new(secret, address.strip().casefold().encode(), "sha256").hexdigest()[:16]

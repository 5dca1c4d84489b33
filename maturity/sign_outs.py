"""Signing out everywhere: when somebody last did, for every tab, machine and server process."""

import datetime
import hashlib
from pathlib import Path
from tempfile import NamedTemporaryFile

from maturity.settings import access_path


def sign_out(name: str, *, at: datetime.datetime) -> None:
    """Note that somebody signs out; every sign-in until then is over."""
    path = _path(name)
    access_path().mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.mkdir(exist_ok=True)
    with NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="ascii") as file:
        file.write(str(at.timestamp()))
    Path(file.name).replace(path)  # all or nothing, for those who read meanwhile


def signed_out_at(name: str) -> datetime.datetime | None:
    """Return when somebody last signed out; None: never."""
    try:
        written = _path(name).read_text("ascii")
    except FileNotFoundError:
        return None
    return datetime.datetime.fromtimestamp(float(written), tz=datetime.UTC)


def _path(name: str) -> Path:
    """Return a file of this person alone; its name tells nobody who it is."""
    own = hashlib.sha256(name.encode()).hexdigest()
    return access_path() / "signed-out" / own

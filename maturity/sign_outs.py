"""Signing out everywhere, for every tab, machine and server process.

A provider's clock may be behind ours or ahead, so when it says that somebody signed in cannot be
compared with when they signed out here. Hence each sign-in that comes is remembered for as long as
clocks may differ: signing out ends those, and all that are older.
"""

import datetime
import hashlib
from pathlib import Path
from tempfile import NamedTemporaryFile

from maturity.claims import APART
from maturity.settings import access_path


def has_come(name: str, *, signed_in_at: datetime.datetime) -> None:
    """Remember that somebody has come with a sign-in, by the provider's clock."""
    if signed_in_at <= datetime.datetime.now(tz=datetime.UTC) - APART:
        return  # whoever signs out from now on ends it, by any clock
    path, moment = _path("signed-in", name), signed_in_at.timestamp()
    if moment not in _read(path):
        _folder(path)
        with path.open("a", encoding="ascii") as file:  # whole, beside what others add
            file.write(f"{moment}\n")


def sign_out(name: str, *, at: datetime.datetime) -> None:
    """Note that somebody signs out; every sign-in that has come until then is over."""
    come, path = _path("signed-in", name), _path("signed-out", name)
    ended = [it for it in _read(path)[1:] if it > (at - APART).timestamp()]
    moments = [at.timestamp(), *_read(come), *ended]
    _folder(path)
    with NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="ascii") as file:
        file.write("\n".join(map(str, moments)))
    Path(file.name).replace(path)  # all or nothing, for those who read meanwhile
    come.unlink(missing_ok=True)


def has_left(name: str, *, signed_in_at: datetime.datetime) -> bool:
    """Tell whether somebody has signed out since they signed in, wherever."""
    left = _read(_path("signed-out", name))
    if not left:
        return False
    at, *ended = left
    moment = signed_in_at.timestamp()
    return moment in ended or moment <= at - APART.total_seconds()


def _read(path: Path) -> list[float]:
    try:
        return [float(it) for it in path.read_text("ascii").split()]
    except FileNotFoundError:
        return []


def _folder(path: Path) -> None:
    access_path().mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.mkdir(exist_ok=True)


def _path(what: str, name: str) -> Path:
    """Return a file of this person alone; its name tells nobody who it is."""
    return access_path() / what / hashlib.sha256(name.encode()).hexdigest()

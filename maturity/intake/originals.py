"""The files that were taken in, kept encrypted beside the table; only where that is asked for.

A file holds addresses and whole answers, which the table does not. So none is kept unless
MATURITY_KEEP_FILES holds a key, and the key lies nowhere on the machine but there.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from maturity.errors import UserError
from maturity.language import _

SETTING = "MATURITY_KEEP_FILES"
PIECE = 2**20  # bytes encrypted at a time: what bounds the memory


def keeping() -> Fernet | None:
    """Return what encrypts files; None where none are kept. Raises UserError for what is no key."""
    given = os.environ.get(SETTING)
    if not given:
        return None
    try:
        return Fernet(given)
    except ValueError:
        raise UserError(
            _(
                "{setting} er ingen nøkkel. La den stå tom, så beholdes ingen filer, eller lag en "
                "med «python -m maturity.intake key»."
            ).format(setting=SETTING)
        ) from None


def new_key() -> str:
    """Return a key that files can be kept with."""
    return Fernet.generate_key().decode()


@contextmanager
def kept(file: Path, *, digest: str, answers: Path) -> Iterator[None]:
    """Keep a file while the block takes it in, and after; where that fails, it is not kept.

    The file is whole and in its place before anything is committed. Raises UserError where it
    cannot be written.
    """
    lock, place = keeping(), place_of(digest, answers)
    if lock is None:
        yield
        return
    was_there = place.exists()
    try:
        _write(file, place, digest=digest, lock=lock)
    except OSError as fault:
        message = _("Får ikke tatt vare på filen ({cause}). Ingenting er lest inn.")
        raise UserError(message.format(cause=fault.strerror)) from fault
    try:
        yield
    except BaseException:
        if not was_there:
            place.unlink(missing_ok=True)
        raise


def forget(digest: str, *, answers: Path) -> None:
    """Delete a file whose import was undone: nobody needs what is in it any more."""
    place_of(digest, answers).unlink(missing_ok=True)


def place_of(digest: str, answers: Path) -> Path:
    """Return where a file lies, or would."""
    return answers.with_name(f"{answers.name}.files") / f"{digest}.encrypted"


def original(digest: str, *, answers: Path) -> Iterator[bytes]:
    """Yield a file piece by piece as it was. Raises UserError where it is not kept, or not whole.

    Each piece says which file it is of, which one it is, and whether it is the last: pieces of
    two files, in another order, or too few of them are no file.
    """
    place, lock = place_of(digest, answers), keeping()
    if lock is None or not place.exists():
        raise UserError(_("Filen er ikke tatt vare på."))
    last = False
    with place.open("rb") as source:
        for number, token in enumerate(source):
            try:
                head, _newline, content = lock.decrypt(token.strip()).partition(b"\n")
            except InvalidToken:
                raise _unusable(place) from None
            said = json.loads(head)
            if last or said["file"] != digest or said["piece"] != number:
                raise _unusable(place)
            last = said["last"]
            yield content
    if not last:
        raise _unusable(place)


def _write(file: Path, place: Path, *, digest: str, lock: Fernet) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=place.parent, suffix=".part")  # mode 600
    try:
        with os.fdopen(handle, "wb") as kept_file, file.open("rb") as source:
            number, piece = 0, source.read(PIECE)
            while True:
                following = source.read(PIECE)
                head = {"file": digest, "piece": number, "last": not following}
                kept_file.write(lock.encrypt(json.dumps(head).encode() + b"\n" + piece) + b"\n")
                if not following:
                    break
                number, piece = number + 1, following
            kept_file.flush()
            os.fsync(kept_file.fileno())
        Path(part).replace(place)
    finally:
        Path(part).unlink(missing_ok=True)


def _unusable(place: Path) -> UserError:
    return UserError(
        _("Den bevarte filen {file} er skadet, eller nøkkelen er en annen.").format(file=place.name)
    )

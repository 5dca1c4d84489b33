"""The sign that somebody commits and prepares a new version, so that readers wait for neither.

It is a lock on a file, which the system lets go of when its process ends, however it ends. Where
there are no such locks (Windows), the first reader of a new version works its scores out.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

NAME = "preparing-"


@contextmanager
def preparing(answers: Path) -> Iterator[None]:
    """Commit and prepare within the block: who has an older version open reads on in it."""
    sign = handle = None
    with suppress(OSError, ImportError):
        import fcntl

        _folder(answers).mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, sign = mkstemp(dir=_folder(answers), prefix=NAME, suffix=".part")
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if handle is not None and sign is not None:
            Path(sign).unlink(missing_ok=True)
            os.close(handle)


def being_prepared(answers: Path) -> bool:
    """Tell whether somebody is at it; the sign of one who was killed is taken away."""
    signs = _folder(answers).glob(f"{NAME}*")
    return any(_held(sign) for sign in signs)


def _held(sign: Path) -> bool:
    try:
        import fcntl

        with sign.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            sign.unlink(missing_ok=True)
    except BlockingIOError:
        return True
    except (OSError, ImportError):
        return False
    return False


def _folder(answers: Path) -> Path:
    return answers.with_name(f"{answers.name}.scores")

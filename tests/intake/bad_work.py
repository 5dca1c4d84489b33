"""Work that does not end well, where another process can import it."""

from maturity.errors import ConflictError


def conflict(*, watch: object) -> None:
    """Be told that another was faster."""
    raise ConflictError("en annen")


def fail(*, watch: object) -> None:
    """Be wrong ourselves."""
    raise ValueError("feil")

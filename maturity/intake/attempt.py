"""Doing what may be refused, where a refusal is one of the things to show and not the end."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from maturity.errors import ConflictError, UserError

T = TypeVar("T")


@dataclass(frozen=True)
class Attempt(Generic[T]):
    """What was done, or why it was not; one of the two is None."""

    done: T | None
    refused: UserError | None

    @property
    def overtaken(self) -> bool:
        """Whether another was faster, so that the same may succeed now."""
        return isinstance(self.refused, ConflictError)


def attempt(work: Callable[[], T]) -> Attempt[T]:
    """Do some work; a UserError becomes a part of the result, everything else is raised."""
    try:
        return Attempt(work(), None)
    except UserError as refusal:
        return Attempt(None, refusal)

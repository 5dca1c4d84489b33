"""A progress bar for work that takes more than a moment, where somebody looks at a terminal."""

from collections.abc import Iterable

from tqdm import tqdm

from maturity.intake.sheet import Row
from maturity.language import _

A_MOMENT = 1  # second


def watched(rows: Iterable[Row], doing: str, count: int | None) -> Iterable[Row]:
    """Let rows pass, and show how many have, of how many where that is known."""
    bar: Iterable[Row] = tqdm(
        rows,
        desc=doing,
        total=count,
        unit=_(" rader"),
        delay=A_MOMENT,
        disable=None,
        leave=False,
    )
    return bar

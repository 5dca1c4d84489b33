"""Small exports, made where a test asks for them."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from maturity.intake.store import Store
from maturity.intake.taking import Outcome, Round, take

HEADINGS = ("Tidspunkt", "Kommune", "E-post", "Rolle", "gen1-1", "gen1-2", "Barriere")
ROUND = Round(module="ledelse", phase="forarbeid")


def person(
    kommune: str = "Bodø",
    *,
    at: str = "2024-03-01 10:00",
    who: str = "kari@kommune.no",
    scores: Sequence[object] = (3, 4),
    barrier: str = "",
) -> list[object]:
    """One row below `HEADINGS`."""
    return [at, kommune, who, "Leder", *scores, barrier]


def export(
    path: Path, *rows: Iterable[object], headings: Iterable[object] = HEADINGS, delimiter: str = ";"
) -> Path:
    """Write a csv with headings and rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([headings, *rows])
    return path


def taken(path: Path, store: Store, round_: Round = ROUND) -> Outcome:
    """Take a file in."""
    return take(path, round_, store=store)


def rows(store: Store) -> list[dict[str, object]]:
    """Every row of the table."""
    table = store.table()
    return table.to_pyarrow_table().to_pylist() if table else []

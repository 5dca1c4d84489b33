"""Way frames for the tests of the staircase and the dumbbells."""

import pandas as pd

from maturity.instruments import Instrument


def way_frame(
    instrument: Instrument,
    *,
    now: tuple[float | None, ...],
    target: tuple[float | None, ...],
    withheld: str | None = None,
) -> pd.DataFrame:
    """Rows in the instrument's order; what is not given repeats the last. `withheld` if missing."""
    keys = list(instrument.by_key)
    rows = []
    for place, key in enumerate(keys):
        today, wanted = now[min(place, len(now) - 1)], target[min(place, len(target) - 1)]
        gone = today is None or wanted is None
        rows.append(
            {
                "dimension": key,
                "now": today,
                "target": wanted,
                "gap": None if today is None or wanted is None else wanted - today,
                "n_now": pd.NA if today is None else 7,
                "n_target": pd.NA if wanted is None else 6,
                "withheld": withheld if gone else None,
            }
        )
    return pd.DataFrame(rows).astype(
        {"now": float, "target": float, "gap": float, "n_now": "Int64", "n_target": "Int64"}
    )

"""The radar that other platforms draw too: the product's own figure of invented numbers."""

from functools import cache

import pandas as pd

from maturity.charts.radar import radar
from maturity.reference import reference

INSTRUMENT = "evner-10+3"
KOMMUNER = ("1804", "1806", "1811", "1812", "1813")  # three of them are drawn at a time
GROUP = "Nordland"


@cache
def figure(kommune: str) -> str:
    """Return the figure of a kommune, its neighbour in the list and a group, as Plotly's JSON."""
    place = KOMMUNER.index(kommune)
    shown = [kommune, KOMMUNER[(place + 1) % len(KOMMUNER)], GROUP]
    instrument = reference().instruments[INSTRUMENT]
    rows = [
        {
            "series": reference().kommuner[series].name if series != GROUP else GROUP,
            "series_kind": "group" if series == GROUP else "kommune",
            "dimension": dimension.key,
            "mean": 1.5 + ((place + 2) * (axis + 3) * (line + 5)) % 30 / 10,
            "n": None if series == GROUP else 9,
            "k": 24 if series == GROUP else None,
        }
        for line, series in enumerate(shown)
        for axis, dimension in enumerate(instrument.dimensions)
    ]
    drawn = radar(
        pd.DataFrame(rows),
        instrument=instrument,
        aspect="now",
        title="Evner til digital transformasjon",
        source="Modul 1, oktober 2023",
        invented=True,
        dark=False,
    )
    return str(drawn.to_json())

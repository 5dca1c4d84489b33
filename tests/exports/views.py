"""Views for the tests of what readers take with them: one of every kind, with gaps in them."""

from functools import partial

import pandas as pd

from maturity.charts import agreement as agreement_chart
from maturity.charts import change as change_chart
from maturity.charts import dumbbell as dumbbell_chart
from maturity.charts import heat_map as heat_map_chart
from maturity.charts import participation as participation_chart
from maturity.charts import profile as profile_chart
from maturity.charts import profile_multiples as profile_multiples_chart
from maturity.charts import radar as radar_chart
from maturity.charts import slope as slope_chart
from maturity.charts import spread as spread_chart
from maturity.charts import staircase as staircase_chart
from maturity.charts import theme_grid as theme_grid_chart
from maturity.charts import themes as themes_chart
from maturity.exports.about import About
from maturity.instruments import Instrument
from maturity.view import Table, View
from tests.charts.scores_frame import CAPABILITIES, GENERATIONS, score_frame
from tests.charts.ways_frame import way_frame

SOURCE = "Kilde: Modul 4, 14. mai 2024. 7 svar. Dataversjon 12."
KEYS = list(CAPABILITIES.by_key)
STEPS = list(GENERATIONS.by_key)


CHARTS = {
    "agreement": agreement_chart.agreement,
    "change": change_chart.change,
    "dumbbell": dumbbell_chart.dumbbell,
    "heat_map": heat_map_chart.heat_map,
    "participation": participation_chart.participation,
    "profile": profile_chart.profile,
    "profile_multiples": profile_multiples_chart.profile_multiples,
    "radar": radar_chart.radar,
    "slope": slope_chart.slope,
    "spread": spread_chart.spread,
    "staircase": staircase_chart.staircase,
    "theme_grid": theme_grid_chart.theme_grid,
    "themes": themes_chart.themes,
}


def view(
    kind: str,
    frame: pd.DataFrame,
    *,
    instrument: Instrument | None = CAPABILITIES,
    finding: str = "Bodø står sterkest på Smidig arbeidsform: 2,8 av 5.",
    table: Table | None = None,
    notice: str = "Eksempeldata",
    **options: object,
) -> View:
    """A view of a chart, with words that tell it from others."""
    told = {**options, "title": f"Tittel for {kind}", "source": SOURCE, "invented": bool(notice)}
    if instrument is not None:
        told["instrument"] = instrument
    return View(
        address=f"{kind}?k=1804",
        kind=kind,
        finding=finding,
        frame=frame,
        instrument=instrument,
        table=table or Table(heads=("Navn", "I dag"), rows=(("Bodø", "2,8"),)),
        about=About(title=f"Tittel for {kind}", source=SOURCE, notice=notice),
        panel=(("Hvem svarte?", ("7 personer", "i mai")), ("Er det usikkert?", ("Ja.",))),
        version=12,
        draw=partial(CHARTS[kind], frame, **told),
        options=options,
        kommuner=("1804",),
    )


def radar(*, missing: tuple[tuple[str, str], ...] = (("Bodø", KEYS[2]),), **words: object) -> View:
    series = {"Bodø": "kommune", "Sømna": "kommune", "Nordland": "group"}
    frame = score_frame(series, start=2 + 1 / 3, missing=missing)
    return view("radar", frame, aspect="now", **words)


def profile(aspect: str = "now") -> View:
    frame = score_frame({"Bodø": "kommune", "Sømna": "kommune", "Nordland": "group"}, start=1.2)
    if aspect == "gap":
        frame["mean"] -= 2
    return view("profile", frame, aspect=aspect)


def dumbbell() -> View:
    frame = way_frame(
        CAPABILITIES,
        now=(2.25, 3.1, None, 2.9),
        target=(4.0, 3.0, 4.4, 4.5),
        withheld="min_respondents",
    )
    return view("dumbbell", frame)


def staircase() -> View:
    frame = way_frame(
        GENERATIONS, now=(4.1, 3.4, 2.45, 1.9, None), target=(4.2, 4.0, 4.1, 3.6, 3.0)
    )
    return view("staircase", frame, instrument=GENERATIONS)


def agreement() -> View:
    rows = [
        {"dimension": key, "level": level, "people": (place + level) % 4 + 1, "n": 0}
        for place, key in enumerate(KEYS[:-1])
        for level in range(1 + place % 2, 6)
    ]
    frame = pd.DataFrame(rows)
    frame["n"] = frame.groupby("dimension")["people"].transform("sum")
    return view("agreement", frame)


def spread() -> View:
    rows = [
        {
            "dimension": key,
            "lowest": 1.3 + place / 20,
            "q1": 2.1 + place / 20,
            "median": 2.6 + place / 20,
            "q3": 3.2 + place / 20,
            "highest": 4.1 + place / 20,
            "k": 24,
        }
        for place, key in enumerate(KEYS)
    ]
    frame = pd.DataFrame(rows)
    frame.loc[3, ["lowest", "q1", "median", "q3", "highest"]] = None
    return view("spread", frame, aspect="now")


def slope() -> View:
    rounds = {
        "a": "Organisasjon, forarbeid",
        "b": "Ledelse, dagssamling",
        "c": "Teknologi, etterarbeid",
    }
    steps = [
        ("Bodø", "kommune", (2.2, 2.8), (2.8, 3.1)),
        ("Nordland", "group", (2.4, 2.5), (2.6, 2.9)),
    ]
    steps += [
        (f"Hemmelig{n}", "other", (1.5 + n / 9, 2 + n / 9), (2 + n / 9, 2.4 + n / 9))
        for n in range(9)
    ]
    rows = [
        {
            "series": name,
            "series_kind": kind,
            "start": start,
            "end": end,
            "earlier": earlier,
            "later": later,
            "n_earlier": 7,
            "n_later": 7,
            "k": 20 if kind == "group" else None,
        }
        for name, kind, *moves in steps
        for (start, end), (earlier, later) in zip((("a", "b"), ("b", "c")), moves, strict=True)
    ]
    return view("slope", pd.DataFrame(rows), rounds=rounds)


def change() -> View:
    rows = [
        {"dimension": key, "earlier": 2.2 + place / 10, "later": 2.5 + place / 12, "k": 20}
        for place, key in enumerate(KEYS)
        if place != 4
    ]
    return view("change", pd.DataFrame(rows), earlier="Modul 1", later="Modul 2")


def themes() -> View:
    names = ("Tid og kapasitet", "Kompetanse", "Økonomi", "Kultur og holdninger")
    counts = {"shared": (18, 14, 9, 4), "kommuner": (20, 16, 12, 7), "people": (60, 40, 20, 9)}
    frame = pd.DataFrame({"theme": names, **counts})
    return view("themes", frame, instrument=None, k=24)


def heat_map(kommuner: int = 24) -> View:
    codes = [f"{1800 + at}" for at in range(kommuner)]
    rows = [
        {
            "kommune": code,
            "name": f"Kommune {at + 1}",
            "dimension": key,
            "mean": None if (at, place) == (1, 1) else 1 + (at * 3 + place * 7) % 40 / 10,
            "withheld": "min_respondents" if (at, place) == (1, 1) else None,
            "label": "ord over ruta",
        }
        for at, code in enumerate(codes)
        for place, key in enumerate(KEYS)
    ]
    half = kommuner // 2
    groups = (("Salten", codes[:half]), ("Helgeland", codes[half:]))
    return view("heat_map", pd.DataFrame(rows), aspect="now", groups=groups)


def profile_multiples() -> View:
    frame = heat_map(5).frame.drop(columns="label")
    return view(
        "profile_multiples",
        frame,
        aspect="now",
        group=dict.fromkeys(KEYS, 3.0),
        group_label="Nordland",
    )


def theme_grid() -> View:
    rows = [
        {
            "theme": theme,
            "column": column,
            "count": pd.NA if (row, at) == (0, 1) else row * 3 + at,
            "of": pd.NA if (row, at) == (0, 1) else 20,
            "label": "",
        }
        for row, theme in enumerate(("Tid og kapasitet", "Kompetanse", "Økonomi"))
        for at, column in enumerate(("Organisasjon", "Ledelse", "Strategi", "Teknologi"))
    ]
    return view("theme_grid", pd.DataFrame(rows), instrument=None)


def participation() -> View:
    names = {
        "1804": ("Bodø", "Salten"),
        "1841": ("Fauske", "Salten"),
        "1812": ("Sømna", "Helgeland"),
    }
    counts = ((9, None), (None, 12), (5, 7))
    rows = [
        {
            "kommune": code,
            "name": name,
            "region": region,
            "survey_round": f"m{at + 1}",
            "round_label": f"Modul {at + 1}",
            "n": n,
            "state": "shown" if n else ("withheld" if code == "1804" else "none"),
        }
        for (code, (name, region)), own in zip(names.items(), counts, strict=True)
        for at, n in enumerate(own)
    ]
    frame = pd.DataFrame(rows).astype({"n": "Int64"})
    heads = ("Kommune", "Modul 1", "Modul 2")
    cells = ("Salten", ("Bodø", "9", "få"), ("Fauske", "", "12"), "Helgeland", ("Sømna", "5", "7"))
    table = Table(heads=heads, rows=cells)
    return view("participation", frame, instrument=None, table=table, rounds=("m1", "m2"))


def every_view() -> list[View]:
    """One of each kind, and some twice."""
    return [
        staircase(),
        radar(),
        profile(),
        profile("gap"),
        dumbbell(),
        agreement(),
        spread(),
        slope(),
        change(),
        themes(),
        heat_map(),
        profile_multiples(),
        theme_grid(),
        participation(),
    ]

"""What one kartlegging showed: the scores of all kommuner, and how far they stand apart."""

from dataclasses import dataclass

import pandas as pd

from maturity import naming, queries
from maturity.access import Viewer
from maturity.alphabet import alphabetic
from maturity.aspects import aspects
from maturity.charts.scores import behind, level
from maturity.findings.heat_map import heat_finding
from maturity.findings.scores import score_finding, withheld_reason
from maturity.findings.spread import profiles_finding, spread_finding
from maturity.groups import WHOLE, groups
from maturity.instruments import Instrument
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.views.module_choices import AREA, Asked
from maturity.views.score_frame import kommune_scores, round_frame


@dataclass(frozen=True, kw_only=True)
class Told:
    """One kartlegging; shared between readers, so never changed.

    `frame` has a row per kommune that answered and dimension, `spread` one per dimension, `whole`
    Nordland's score frame; `groups` are the kommuner in the order of the rows.
    """

    frame: pd.DataFrame
    spread: pd.DataFrame
    whole: pd.DataFrame
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    shown: str
    source: str
    finding: str
    heat_finding: str
    spread_finding: str
    profiles_finding: str


@kept
def told(data: queries.Data, *, viewer: Viewer, asked: Asked) -> Told:
    """Return what a kartlegging showed, of the kommuner that the viewer may see."""
    instrument = reference().instruments[asked.asked.instrument]
    where = {
        "survey_round": asked.asked.survey_round,
        "instrument": instrument.key,
        "aspect": asked.aspect,
    }
    frame = _frame(kommune_scores(data, viewer=viewer, **where), instrument=instrument, asked=asked)
    members = groups(reference())[WHOLE].members
    apart = queries.spread_between(data, viewer=viewer, members=members, **where)
    whole = round_frame(
        data, viewer=viewer, asked=asked.asked, aspect=asked.aspect, groups=(WHOLE,)
    )
    shown = frame.dropna(subset=["mean"])["kommune"].nunique()
    ordered = _ordered(frame, instrument=instrument, order=asked.order)
    if not viewer.knows_all([instrument.key]):
        shown = int(whole["k"].max()) if whole["k"].notna().any() else 0
    return Told(
        frame=_in_order(frame, ordered),
        spread=apart,
        whole=whole,
        groups=ordered,
        shown=aspects(instrument)[asked.aspect],
        source=(
            _("Kilde: {round}, {date}. {kommuner} kan vises. Dataversjon {version}.")
            if viewer.knows_all([instrument.key])
            else _("Kilde: {round}, {date}. {kommuner} teller med. Dataversjon {version}.")
        ).format(
            round=asked.asked.label,
            date=date(asked.asked.answered_at),
            kommuner=behind(None, shown),
            version=data.version,
        ),
        finding=score_finding(whole, instrument=instrument, aspect=asked.aspect),
        heat_finding=heat_finding(frame, instrument=instrument, aspect=asked.aspect),
        spread_finding=spread_finding(apart, instrument=instrument, aspect=asked.aspect),
        profiles_finding=profiles_finding(frame, aspect=asked.aspect),
    )


def _in_order(
    frame: pd.DataFrame, ordered: tuple[tuple[str, tuple[str, ...]], ...]
) -> pd.DataFrame:
    """Return the rows as they are drawn: any other order would tell of numbers or names."""
    place = {code: at for at, code in enumerate(c for _heading, codes in ordered for c in codes)}
    return frame.sort_values("kommune", key=lambda codes: codes.map(place), kind="stable")


def _frame(
    scores: dict[str, pd.DataFrame], *, instrument: Instrument, asked: Asked
) -> pd.DataFrame:
    """Return a row per kommune with answers and dimension, with the words over its cell."""
    rows = []
    for code, own in scores.items():
        kommune = reference().kommuner[code]
        found = own.to_dict("index")
        for key, dimension in instrument.by_key.items():
            row = found.get(key, {"mean": None, "n": None, "withheld": "not_answered"})
            mean, why = row["mean"], row["withheld"]
            if pd.isna(mean):
                reason = withheld_reason("not_answered" if pd.isna(why) else str(why))
                said = reason
            else:
                said = f"{level(mean, aspect=asked.aspect)} ({behind(row['n'], None)})"
            rows.append(
                {
                    "kommune": code,
                    "name": kommune.name,
                    "region": kommune.region,
                    "dimension": key,
                    "area": dimension.area,
                    "mean": float("nan") if pd.isna(mean) else float(mean),
                    "n": None if pd.isna(row["n"]) else int(row["n"]),
                    "withheld": None if pd.isna(why) else str(why),
                    "label": f"<b>{kommune.name}</b><br>{dimension.label}<br>{said}",
                }
            )
    columns = [
        "kommune", "name", "region", "dimension", "area", "mean", "n", "withheld", "label",
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns).astype({"n": "Int64"})


def _ordered(
    frame: pd.DataFrame, *, instrument: Instrument, order: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the kommuner below their headings, in the order that the reader chose."""
    about = frame.drop_duplicates("kommune").sort_values(
        "name", key=lambda names: names.map(alphabetic)
    )
    codes = tuple(about["kommune"])
    if order == "region" and naming.current() is None:
        return tuple(
            (str(region), tuple(own["kommune"]))
            for region, own in sorted(
                about.groupby("region"), key=lambda it: alphabetic(str(it[0]))
            )
        )
    if not order.startswith(AREA):
        return (("", codes),)
    within = frame[frame["area"] == order.removeprefix(AREA)]
    means = within.groupby("kommune")["mean"].mean().round(9).to_dict()
    missing = [code for code in codes if pd.isna(means.get(code))]
    known = sorted((c for c in codes if c not in missing), key=lambda code: -means[code])
    return (("", (*known, *missing)),)

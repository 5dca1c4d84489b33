"""What the panel says of a comparison: who, when, the same questions, what is missing, how sure."""

from collections.abc import Iterator, Sequence

import pandas as pd

from maturity.charts.scores import behind
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _, date, number
from maturity.settings import thresholds
from maturity.views.rounds import Round

Lines = list[tuple[str, tuple[str, ...]]]
Said = Sequence[tuple[str, str | Sequence[str]]]  # the same, of one answer or several


def about_lines(
    frame: pd.DataFrame, *, instrument: Instrument, aspect: str, asked: Round, version: int
) -> Lines:
    """Return the panel's questions with their answers, each in one or several lines."""
    series = [(str(label), rows) for label, rows in frame.groupby("series", sort=False)]
    same = [_("Ja: samme rammeverk og samme kartlegging for alle.")]
    gone = frame.loc[frame["withheld"] == "not_asked", "dimension"].unique()
    if len(gone):
        names = ", ".join(instrument.by_key[key].label for key in gone)
        same.append(_("Ikke spurt om her: {names}.").format(names=names))
    missing = [line for label, rows in series for line in _missing(label, rows)]
    return [
        (_("Hvem har svart?"), tuple(f"{label}: {counted(rows)}" for label, rows in series)),
        (_("Når?"), (asked.label, _("Siste svar {date}").format(date=date(asked.answered_at)))),
        (_("Samme spørsmål?"), tuple(same)),
        (_("Hva mangler?"), tuple(missing) or (_("Ingenting av det som er valgt."),)),
        (_("Hvor sikkert?"), tuple(_spread(series, aspect=aspect))),
        (_("Hvilke data?"), (_("Dataversjon {version}").format(version=version),)),
    ]


def counted(rows: pd.DataFrame) -> str:
    """Say what one series rests on: «7 svar», «4–5 svar», «22 kommuner», or why nothing is said."""
    group = rows["series_kind"].iloc[0] == "group"
    counts = rows["k" if group else "n"].dropna()
    if counts.empty and rows["mean"].notna().any():
        return _("de av de valgte som teller med")
    if counts.empty:
        codes = rows["withheld"].dropna().unique()
        return ", ".join(withheld_reason(str(code)) for code in codes) or _("antall ukjent")
    fewest, most = int(counts.min()), int(counts.max())
    whole = behind(None, most) if group else behind(most, None)
    return whole if fewest == most else f"{fewest}–{whole}"


def threshold_lines() -> tuple[str, ...]:
    """Say how few are too few."""
    limits = thresholds()
    return (
        _("Kommuner vises med minst {limit} svar.").format(limit=limits.min_respondents),
        _("Spredning vises med minst {limit} svar.").format(limit=limits.min_respondents_detail),
        _("Grupper vises med minst {limit} kommuner.").format(limit=limits.min_kommuner),
    )


def _missing(label: str, rows: pd.DataFrame) -> Iterator[str]:
    reasons = rows["withheld"].dropna()
    for code, count in reasons[reasons != "not_asked"].value_counts(sort=False).items():
        words = {"series": label, "reason": withheld_reason(str(code)), "count": count}
        if count == len(rows):
            yield _("{series}: {reason}").format(**words)
        else:
            text = _("{series}: {count} av {all} – {reason}")
            yield text.format(**words, all=len(rows))


def _spread(series: list[tuple[str, pd.DataFrame]], *, aspect: str) -> Iterator[str]:
    """Say how far the answers stand apart, or why that is not said."""
    kinds = {str(rows["series_kind"].iloc[0]) for _label, rows in series}
    if aspect == "gap" and "kommune" in kinds:
        yield _("Spredning regnes ikke ut for avstand; se «I dag» og mål hver for seg.")
    for label, rows in series:
        if aspect == "gap" or rows["series_kind"].iloc[0] == "group":
            continue
        spread, why = rows["sd"].dropna(), set(rows["no_spread"].dropna())
        if len(spread):
            low, high = number(spread.min()), number(spread.max())
            words = _("{series}: svarene ligger typisk {span} poeng fra snittet.")
            yield words.format(series=label, span=low if low == high else f"{low}–{high}")
        elif len(why):
            text = _("{series}: ingen spredning, {reason}.")
            first = min(
                why, key=("not_opened", "only_means", "alike", "min_respondents_detail").index
            )
            yield text.format(series=label, reason=withheld_reason(first))
    if "group" in kinds:
        yield _(
            "Grupper er snittet av kommunene som kan vises, og hver teller likt. Kommuner helt i "
            "enden av skalaen er ikke med, så snittet kan ligge litt for nær midten."
        )
    yield _("Få svar: små forskjeller kan være tilfeldige.")

"""The rows of the comparison of two versions, in the reader's words."""

from typing import Any

import pandas as pd

from maturity.aspects import aspects
from maturity.language import _, number
from maturity.reference import reference
from maturity.views.choosers import alphabetically
from maturity.views.versions import fallen

MISSING = "–"


def heads_of_answers() -> list[str]:
    """Return the headings of `answer_rows`."""
    return [
        _("Kommune"),
        _("Kartlegging"),
        _("Nye"),
        _("Endret"),
        _("Borte"),
        _("Under terskelen nå"),
    ]


def answer_rows(answers: pd.DataFrame, scores: pd.DataFrame) -> list[list[str]]:
    """Return a row for each kommune and survey round with answers that differ."""
    below: dict[tuple[str, str], list[str]] = {}
    for row in fallen(scores).to_dict("records"):
        place = (str(row["survey_round"]), str(row["kommune"]))
        below.setdefault(place, []).append(_framework(str(row["instrument"])))
    return [
        [
            _kommune(str(row["kommune"])),
            str(row["survey_round"]),
            *(_count(row[name], row["withheld"]) for name in ("added", "changed", "removed")),
            ", ".join(below.get((str(row["survey_round"]), str(row["kommune"])), [])) or MISSING,
        ]
        for row in _by_name(answers)
    ]


def heads_of_scores() -> list[str]:
    """Return the headings of `score_rows`."""
    return [
        _("Kommune"),
        _("Kartlegging"),
        _("Rammeverk"),
        _("Dimensjon"),
        _("Nå eller mål"),
        _("Før"),
        _("Etter"),
        _("Endring"),
    ]


def score_rows(scores: pd.DataFrame) -> list[list[str]]:
    """Return a row for each score that differs, kommune by kommune."""
    rows = []
    for row in _by_name(scores):
        framework = reference().instruments[str(row["instrument"])]
        dimension = framework.by_key.get(str(row["dimension"]))
        change = row["after"] - row["before"]
        rows.append(
            [
                _kommune(str(row["kommune"])),
                str(row["survey_round"]),
                framework.label,
                dimension.label if dimension else str(row["dimension"]),
                aspects(framework)[str(row["aspect"])],
                _score(row["before"], row["withheld_before"]),
                _score(row["after"], row["withheld_after"]),
                MISSING if pd.isna(change) else _signed(change),
            ]
        )
    return rows


def _by_name(frame: pd.DataFrame) -> list[dict[Any, Any]]:
    """Return the rows kommune by kommune, in the order of the alphabet."""
    order = {code: at for at, code in enumerate(alphabetically(frame["kommune"].unique()))}
    rows = frame.sort_values(["kommune", "survey_round"], kind="stable").to_dict("records")
    return sorted(rows, key=lambda row: order[row["kommune"]])


def _count(count: float, withheld: str | float) -> str:
    return _("for få svar") if pd.notna(withheld) else number(count, digits=0)


def _score(score: float, withheld: str | float) -> str:
    if pd.notna(score):
        return number(score, digits=2)
    if pd.isna(withheld):
        return MISSING
    return {"min_respondents": _("for få svar")}.get(str(withheld), _("holdt tilbake"))


def _signed(change: float) -> str:
    return ("+" if change > 0 else "") + number(change, digits=2)


def _kommune(code: str) -> str:
    known = reference().kommuner
    return known[code].name if code in known else code


def _framework(instrument: str) -> str:
    known = reference().instruments
    return known[instrument].label if instrument in known else instrument

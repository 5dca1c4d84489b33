"""The themes part by part: in each module, each region, or each kommune."""

import pandas as pd

from maturity.alphabet import alphabetic
from maturity.language import _, ngettext
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.views.barriers_choices import Asked, grids, kinds


def parted(names: list[str], shown: pd.DataFrame, *, asked: Asked) -> tuple[pd.DataFrame, str]:
    """Return a cell per theme and part (theme, column, count, of, label), and the title.

    `shown` has one row per survey round, kommune and theme that may be shown: kommune, theme,
    people, n. Of a module or region the kommuner are counted, of a kommune the people; a part of
    too few kommuner is withheld.
    """
    title = _("{kind} fordelt på {part}").format(
        kind=kinds()[asked.kind], part=grids()[asked.grid].lower()
    )
    rows = []
    for column, own in _parts(shown, asked):
        k = int(own["kommune"].nunique())
        few = asked.grid != "kommune" and k < thresholds().min_kommuner
        for name in names:
            named = own[own["theme"] == name]
            if asked.grid == "kommune":
                count, of = int(named["people"].sum()), _people(own)
                text = ngettext("{count} av {of} svar", "{count} av {of} svar", count)
            else:
                count, of = int(named["kommune"].nunique()), k
                text = ngettext("{count} av {of} kommuner", "{count} av {of} kommuner", count)
            said = _("holdt tilbake: færre enn {limit} kommuner").format(
                limit=thresholds().min_kommuner
            )
            rows.append(
                {
                    "theme": name,
                    "column": column,
                    "count": pd.NA if few else count,
                    "of": pd.NA if few else of,
                    "label": "<br>".join(
                        [f"<b>{name}</b>", column, said if few else text.format(count=count, of=of)]
                    ),
                }
            )
    columns = ["theme", "column", "count", "of", "label"]
    frame = pd.DataFrame(rows, columns=columns).astype({"count": "Int64", "of": "Int64"})
    order = {name: at for at, name in enumerate(names)}
    return frame.sort_values("theme", key=lambda it: it.map(order), kind="stable"), title


def _people(own: pd.DataFrame) -> int:
    """Return how many answered: each survey round's people once."""
    return int(own.drop_duplicates(["survey_round", "kommune"])["n"].sum())


def _parts(shown: pd.DataFrame, asked: Asked) -> list[tuple[str, pd.DataFrame]]:
    known = reference().kommuner
    if asked.grid == "modul":
        return [
            (it.label, shown[shown["survey_round"] == it.survey_round])
            for it in reversed(asked.rounds)
            if (shown["survey_round"] == it.survey_round).any()
        ]
    by = {code: it.name if asked.grid == "kommune" else it.region for code, it in known.items()}
    of = shown["kommune"].map(by)
    return [(name, shown[of == name]) for name in sorted(of.dropna().unique(), key=alphabetic)]

"""What the columns of a view's frame are called where readers meet them, and which stay behind."""

from collections.abc import Mapping
from typing import Any

from maturity.language import _

# What draws and sorts, and tells a reader nothing that another column does not.
INTERNAL = frozenset(
    {"label", "area", "share", "survey_round", "start", "end", "part", "module", "state", "said"}
)

COUNTS = frozenset(
    {
        *("n", "n_now", "n_target", "n_earlier", "n_later", "k", "k_now", "k_target", "k_gap"),
        *("people", "shared", "kommuner", "count", "of", "value"),
    }
)


def headings(told: Mapping[str, Any]) -> dict[str, str]:
    """Return the readers' names of the columns, in the order in which they stand in a file.

    `told` are the names that a view has of its own: now, target, gap, earlier, later, own, group,
    theme, column.
    """
    before = told.get("earlier", _("Før"))
    after = told.get("later", _("Etter"))
    now, target = told.get("now", _("I dag")), told.get("target", _("Mål"))
    gap = told.get("gap", _("Avstand til målet"))
    both, of = _("{name}: antall svar"), _("{name}: antall kommuner")
    return {
        "kommune": _("Kommunenummer"),
        "name": _("Kommune"),
        "region": _("Region"),
        "asker": _("Spør"),
        "partner": _("Kan hjelpe"),
        "series": _("Serie"),
        "series_kind": _("Type"),
        "round_label": _("Kartlegging"),
        "theme": told.get("theme", _("Tema")),
        "column": told.get("column", _("Del")),
        "dimension": _("Dimensjon"),
        "dimensions": _("Dimensjoner"),
        "aspect": _("Hva vises"),
        "level": _("Nivå"),
        "people": _("Antall personer"),
        "mean": _("Gjennomsnitt"),
        "now": now,
        "target": target,
        "gap": gap,
        "earlier": before,
        "later": after,
        "own": told.get("own", _("Egen")),
        "group": told.get("group", _("Gruppe")),
        "lowest": _("Laveste kommune"),
        "n": _("Antall svar"),
        "n_now": both.format(name=now),
        "n_target": both.format(name=target),
        "n_earlier": both.format(name=before),
        "n_later": both.format(name=after),
        "k": _("Antall kommuner"),
        "k_now": of.format(name=now),
        "k_target": of.format(name=target),
        "k_gap": of.format(name=gap),
        "shared": _("Kommuner som deler det"),
        "kommuner": _("Kommuner der noen nevner det"),
        "count": _("Antall"),
        "of": _("Av"),
        "value": _("Moduler med svar"),
        "likeness": _("Likhet"),
        "score": _("Treff"),
        "strength": _("Hvor mye av veien den andre har gått"),
        "sd": _("Standardavvik"),
        "sd_earlier": _("Standardavvik, {name}").format(name=before),
        "sd_later": _("Standardavvik, {name}").format(name=after),
        "q1": _("Første kvartil"),
        "median": _("Median"),
        "q3": _("Tredje kvartil"),
        "highest": _("Høyeste kommune"),
        "withheld": _("Hvorfor tallet mangler"),
        "no_spread": _("Hvorfor spredningen mangler"),
    }


def words() -> dict[str, dict[str, str]]:
    """Return the readers' words for the codes of some columns."""
    return {
        "series_kind": {
            "kommune": _("Kommune"),
            "other": _("Kommune"),
            "group": _("Gruppe"),
        },
    }

"""The figure as a table that a screen reader reads: one row per dimension, one column a series."""

from html import escape
from typing import Any

import pandas as pd

from maturity.charts.scores import Aspect, area_of, behind, level, series_of
from maturity.findings import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _, number
from maturity.ui.table import framed


def score_table(
    frame: pd.DataFrame, *, instrument: Instrument, aspect: Aspect, title: str, source: str
) -> str:
    """Return the score frame as a table with caption and scopes; every text in it is escaped."""
    found = series_of(frame, instrument=instrument)
    rows = [series.rows.to_dict("index") for series in found]
    heads = "".join(f'<th scope="col">{escape(series.label)}</th>' for series in found)
    body, area = [], None
    for key, dimension in instrument.by_key.items():
        own = area_of(dimension, instrument=instrument)
        if own != area and own is not None:
            span = len(found) + 1
            body.append(f'<tr><th scope="rowgroup" colspan="{span}">{escape(own)}</th></tr>')
            area = own
        cells = "".join(_cell(its[key], aspect=aspect) for its in rows)
        body.append(f'<tr><th scope="row">{escape(dimension.label)}</th>{cells}</tr>')
    corner = escape(_("Generasjon") if instrument.ordered else _("Evne"))
    key = escape(
        _(
            "I hver rute: gjennomsnitt, hva det bygger på, standardavvik (sd), og nederst første "
            "kvartil – median – tredje kvartil der de kan vises."
        )
    )
    return framed(
        f"<table><caption><b>{escape(title)}</b><small>{escape(source)}</small>"
        f"<small>{key}</small></caption>"
        f'<thead><tr><th scope="col">{corner}</th>{heads}</tr></thead>'
        f"<tbody>{''.join(body)}</tbody></table>",
        title=title,
    )


def _cell(row: dict[Any, Any], *, aspect: Aspect) -> str:
    if pd.isna(row["mean"]):
        return f"<td><small>{escape(_why(row['withheld']))}</small></td>"
    about = [behind(row["n"], row["k"])]
    if pd.notna(row["sd"]):
        about.append(_("sd {value}").format(value=number(row["sd"])))
    lines = [f"<b>{escape(level(row['mean'], aspect=aspect))}</b>"]
    lines.append(f"<small>{escape(', '.join(it for it in about if it))}</small>")
    if pd.notna(row["q1"]):
        quartiles = " – ".join(number(row[name]) for name in ("q1", "median", "q3"))
        lines.append(f"<small>{escape(quartiles)}</small>")
    return f'<td class="n">{"".join(lines)}</td>'


def _why(code: Any) -> str:
    reason = withheld_reason("not_answered" if pd.isna(code) else str(code))
    if str(code).startswith("min_"):
        return _("holdt tilbake: {reason}").format(reason=reason)
    return reason

"""The answers of each kommune as a table, with a link to each kommune's page."""

from html import escape
from itertools import groupby

import pandas as pd

from maturity.language import _, number
from maturity.ui.links import link

STYLE = """<style>
.answered { overflow-x: auto; }
.answered table { border-collapse: collapse; font-size: 0.9375rem; width: 100%; }
.answered caption { text-align: left; padding-bottom: 0.5rem; }
.answered th, .answered td { padding: 0.3rem 0.9rem 0.3rem 0; vertical-align: top;
  text-align: left; border-bottom: 1px solid color-mix(in srgb, currentColor 22%, transparent); }
.answered a { color: inherit; }
.answered td { font-variant-numeric: tabular-nums; }
.answered tbody th { font-weight: 400; }
.answered tbody th[scope=rowgroup], .answered thead th { font-weight: 650; padding-top: 0.7rem; }
</style>"""


def answers_table(frame: pd.DataFrame, tiles: pd.DataFrame, *, labels: list[str]) -> str:
    """Return the numbers of both figures as one table, whose kommuner lead to their pages.

    `frame` has one row per kommune and survey round, in the order of `labels`: kommune, name,
    region, n, state. `tiles` has one row per kommune: kommune, value (modules answered). Every
    text is escaped.
    """
    title = _("Antall svar per kommune og kartlegging")
    heads = [_("Kommune"), *labels, _("Moduler med svar")]
    modules = dict(zip(tiles["kommune"], tiles["value"], strict=True))
    body = []
    for region, members in groupby(frame.to_dict("records"), key=lambda row: row["region"]):
        span = len(heads)
        body.append(f'<tr><th scope="rowgroup" colspan="{span}">{escape(str(region))}</th></tr>')
        for kommune, cells in groupby(members, key=lambda row: str(row["kommune"])):
            own = list(cells)
            said = "".join(f"<td>{escape(_cell(row['state'], row['n']))}</td>" for row in own)
            name = (
                f'<a href="{escape(link("kommune", k=kommune))}">{escape(str(own[0]["name"]))}</a>'
            )
            body.append(f'<tr><th scope="row">{name}</th>{said}<td>{modules[kommune]}</td></tr>')
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    return (
        f'{STYLE}<div class="answered" role="region" tabindex="0" aria-label="{escape(title)}">'
        f"<table><caption>{escape(title)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table></div>"
    )


def _cell(state: str, n: int) -> str:
    return {"shown": "", "withheld": _("holdt tilbake"), "none": _("ingen svar")}[state] or number(
        n, digits=0
    )

"""The groups beside each other on every dimension: what is told where single kommuner are not."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.charts.heat_map import heat_map
from maturity.charts.scores import Aspect, as_shown, behind, level
from maturity.findings.scores import withheld_reason
from maturity.groups import KOSTRA, REGION, SIZE, WHOLE, groups
from maturity.kept import kept
from maturity.language import _, date
from maturity.reference import reference
from maturity.view import Table, View
from maturity.views.choosers import alphabetically
from maturity.views.choosing import address
from maturity.views.groups_offered import groups_offered
from maturity.views.making import made
from maturity.views.rounds import Round
from maturity.views.score_frame import dimensions_asked, group_rows, kommune_rows


@kept
def group_scores(data: queries.Data, *, viewer: Viewer, asked: Round, aspect: Aspect) -> View:
    """Return the scores of every group that can be shown in a round, below the viewer's own.

    The panel says which groups cannot, and why.
    """
    instrument = reference().instruments[asked.instrument]
    where = {"survey_round": asked.survey_round, "instrument": asked.instrument, "aspect": aspect}
    in_round = dimensions_asked(data, viewer=viewer, **where)
    found = {
        code: group_rows(data, viewer=viewer, group=code, in_round=in_round, **where)
        for code in groups_offered(viewer=viewer)
    }
    own = {
        code: kommune_rows(data, viewer=viewer, kommune=code, in_round=in_round, **where)
        for code in alphabetically(viewer.own)
    }
    answered = {code: rows for code, rows in found.items() if rows["mean"].notna().any()}
    shown = own | answered
    known = groups(reference())
    labels = {code: str(rows["series"].iloc[0]) for code, rows in shown.items()}
    # Below its heading a KOSTRA group needs no more than its number.
    short = labels | {c: it.name for c, it in known.items() if c in shown and it.kind == KOSTRA}
    cells = [
        {
            "kommune": code,
            "name": short[code],
            "series": labels[code],
            "dimension": row["dimension"],
            "mean": row["mean"],
            "k": row["k"],
            "withheld": row["withheld"],
            "said": _said(row, aspect=aspect),
        }
        for code, rows in shown.items()
        for row in rows.to_dict("records")
    ]
    columns = ["kommune", "name", "series", "dimension", "mean", "k", "withheld", "said"]
    frame = pd.DataFrame(cells, columns=columns)
    by_key = instrument.by_key
    frame["label"] = [
        f"<b>{name}</b><br>{by_key[key].label}<br>{said}"
        for name, key, said in zip(frame["series"], frame["dimension"], frame["said"], strict=True)
    ]
    kinds = {
        WHOLE: "",
        REGION: _("Region"),
        KOSTRA: _("KOSTRA-gruppe"),
        SIZE: _("Innbyggertall"),
    }
    rows = tuple(
        (heading, codes)
        for heading, codes in (
            ("", tuple(own)),
            *(
                (heading, tuple(code for code in answered if known[code].kind == kind))
                for kind, heading in kinds.items()
            ),
        )
        if codes
    )
    title = _("Gruppe for gruppe: {what}").format(what=aspects(instrument)[aspect].lower())
    source = _("Kilde: {round}, {date}. Hver kommune teller likt. Dataversjon {version}.").format(
        round=asked.label, date=date(asked.answered_at), version=data.version
    )
    said = {(row["kommune"], row["dimension"]): row["said"] for row in frame.to_dict("records")}
    body: list[tuple[str, ...] | str] = []
    for heading, codes in rows:
        body += [heading] if heading else []
        body += [(labels[code], *(said[code, key] for key in by_key)) for code in codes]
    reasons: dict[str, list[str]] = {}
    for code in found.keys() - answered.keys():
        why = str(next(iter(found[code]["withheld"].dropna()), "min_kommuner"))
        reasons.setdefault(why, []).append(known[code].label)
    missing = [
        _("{groups}: {reason}").format(groups=", ".join(sorted(names)), reason=withheld_reason(why))
        for why, names in sorted(reasons.items())
    ]
    return made(
        data,
        address=address(
            "grupper",
            {
                "rammeverk": asked.instrument,
                "kartlegging": asked.survey_round,
                "aspekt": aspect,
            },
        ),
        kind="heat_map",
        title=title,
        source=source,
        invented=asked.invented,
        finding=_finding(
            frame[frame["kommune"].isin(answered)],
            aspect=aspect,
            labels={key: it.label for key, it in by_key.items()},
        ),
        frame=frame,
        table=Table(
            heads=(_("Gruppe"), *(it.label for it in instrument.dimensions)),
            rows=tuple(body),
            notes=(source,),
        ),
        panel=[
            (
                _("Hvem har svart?"),
                _("Bak hvert tall står i tabellen hvor mange kommuner det er snittet av."),
            ),
            (_("Når?"), _("Siste svar {date}").format(date=date(asked.answered_at))),
            (_("Samme spørsmål?"), _("Ja: samme rammeverk og samme kartlegging for alle.")),
            (_("Hva mangler?"), missing or _("Ingenting: alle gruppene kan vises.")),
            (
                _("Hvor sikkert?"),
                _(
                    "Gruppene overlapper: en kommune er med i regionen, i KOSTRA-gruppen og i "
                    "størrelsen. Små forskjeller kan være tilfeldige."
                ),
            ),
            (_("Hvilke data?"), _("Dataversjon {version}").format(version=data.version)),
        ],
        chart=heat_map,
        instrument=instrument,
        options={
            "aspect": aspect,
            "groups": rows,
            "missing": _("Rute uten tall: kan ikke vises; tabellen sier hvorfor."),
        },
        kommuner=tuple(own),
    )


def _said(row: Mapping[Any, Any], *, aspect: Aspect) -> str:
    if pd.isna(row["mean"]):
        return withheld_reason(str(row["withheld"] or "min_kommuner"))
    return f"{level(row['mean'], aspect=aspect)} ({behind(row['n'], row['k'])})"


def _finding(frame: pd.DataFrame, *, aspect: Aspect, labels: dict[str, str]) -> str:
    """Say where Nordland is highest (by a gap: has furthest to go), and how many groups with it.

    `labels` are the dimensions' names by key.
    """
    known = frame.dropna(subset=["mean"])
    known = known.assign(shown=known["mean"].map(as_shown))
    whole = known[known["kommune"] == WHOLE]
    if whole.empty:
        why = str(next(iter(frame["withheld"].dropna()), "min_kommuner"))
        return _("Nordland kan ikke vises her: {reason}.").format(reason=withheld_reason(why))
    top = max(whole.to_dict("records"), key=lambda row: float(row["mean"]))
    others = known[known["kommune"] != WHOLE]
    tops = others.groupby("kommune")["shown"].transform("max")
    there = others[others["dimension"] == top["dimension"]]
    with_it = others[(others["shown"] == tops) & (others["dimension"] == top["dimension"])]
    text = (
        _("{group} ({k}) har lengst vei til målet på {where}: {value}.")
        if aspect == "gap"
        else _("{group} ({k}) er høyest på {where}: {value}.")
    )
    sentences = [
        text.format(
            group=top["series"],
            k=behind(None, top["k"]),
            where=labels[top["dimension"]],
            value=level(top["shown"], aspect=aspect),
        )
    ]
    if len(there):
        most = max(there.to_dict("records"), key=lambda row: float(row["mean"]))
        words = {
            "count": len(with_it),
            "all": others["kommune"].nunique(),
            "group": most["series"],
            "value": level(most["shown"], aspect=aspect),
        }
        text = (
            _("{count} av {all} grupper har lengst vei på det samme; lengst i {group}, {value}.")
            if aspect == "gap"
            else _("{count} av {all} grupper er høyest på det samme; høyest er {group}, {value}.")
        )
        sentences.append(text.format(**words))
    return " ".join(sentences)

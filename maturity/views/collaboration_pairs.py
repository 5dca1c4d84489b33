"""For those who see all: every possible pair, as a view."""

from maturity import queries
from maturity.access import Viewer
from maturity.charts.pair_matrix import pair_matrix
from maturity.findings.matching import matrix_finding
from maturity.kept import kept
from maturity.language import _, date, number
from maturity.matching import Weights
from maturity.reference import reference
from maturity.view import Table, View
from maturity.views.choosers import alphabetically
from maturity.views.choosing import address
from maturity.views.collaboration_choices import Asked, told
from maturity.views.collaboration_panel import about
from maturity.views.collaboration_scores import pairs, scores_of
from maturity.views.making import made
from maturity.views.rounds import Round


@kept
def matrix(data: queries.Data, *, viewer: Viewer, asked: Round, weights: Weights) -> View:
    """Return every pair that has something to give."""
    found = pairs(data, viewer=viewer, asked=asked, weights=weights)
    shown = scores_of(data, viewer=viewer, asked=asked).now.index
    known = reference()
    names = {
        code: known.kommuner[code].name for code in alphabetically(viewer.named) if code in shown
    }
    by_key = known.instruments[asked.instrument].by_key
    where = [", ".join(by_key[key].label for key in keys) for keys in found["dimensions"]]
    hundred = [number(100 * score, digits=0) for score in found["score"]]
    label = [
        "<br>".join(
            [
                f"<b>{names[a]} → {names[b]}</b>",
                _("treff {value} av 100").format(value=value),
                text,
            ]
        )
        for a, b, value, text in zip(found["asker"], found["partner"], hundred, where, strict=True)
    ]
    frame = found.assign(label=label, dimensions=where)
    title = _("Hvem kan hjelpe hvem: alle mulige par")
    source = _("Kilde: {round}, {date}. Dataversjon {version}.").format(
        round=asked.label, date=date(asked.answered_at), version=data.version
    )
    rows: list[tuple[str, ...] | str] = []
    for asker, own in found.assign(where=where, hundred=hundred).groupby("asker", sort=False):
        rows.append(names[str(asker)])
        rows += [
            (names[row["partner"]], row["hundred"], row["where"]) for row in own.to_dict("records")
        ]
    return made(
        data,
        address=address("par", told(Asked(kommune="", asked=asked, weights=weights)) | {}),
        kind="pair_matrix",
        title=title,
        source=source,
        invented=asked.invented,
        finding=matrix_finding(found, names=names),
        frame=frame,
        table=Table(
            heads=(_("Kan hjelpe"), _("Treff av 100"), _("Med hva")),
            rows=tuple(rows),
            notes=(source,),
        ),
        panel=about(data, viewer=viewer, asked=asked),
        chart=pair_matrix,
        options={"names": names},
        kommuner=tuple(names),
    )

"""One number followed all the way, worked out from the data that are shown."""

from dataclasses import dataclass

from maturity import queries
from maturity.access import Viewer
from maturity.groups import WHOLE, groups
from maturity.kept import kept
from maturity.language import _, date, number
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.uncertainty import Answers, difference
from maturity.views.rounds import Round, offered


@dataclass(frozen=True, kw_only=True)
class Example:
    """A kommune's number and Nordland's on one dimension; `others` are the `k` kommuner's means.

    `others` is empty for a reader who may not see them.
    """

    kommune: str
    dimension: str
    asked: Round
    own: Answers
    others: tuple[float, ...]
    k: int
    whole: float


@kept
def example(data: queries.Data, *, viewer: Viewer) -> Example | None:
    """Return a number whose whole way can be shown, of the newest round that has one; else None."""
    members = groups(reference())[WHOLE].members
    for rounds in offered(data, viewer=viewer).values():
        for asked in rounds.values():
            where = {
                "survey_round": asked.survey_round,
                "instrument": asked.instrument,
                "aspect": "now",
            }
            scores = queries.scores_by_kommune(data, viewer=viewer, **where)
            whole = queries.scores_by_group(data, viewer=viewer, members=members, **where)
            means = whole.dropna(subset=["mean"]).set_index("dimension")["mean"]
            usable = scores[scores["sd"].notna() & scores["dimension"].isin(means.index)]
            if usable.empty:
                continue
            row = usable.sort_values(["n", "kommune", "dimension"], ascending=[False, True, True])
            own = row.iloc[0]
            same = scores[(scores["dimension"] == own["dimension"]) & scores["mean"].notna()]
            k = whole.loc[whole["dimension"] == own["dimension"], "k"].iloc[0]
            everybody = viewer.knows_all([asked.instrument])
            if everybody and len(same) != k:  # the steps would not add up to what the pages show
                continue
            return Example(
                kommune=reference().kommuner[own["kommune"]].name,
                dimension=own["dimension"],
                asked=asked,
                own=Answers(mean=float(own["mean"]), sd=float(own["sd"]), n=int(own["n"])),
                others=tuple(sorted(float(mean) for mean in same["mean"])) if everybody else (),
                k=int(k),
                whole=float(means[own["dimension"]]),
            )
    return None


def none(viewer: Viewer) -> str:
    """Say why there is no example."""
    if viewer.kommuner:
        return _("Ingen kommune har svar nok til å vise hele veien.")
    return _("Eksempelet følger én kommunes svar hele veien, og slike vises ikke for deg.")


def told(found: Example) -> str:
    """Return the example as Markdown, step by step."""
    instrument = reference().instruments[found.asked.instrument]
    dimension = instrument.by_key[found.dimension]
    items = len(dimension.items)
    judged = difference(found.own, found.whole)
    words = {
        "kommune": found.kommune,
        "dimension": dimension.label,
        "round": found.asked.label,
        "when": date(found.asked.answered_at),
        "items": items,
        "least": -(-items // 2),
        "n": found.own.n,
        "mean": number(found.own.mean, digits=2),
        "shown": number(found.own.mean),
        "top": instrument.scale.max,
        "sd": number(found.own.sd, digits=2),
        "detail": thresholds().min_respondents_detail,
        "k": found.k,
        "means": " + ".join(number(mean, digits=2) for mean in found.others),
        "total": number(sum(found.others), digits=2),
        "whole": number(found.whole, digits=2),
        "gap": number(judged.value, digits=2),
        "verdict": judged.words,
    }
    steps = (
        _(
            "{kommune} i {round} ({when}), «{dimension}» i dag. Hver som svarte, får snittet av "
            "sine svar på {items} påstander, når minst {least} er besvart."
        ),
        _(
            "Snittet av de {n} personenes tall er {mean}. Siden viser **{shown} av {top}**, "
            "n = {n}."
        ),
        _("Standardavviket er {sd}. Det vises fordi minst {detail} har svart."),
        _(
            "Nordland: snittene til de {k} kommunene som kan vises, er {means}. Til sammen er det "
            "{total}, og delt på {k} **{whole}**. Alt er regnet ut før avrunding. Hver kommune "
            "teller likt."
        )
        if found.others
        else _(
            "Nordland: snittene til de {k} kommunene som teller, legges sammen og deles på {k}. "
            "Det blir **{whole}**. Hver kommune teller likt; de andres snitt er ikke åpnet for deg."
        ),
        _("Fra {kommune} til Nordland er det {gap}, regnet ut før avrunding: {verdict}."),
    )
    return "\n".join(f"{place}. {step.format(**words)}" for place, step in enumerate(steps, 1))

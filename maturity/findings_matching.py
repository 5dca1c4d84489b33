"""Why a kommune is worth calling, in a sentence made of the figures."""

from collections.abc import Mapping, Sequence

import pandas as pd

from maturity.charts.scores import level
from maturity.instruments import Instrument, Kommune
from maturity.language import _, ngettext, number
from maturity.matching import Partner


def reason(
    partner: Partner,
    *,
    asker: Kommune,
    other: Kommune,
    distance: float,
    now: pd.DataFrame,
    target: pd.DataFrame,
    instrument: Instrument,
) -> str:
    """Say what makes a kommune like the asker, and what it has that the asker wants.

    `now` and `target` have a row per kommune and a column per dimension; `distance` is in km.
    """
    first = partner.dimensions[0]
    words = {
        "other": other.name,
        "asker": asker.name,
        "facts": ", ".join(facts(asker=asker, other=other, distance=distance)),
        "dimension": instrument.by_key[first].label,
        "theirs": level(now[first].to_dict()[other.kommune], aspect="now"),
        "ours": level(now[first].to_dict()[asker.kommune], aspect="now"),
        "target": level(target[first].to_dict()[asker.kommune], aspect="now"),
        "top": instrument.scale.max,
    }
    sentences = [
        _(
            "«{dimension}»: {other} står på {theirs} av {top} der {asker} har {ours} og vil til "
            "{target}."
        ),
        _("Slik ligner de: {facts}."),
    ]
    more = len(partner.dimensions) - 1
    if more:
        text = ngettext(
            "Også sterk på {count} til av det {asker} vil.",
            "Også sterk på {count} til av det {asker} vil.",
            more,
        )
        sentences.insert(1, text.replace("{count}", str(more)))
    return " ".join(sentence.format(**words) for sentence in sentences)


def facts(*, asker: Kommune, other: Kommune, distance: float) -> list[str]:
    """Return what two kommuner have in common, and how far apart they lie."""
    found = []
    if asker.kostra_group == other.kostra_group:
        found.append(_("samme KOSTRA-gruppe ({number})").format(number=other.kostra_group))
    if asker.region == other.region:
        found.append(_("samme region ({region})").format(region=other.region))
    if asker.centrality == other.centrality:
        found.append(_("samme sentralitet ({number})").format(number=other.centrality))
    found.append(_("{count} innbyggere").format(count=number(other.population, digits=0)))
    found.append(_("{count} km unna").format(count=number(distance, digits=0)))
    return found


def partners_finding(
    partners: Sequence[Partner], *, asker: Kommune, names: Mapping[str, str]
) -> str:
    """Say whom a kommune could call, or that nobody is clearly ahead where it wants to go."""
    if not partners:
        return _(
            "Ingen av kommunene som kan vises, ligger klart foran {asker} der {asker} har lengst "
            "igjen til målet."
        ).format(asker=asker.name)
    called = [names[partner.kommune] for partner in partners]
    listed = called[0] if len(called) == 1 else _(" og ").join([", ".join(called[:-1]), called[-1]])
    return _("{asker} kan ringe {others}.").format(asker=asker.name, others=listed)


def matrix_finding(found: pd.DataFrame, *, names: Mapping[str, str]) -> str:
    """Say how many pairs there are, who has somebody to call, and who can help most others.

    `found` has one row per pair: asker, partner, score.
    """
    pairs = found[found["score"] > 0]
    if pairs.empty:
        return _("Ingen par: ingen kommune ligger klart foran en annen der den vil.")
    helped = pairs.groupby("partner")["asker"].nunique().sort_values(ascending=False, kind="stable")
    most = sorted(names[code] for code in helped.index[helped == helped.iloc[0]])
    return _(
        "{pairs} mulige par: {askers} kommuner har noen å ringe. Flest kan ha nytte av {most}, "
        "{count} kommuner."
    ).format(
        pairs=len(pairs),
        askers=pairs["asker"].nunique(),
        most=_(" og ").join(most[:2]) if len(most) <= 2 else ", ".join(most[:3]),
        count=int(helped.iloc[0]),
    )

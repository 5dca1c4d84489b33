"""Why a kommune is worth calling, in a sentence made of the figures."""

from collections.abc import Mapping, Sequence

import pandas as pd

from maturity.charts.scores import behind, level
from maturity.instruments import Instrument, Kommune
from maturity.language import _, ngettext, number
from maturity.matching import Partner, of_centrality, of_distance, of_size

WEAK = 0.25  # of 1: below, a match is told as weak; a twin that has gone the whole way has 1
SAME_SIZE = 0.85  # of 1: at most two fifths more people
ALIKE = 2 / 3  # of 1, by the matching's own measure: from here on a criterion is a likeness


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
    """Say what the other has that the asker wants, how they are alike, and how they are not.

    `now` and `target` have a row per kommune and a column per dimension; `distance` is in km.
    """
    first = partner.dimensions[0]
    words = {
        "other": other.name,
        "asker": asker.name,
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
        ).format(**words)
    ]
    more = len(partner.dimensions) - 1
    if more:
        text = ngettext(
            "Også sterk på {count} til av det {asker} vil.",
            "Også sterk på {count} til av det {asker} vil.",
            more,
        )
        sentences.append(text.format(count=more, asker=asker.name))
    same = likenesses(asker=asker, other=other, distance=distance)
    unlike = differences(asker=asker, other=other, distance=distance)
    if same:
        sentences.append(_("Slik ligner de: {facts}.").format(facts=", ".join(same)))
        but = _("Men: {facts}.")
    else:
        but = _("De ligner lite på hverandre: {facts}.")
    if unlike:
        sentences.append(but.format(facts=", ".join(unlike)))
    if partner.score < WEAK:
        text = _("Treffet er svakt: {score}.")
        sentences.append(text.format(score=likeness_words(partner.score)))
    return " ".join(sentences)


def likenesses(*, asker: Kommune, other: Kommune, distance: float) -> list[str]:
    """Return what two kommuner have in common, by the matching's own measure of each criterion."""
    found = []
    if of_size(asker.population, other.population) >= SAME_SIZE:
        found.append(_("omtrent like store ({sizes})").format(sizes=_sizes(asker, other)))
    if asker.kostra_group == other.kostra_group:
        found.append(_("samme KOSTRA-gruppe ({number})").format(number=other.kostra_group))
    if asker.region == other.region:
        found.append(_("samme region ({region})").format(region=other.region))
    if asker.centrality == other.centrality:
        found.append(_("samme sentralitet ({number})").format(number=other.centrality))
    if of_distance(distance) >= ALIKE:
        found.append(_("{count} km unna").format(count=number(distance, digits=0)))
    return found


def differences(*, asker: Kommune, other: Kommune, distance: float) -> list[str]:
    """Return in what two kommuner are not alike, with the figures of both."""
    found = []
    if of_size(asker.population, other.population) < SAME_SIZE:
        found.append(_sizes(asker, other))
    if of_centrality(asker.centrality, other.centrality) < ALIKE:
        text = _("sentralitet {other} mot {asker}")
        found.append(text.format(other=other.centrality, asker=asker.centrality))
    if of_distance(distance) < ALIKE:
        found.append(_("{count} km unna").format(count=number(distance, digits=0)))
    return found


def _sizes(asker: Kommune, other: Kommune) -> str:
    return _("{other} innbyggere mot {asker}").format(
        other=number(other.population, digits=0), asker=number(asker.population, digits=0)
    )


def likeness_words(value: float) -> str:
    """Write a likeness or a match of 0 to 1: 72 av 100."""
    return _("{value} av 100").format(value=number(100 * value, digits=0))


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
    best = max(partner.score for partner in partners)
    text = _("{asker} kan ringe {others}.")
    if best < WEAK:
        text = _("{asker} kan ringe {others}, men ingen er et godt treff ({score} på det meste).")
    return text.format(asker=asker.name, others=listed, score=likeness_words(best))


def matrix_finding(found: pd.DataFrame, *, names: Mapping[str, str]) -> str:
    """Say how many pairs there are, who has somebody to call, and who can help most others.

    `found` has one row per pair: asker, partner, score.
    """
    pairs = found[found["score"] > 0]
    if pairs.empty:
        return _("Ingen par: ingen kommune ligger klart foran en annen der den vil.")
    helped = pairs.groupby("partner")["asker"].nunique().sort_values(ascending=False, kind="stable")
    most = sorted(names[code] for code in helped.index[helped == helped.iloc[0]])
    text = ngettext(
        "{pairs} mulig par: {askers} har noen å ringe. Flest kan ha nytte av {most}, {count}.",
        "{pairs} mulige par: {askers} har noen å ringe. Flest kan ha nytte av {most}, {count}.",
        len(pairs),
    )
    return text.format(
        pairs=len(pairs),
        askers=behind(None, pairs["asker"].nunique()),
        most=_(" og ").join(most[:2]) if len(most) <= 2 else ", ".join(most[:3]),
        count=behind(None, int(helped.iloc[0])),
    )

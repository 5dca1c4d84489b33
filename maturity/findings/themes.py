"""Which themes many kommuner share, in a sentence or two."""

from collections.abc import Sequence

import pandas as pd

from maturity.language import _

FEW = 6  # parts that are told one by one
MOST = 3  # themes that are told as the most shared; more where the last of them are equal


def most_shared(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the themes that most kommuner share, most first, and those that equal the last.

    `frame` has one row per theme: theme, shared (kommuner in which many name it).
    """
    own = frame[frame["shared"] > 0].sort_values("shared", ascending=False, kind="stable")
    return own if len(own) <= MOST else own[own["shared"] >= own["shared"].iloc[MOST - 1]]


def themes_finding(frame: pd.DataFrame, *, k: int) -> str:
    """Say which themes most kommuner share, in how many, and how many kommuner name any at all.

    `frame` has one row per theme: theme, shared, kommuner (in which somebody names it).
    """
    if frame.empty or not k:
        return _("Ingen temaer kan vises: for få svar, eller ingen temaer i kartleggingen.")
    top = most_shared(frame)
    sentences = [_("Ingen temaer nevnes av minst hver tredje i noen kommune.")]
    if len(top):
        told = [
            _("«{theme}» ({count})").format(theme=name, count=count)
            for name, count in zip(top["theme"], top["shared"], strict=True)
        ]
        first = _("«{theme}» ({count} av {k} kommuner)").format(
            theme=top["theme"].iloc[0], count=top["shared"].iloc[0], k=k
        )
        sentences = [
            _("Flest deler {themes}.").format(themes=_listed([first, *told[1:]])),
            _("En kommune deler et tema når minst hver tredje av dem som svarte, nevner det."),
        ]
    least, most = int(frame["kommuner"].min()), int(frame["kommuner"].max())
    sentences.append(
        _("Hvert tema nevnes av noen i {least} til {most} av de {k} kommunene.").format(
            least=least, most=most, k=k
        )
        if least < most
        else _("Hvert tema nevnes av noen i {most} av de {k} kommunene.").format(most=most, k=k)
    )
    return " ".join(sentences)


def grid_finding(grid: pd.DataFrame, *, parts: str) -> str:
    """Say which theme each part names most; of many parts, how many name which theme most.

    `parts` is what they are, in the plural. `grid` has one row per theme and part: theme, column,
    count, of (NA: withheld).
    """
    tops: dict[str, list[str]] = {}
    sentences = []
    for column, own in grid.dropna(subset=["count"]).groupby("column", sort=False):
        most = own["count"].max()
        if most > 0:
            top = own[own["count"] == most]
            for name in top["theme"]:
                tops.setdefault(str(name), []).append(str(column))
            text = _("{part}: mest nevnt er {themes}, {count} av {of}.")
            words = {"part": column, "themes": _names(top["theme"]), "count": int(most)}
            sentences.append(text.format(**words, of=int(top["of"].iloc[0])))
    withheld = grid.loc[grid["count"].isna(), "column"].nunique()
    if len(sentences) > FEW:
        ordered = sorted(tops.items(), key=lambda it: -len(it[1]))[:2]
        text = _("«{theme}» er det flest nevner i {count} av {all} {parts}.")
        sentences = [
            text.format(theme=name, count=len(own), all=len(sentences), parts=parts)
            for name, own in ordered
        ]
    if withheld:
        sentences.append(_("Holdt tilbake, for få kommuner: {count}.").format(count=withheld))
    return " ".join(sentences) or _("Ingenting å vise.")


def _names(found: "pd.Series[str]") -> str:
    names = [f"«{name}»" for name in found]
    if len(names) > 3:
        return _("{first}, {second} og {count} til").format(
            first=names[0], second=names[1], count=len(names) - 2
        )
    return _listed(names)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else _(" og ").join([", ".join(names[:-1]), names[-1]])

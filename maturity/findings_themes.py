"""Which themes many kommuner share, in a sentence or two."""

import pandas as pd

from maturity.language import _

FEW = 6  # parts that are told one by one
SHARED = 0.5  # of the kommuner: named by so many, a theme is a candidate for something joint


def shared(frame: pd.DataFrame, *, k: int) -> list[str]:
    """Return the themes that at least half of the kommuner name; most kommuner first.

    `frame` has one row per theme: theme, kommuner.
    """
    own = frame[frame["kommuner"] >= SHARED * k]
    return [
        str(name) for name in own.sort_values("kommuner", ascending=False, kind="stable")["theme"]
    ]


def themes_finding(frame: pd.DataFrame, *, k: int) -> str:
    """Say what most kommuner name, how many themes at least half of them share, and the rarest."""
    if frame.empty or not k:
        return _("Ingen temaer kan vises: for få svar, eller ingen temaer i kartleggingen.")
    most, least = frame["kommuner"].max(), frame["kommuner"].min()
    sentences = [
        _("Flest kommuner nevner {themes}: {count} av {k}.").format(
            themes=_names(frame.loc[frame["kommuner"] == most, "theme"]), count=int(most), k=k
        )
    ]
    joint = shared(frame, k=k)
    if joint:
        sentences.append(
            _("{count} av {all} temaer nevnes i minst halvparten av kommunene.").format(
                count=len(joint), all=len(frame)
            )
        )
    if least < most:
        sentences.append(
            _("Færrest nevner {themes}: {count}.").format(
                themes=_names(frame.loc[frame["kommuner"] == least, "theme"]), count=int(least)
            )
        )
    return " ".join(sentences)


def grid_finding(grid: pd.DataFrame) -> str:
    """Say which theme each part names most; of many parts, how many name which theme most.

    `grid` has one row per theme and part: theme, column, count, of (NA: withheld).
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
        text = _("«{theme}» er mest nevnt i {count} av {all}.")
        sentences = [
            text.format(theme=name, count=len(parts), all=len(sentences)) for name, parts in ordered
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
    return names[0] if len(names) == 1 else _(" og ").join([", ".join(names[:-1]), names[-1]])

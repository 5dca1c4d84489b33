"""What the heat map shows: how many kommuner, between which ends, and what is missing."""

import pandas as pd

from maturity.charts.scores import Aspect, level
from maturity.findings.scores import withheld_reason
from maturity.instruments import Instrument
from maturity.language import _, ngettext


def heat_finding(frame: pd.DataFrame, *, instrument: Instrument, aspect: Aspect) -> str:
    """Say how many kommuner are shown, the lowest and highest of all cells, and what is withheld.

    `frame` has one row per kommune and dimension: kommune, dimension, mean, withheld. Kommuner are
    not named: which is lowest of all is no message.
    """
    shown = frame.dropna(subset=["mean"])
    kommuner = shown["kommune"].nunique()
    if shown.empty:
        sentences = [_("Ingen kommune kan vises her.")]
    else:
        text = ngettext(
            "{count} kommune kan vises, med tall fra {low} til {high}.",
            "{count} kommuner kan vises, med tall fra {low} til {high}.",
            kommuner,
        )
        low = level(shown["mean"].min(), aspect=aspect)
        high = level(shown["mean"].max(), aspect=aspect)
        sentences = [text.format(count=kommuner, low=low, high=high)]
    few = frame[frame["withheld"] == "min_respondents"]
    few_whole = set(few["kommune"]) - set(shown["kommune"])
    if few_whole:
        text = ngettext(
            "{count} kommune er holdt tilbake: {reason}.",
            "{count} kommuner er holdt tilbake: {reason}.",
            len(few_whole),
        )
        sentences.append(
            text.format(count=len(few_whole), reason=withheld_reason("min_respondents"))
        )
    return " ".join(sentences)

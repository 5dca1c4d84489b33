"""What a figure shows, in a sentence or two: for alternative texts and beside the chart.

A score is always said with its level: the lowest of five high ones is not a weakness.
"""

from collections.abc import Iterable, Sequence

import pandas as pd

from maturity.charts.scores import Aspect, Series, as_shown, behind, level, series_of
from maturity.instruments import Instrument
from maturity.language import _, ngettext
from maturity.settings import thresholds


def score_finding(frame: pd.DataFrame, *, instrument: Instrument, aspect: Aspect) -> str:
    """Say where each series is highest and lowest, where two differ most, and what is withheld.

    `frame` has one row per series and dimension: series, series_kind, dimension, mean, n, k,
    withheld (None or a reason).
    """
    found = series_of(frame, instrument=instrument)
    sentences = [_extremes(series, instrument=instrument, aspect=aspect) for series in found]
    if len(found) == 2:
        sentences.append(_difference(found[0], found[1], instrument=instrument, aspect=aspect))
    sentences += [_withheld(series, instrument=instrument) for series in found]
    return " ".join(sentence for sentence in sentences if sentence)


def aim_finding(frame: pd.DataFrame, *, instrument: Instrument, way: str) -> str:
    """Say where somebody is highest and lowest today, and the sentence on the way to the target.

    `frame` is that of `score_finding`, with today as its first series and the target as its second.
    Of a group these may be of different kommuner, so `way` is not made of them.
    """
    today, *target = series_of(frame, instrument=instrument)
    sentences = [_extremes(today, instrument=instrument, aspect="now")]
    sentences += [way] if target else []
    sentences += [_withheld(series, instrument=instrument) for series in (today, *target)]
    return " ".join(sentence for sentence in sentences if sentence)


def participation_finding(frame: pd.DataFrame, rounds: Sequence[str]) -> str:
    """Say how many kommuner answered at all, in each survey round, and what is withheld.

    `frame` has one row per kommune and survey round: kommune, survey_round, round_label, state
    ("shown" | "withheld" | "none"); `rounds` are the codes of the survey rounds in their order.
    """
    answered = frame[frame["state"] != "none"]
    sentences = [
        _("{count} av {all} kommuner har svart minst én gang.").format(
            count=answered["kommune"].nunique(), all=frame["kommune"].nunique()
        )
    ]
    labels = frame.drop_duplicates("survey_round").set_index("survey_round")["round_label"]
    counts = [
        f"{labels[code]}: {(answered['survey_round'] == code).sum()}"
        for code in rounds
        if code in labels.index
    ]
    if counts:
        sentences.append(
            _("Antall kommuner per kartlegging: {counts}.").format(counts=", ".join(counts))
        )
    few = int((frame["state"] == "withheld").sum())
    if few:
        text = ngettext(
            "Ett tall er holdt tilbake: {reason}.", "{few} tall er holdt tilbake: {reason}.", few
        )
        sentences.append(text.format(few=few, reason=withheld_reason("min_respondents")))
    return " ".join(sentences)


def tile_finding(frame: pd.DataFrame, *, modules: int = 4) -> str:
    """Say how many kommuner answered in all, some and none of the modules.

    `frame` has one row per kommune: value (number of modules answered).
    """
    value = frame["value"].fillna(0)
    return _(
        "Av {all} kommuner har {full} svart i alle {modules} modulene, {some} i noen og {none} i "
        "ingen."
    ).format(
        all=len(frame),
        full=int((value >= modules).sum()),
        modules=modules,
        some=int(((value > 0) & (value < modules)).sum()),
        none=int((value == 0).sum()),
    )


def withheld_reason(code: str) -> str:
    """Say why a score is missing, in words that can follow a colon. KeyError: an unknown reason."""
    limits = thresholds()
    reasons = {
        "min_respondents": _("færre enn {limit} svar").format(limit=limits.min_respondents),
        "min_respondents_detail": _("færre enn {limit} svar").format(
            limit=limits.min_respondents_detail
        ),
        "min_kommuner": _("færre enn {limit} kommuner").format(limit=limits.min_kommuner),
        "at_an_end": _("snittet ville røpet hva hver enkelt svarte"),
        "alike": _("svarene er så like at de røper hverandre"),
        "subtraction": _("tallet ville røpet enkeltkommuner"),
        "own_pick": _("utvalget ville, alene eller sammen med andre tall, røpet enkeltkommuner"),
        "many_picks": _(
            "det er vist så mange egne grupper at ingen flere kan vises; velg en av dem på nytt"
        ),
        "not_opened": _("ikke åpnet for deg"),
        "not_answered": _("ikke besvart"),
        "not_asked": _("ikke spurt om"),
        "only_means": _("kilden har bare gjennomsnitt"),
        "few_moved": _("for få har sluttet eller kommet til"),
        "not_same_items": _("ikke de samme påstandene"),
    }
    return reasons[code]


def reasons(codes: Iterable[object]) -> str:
    """Say why some scores are missing, each reason once, in words that can follow a colon."""
    known = dict.fromkeys(code for code in codes if isinstance(code, str))
    return "; ".join(withheld_reason(code) for code in known or ("not_asked",))


def _extremes(series: Series, *, instrument: Instrument, aspect: Aspect) -> str:
    means = _means(series, instrument=instrument)
    if not means:
        return ""
    rounded = {name: as_shown(mean) for name, mean in means.items()}
    high, low = max(rounded.values()), min(rounded.values())
    words = {
        "series": series.label,
        "behind": _behind(series),
        "high": _level(high, instrument=instrument, aspect=aspect),
        "low": _level(low, instrument=instrument, aspect=aspect),
        "top": _names([name for name, mean in rounded.items() if mean == high]),
        "bottom": _names([name for name, mean in rounded.items() if mean == low]),
    }
    if high == low:
        return _("{series} ({behind}): {high} på alle.").format(**words)
    if aspect == "gap":
        return _(
            "{series} ({behind}): lengst fram til målet på {top}, {high}; "
            "kortest på {bottom}, {low}."
        ).format(**words)
    return _("{series} ({behind}): høyest på {top}, {high}; lavest på {bottom}, {low}.").format(
        **words
    )


def _difference(one: Series, other: Series, *, instrument: Instrument, aspect: Aspect) -> str:
    first, second = (_means(series, instrument=instrument) for series in (one, other))
    shared = [name for name in first if name in second]
    if not shared:
        return ""
    name = max(shared, key=lambda name: abs(first[name] - second[name]))
    ours, theirs = (level(means[name], aspect=aspect) for means in (first, second))
    if ours == theirs:
        return _("{one} og {other} er like på alle.").format(one=one.label, other=other.label)
    return _("Størst forskjell på {name}: {one} {ours}, {other} {theirs}.").format(
        name=name, one=one.label, ours=ours, other=other.label, theirs=theirs
    )


def _withheld(series: Series, *, instrument: Instrument) -> str:
    missing = series.rows[series.rows["mean"].isna()]
    if missing.empty:
        return ""
    sentences = []
    for code, rows in missing.groupby(missing["withheld"].fillna("not_answered"), sort=False):
        words = {"series": series.label, "reason": withheld_reason(str(code))}
        if len(rows) == len(series.rows):
            return _("{series} vises ikke: {reason}.").format(**words)
        names = [instrument.by_key[str(key)].label for key in rows.index]
        if len(names) <= 2:
            where = _names(names)
        else:
            where = _("{count} av {all}").format(count=len(names), all=len(series.rows))
        text = _("{series} vises ikke på {where}: {reason}.")
        sentences.append(text.format(**words, where=where))
    return " ".join(sentences)


def _means(series: Series, *, instrument: Instrument) -> dict[str, float]:
    labels = [dimension.label for dimension in instrument.dimensions]
    return {
        label: mean for label, mean in zip(labels, series.means, strict=True) if mean is not None
    }


def _behind(series: Series) -> str:
    """Say what the whole series rests on; the counts may differ from axis to axis."""
    counts = series.rows["k" if series.kind == "group" else "n"].dropna()
    if counts.empty:
        return _("antall ukjent")
    fewest, most = int(counts.min()), int(counts.max())
    whole = behind(None, most) if series.kind == "group" else behind(most, None)
    return whole if fewest == most else f"{fewest}–{whole}"


def _level(value: float, *, instrument: Instrument, aspect: Aspect) -> str:
    text = level(value, aspect=aspect)
    if aspect == "gap":
        return text
    return _("{value} av {top}").format(value=text, top=instrument.scale.max)


def _names(names: list[str]) -> str:
    if len(names) > 2:
        return _("{first}, {second} og flere").format(first=names[0], second=names[1])
    return _(" og ").join(names)

"""What an import does, before it is done: people and scores of each kommune, before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.intake.imports import Import
from maturity.language import _, date, number
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.view import Table
from maturity.views.choosers import alphabetically


@dataclass(frozen=True, kw_only=True)
class Effect:
    """The effect in tables and sentences; `scores` by framework and aspect, as they are named."""

    people: Table
    scores: dict[str, Table]
    said: tuple[str, ...]


def effect(
    before: queries.Data | None,
    after: queries.Data,
    people: pd.DataFrame,
    *,
    viewer: Viewer,
    survey_round: str,
    kommuner: frozenset[str],
    in_force: Iterable[Import],
) -> Effect:
    """Return what changes between two versions; `people` as `intake.effect.people_changed`.

    `kommuner` are those in the file, which belongs to `survey_round`; `in_force` the imports
    before it.
    """
    own = people[people["survey_round"] == survey_round]
    elsewhere = people[people["survey_round"] != survey_round]
    said = [
        *_replaced(in_force, survey_round=survey_round, kommuner=kommuner),
        *_cleared(elsewhere),
        *_thresholds(before, after, viewer=viewer, survey_round=survey_round, kommuner=kommuner),
    ]
    return Effect(
        people=_people(own[own["kommune"].isin(sorted(kommuner))]),
        scores=_scores(before, after, viewer=viewer, survey_round=survey_round, kommuner=kommuner),
        said=tuple(said),
    )


def _people(found: pd.DataFrame) -> Table:
    counts = {str(it["kommune"]): it for it in found.to_dict("records")}
    known = reference().kommuner
    columns = ("before", "after", "added", "changed", "removed")
    rows = [
        (known[code].name, *(_count(int(counts[code][it])) for it in columns))
        for code in alphabetically(counts)
    ]
    return Table(
        heads=(_("Kommune"), _("Før"), _("Etter"), _("Nye"), _("Endret"), _("Fjernet")),
        rows=tuple(rows),
        notes=(_("Antall svarpersoner (for en fil med bare gjennomsnitt: antall snitt)."),),
    )


def _count(count: int) -> str:
    """Write a count; of few it is told that they are few."""
    least = thresholds().min_respondents
    return _("færre enn {n}").format(n=least) if 0 < count < least else number(count, digits=0)


def _replaced(
    in_force: Iterable[Import], *, survey_round: str, kommuner: frozenset[str]
) -> Iterable[str]:
    for earlier in in_force:
        both = kommuner & set(earlier.kommuner)
        if earlier.survey_round == survey_round and both:
            yield _("Erstatter svarene fra {names} i «{file}», lest inn {when}.").format(
                names=_names(both), file=earlier.file, when=date(earlier.when)
            )


def _cleared(elsewhere: pd.DataFrame) -> Iterable[str]:
    gone = elsewhere[elsewhere["removed"] > 0]
    if len(gone):
        yield _("Eksempeldataene fjernes, siden ekte svar leses inn: {n} kartlegginger.").format(
            n=gone["survey_round"].nunique()
        )


def _thresholds(
    before: queries.Data | None,
    after: queries.Data,
    *,
    viewer: Viewer,
    survey_round: str,
    kommuner: frozenset[str],
) -> Iterable[str]:
    was, now = (_shown(it, viewer=viewer, survey_round=survey_round) for it in (before, after))
    least = thresholds().min_respondents
    if fallen := was - now:
        yield _("Faller under grensen på {n} svar, så tallene skjules: {names}.").format(
            n=least, names=_names(fallen)
        )
    if few := kommuner - now - was:
        yield _("Har færre enn {n} svar, så tallene vises ikke: {names}.").format(
            n=least, names=_names(few)
        )
    if risen := now - was if before is not None else frozenset():
        yield _("Får tall som vises, og hadde det ikke før: {names}.").format(names=_names(risen))


def _shown(data: queries.Data | None, *, viewer: Viewer, survey_round: str) -> frozenset[str]:
    if data is None:
        return frozenset()
    found = queries.participation(data, viewer=viewer)
    told = found[(found["survey_round"] == survey_round) & found["n"].notna()]
    return frozenset(told["kommune"])


def _scores(
    before: queries.Data | None,
    after: queries.Data,
    *,
    viewer: Viewer,
    survey_round: str,
    kommuner: frozenset[str],
) -> dict[str, Table]:
    known = reference()
    asked = queries.rounds(after, viewer=viewer)
    found = {}
    for key in asked[asked["survey_round"] == survey_round]["instrument"]:
        instrument = known.instruments[key]
        for aspect in ("now", "target"):
            where = {"survey_round": survey_round, "instrument": key, "aspect": aspect}
            sides = [
                _means(data, viewer=viewer, **where) if data is not None else {}
                for data in (before, after)
            ]
            if not sides[1]:
                continue
            rows = tuple(
                (
                    known.kommuner[code].name,
                    *(_cell([it.get((code, dim)) for it in sides]) for dim in instrument.by_key),
                )
                for code in alphabetically(kommuner)
            )
            heads = [it.label for it in instrument.dimensions]
            note = _("Før → etter. «–» er ingen svar, «…» holdes tilbake fordi det er få svar.")
            found[f"{instrument.label}: {aspects(instrument)[aspect].lower()}"] = Table(
                heads=(_("Kommune"), *heads), rows=rows, notes=(note,)
            )
    return found


def _means(
    data: queries.Data, *, viewer: Viewer, survey_round: str, instrument: str, aspect: str
) -> dict[tuple[str, str], str]:
    frame = queries.scores_by_kommune(
        data, viewer=viewer, survey_round=survey_round, instrument=instrument, aspect=aspect
    )
    return {
        (str(row["kommune"]), str(row["dimension"])): (
            "…" if pd.isna(row["mean"]) else number(row["mean"])
        )
        for row in frame.to_dict("records")
    }


def _cell(sides: Sequence[str | None]) -> str:
    was, now = (it or "–" for it in sides)
    return now if was == now else f"{was} → {now}"


def _names(kommuner: Iterable[str]) -> str:
    known = reference().kommuner
    return ", ".join(known[code].name for code in alphabetically(kommuner))

"""What an import does, before it is done: people and scores of each kommune, before and after."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd
from babel.lists import format_list

from maturity import language, queries
from maturity.access import Viewer
from maturity.aspects import aspects
from maturity.intake.imports import Import
from maturity.intake.standing import standing
from maturity.language import _, date, number
from maturity.reference import reference
from maturity.serving_difference import Difference
from maturity.settings import thresholds
from maturity.view import Table
from maturity.views.choosers import alphabetically
from maturity.views.versions import hidden, moved_in

FEW = "…"  # what is withheld in a narrow cell; a note says so


@dataclass(frozen=True, kw_only=True)
class Effect:
    """The effect in tables and sentences; `scores` by framework and aspect, as they are named."""

    people: Table
    scores: dict[str, Table]
    said: tuple[str, ...]


def effect(
    before: queries.Data | None,
    after: queries.Data,
    *,
    viewer: Viewer,
    survey_round: str,
    kommuner: frozenset[str],
    in_force: Iterable[Import],
) -> Effect:
    """Return what changes between two versions of the data, withheld as the pages withhold it.

    `kommuner` are those in the file, which belongs to `survey_round`; `in_force` the imports
    before it. Nothing of `after` is kept: it may be gone in a moment.
    """
    sides = tuple(
        _people(data, viewer=viewer, survey_round=survey_round) for data in (before, after)
    )
    said = [
        *_replaced(in_force, survey_round=survey_round, kommuner=kommuner),
        *_cleared(before, after),
        *_thresholds(*(frozenset(it) for it in sides), kommuner=kommuner, first=before is None),
    ]
    if before is not None:
        scores = moved_in(before, after, viewer=viewer, survey_round=survey_round)
        # Of those who fall altogether it is told already.
        still = kommuner & sides[1].keys()
        said += _hidden(scores[scores["kommune"].isin(still)])
    return Effect(
        people=_who(before, after, sides, viewer=viewer, where=(survey_round, kommuner)),
        scores=_scores(before, after, viewer=viewer, survey_round=survey_round, kommuner=kommuner),
        said=tuple(said),
    )


def _people(data: queries.Data | None, *, viewer: Viewer, survey_round: str) -> dict[str, int]:
    """Return how many people of each kommune answered, of those that it is told of."""
    if data is None:
        return {}
    found = queries.participation(data, viewer=viewer)
    told = found[(found["survey_round"] == survey_round) & found["n"].notna()]
    return dict(zip(told["kommune"], told["n"].astype(int), strict=True))


def _who(
    before: queries.Data | None,
    after: queries.Data,
    sides: Sequence[dict[str, int]],
    *,
    viewer: Viewer,
    where: tuple[str, frozenset[str]],
) -> Table:
    """Return people before and after, and answers that are new, others and gone."""
    survey_round, kommuner = where
    known = reference().kommuner
    heads = [_("Kommune"), _("Svarpersoner før"), _("Svarpersoner etter")]
    changes: dict[str, tuple[str, ...]] = {}
    if before is not None:
        heads += [_("Nye svar"), _("Endrede svar"), _("Fjernede svar")]
        frame = queries.answers_changed(Difference(before, after), viewer=viewer)
        own = frame[frame["survey_round"] == survey_round]
        for it in own.to_dict("records"):
            counts = (it[name] for name in ("added", "changed", "removed"))
            changes[str(it["kommune"])] = tuple(
                FEW if pd.isna(count) else number(count, digits=0) for count in counts
            )
    rows = tuple(
        (
            known[code].name,
            *(number(it[code], digits=0) if code in it else "–" for it in sides),
            *(changes.get(code, ("0", "0", "0")) if before is not None else ()),
        )
        for code in alphabetically(kommuner)
    )
    least = thresholds().min_respondents
    note = _("«–» er færre enn {n} svarpersoner, eller ingen. «…» holdes tilbake av samme grunn.")
    return Table(heads=tuple(heads), rows=rows, notes=(note.format(n=least),))


def _replaced(
    in_force: Iterable[Import], *, survey_round: str, kommuner: frozenset[str]
) -> Iterator[str]:
    imports = list(in_force)
    whose = standing(imports)  # what others have replaced since, this one does not
    for earlier in imports:
        both = {it for it in kommuner if whose.get((survey_round, it)) == earlier.version}
        if both:
            yield _("Erstatter svarene fra {names} i «{file}», lest inn {when}.").format(
                names=_names(both), file=earlier.file, when=date(earlier.when)
            )


def _cleared(before: queries.Data | None, after: queries.Data) -> Iterator[str]:
    if before is not None and before.all_invented and not after.all_invented:
        yield _("Alle eksempeldata fjernes, siden ekte svar leses inn.")


def _thresholds(
    was: frozenset[str], now: frozenset[str], *, kommuner: frozenset[str], first: bool
) -> Iterator[str]:
    least = thresholds().min_respondents
    if fallen := (was - now) & kommuner:
        yield _("Faller under grensen på {n} svar, så tallene skjules: {names}.").format(
            n=least, names=_names(fallen)
        )
    if few := kommuner - now - was:
        yield _("Har færre enn {n} svar, så tallene vises ikke: {names}.").format(
            n=least, names=_names(few)
        )
    if (risen := (now - was) & kommuner) and not first:
        yield _("Får tall som vises, og hadde det ikke før: {names}.").format(names=_names(risen))


def _hidden(scores: pd.DataFrame) -> Iterator[str]:
    """Say which scores of kommuner that stay above the threshold fall below it."""
    least = thresholds().min_respondents
    known = reference()
    for code, own in hidden(scores).groupby("kommune"):
        names = dict.fromkeys(
            known.instruments[it["instrument"]].by_key[it["dimension"]].label
            for it in own.to_dict("records")
        )
        yield _(
            "Faller under grensen på {n} svar i {kommune}, så tallene skjules: {names}."
        ).format(
            n=least,
            kommune=known.kommuner[str(code)].name,
            names=format_list(list(names), locale=language.current()),
        )


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
            FEW if pd.isna(row["mean"]) else number(row["mean"])
        )
        for row in frame.to_dict("records")
    }


def _cell(sides: Sequence[str | None]) -> str:
    was, now = (it or "–" for it in sides)
    return now if was == now else f"{was} → {now}"


def _names(kommuner: Iterable[str]) -> str:
    known = reference().kommuner
    names = [known[code].name for code in alphabetically(kommuner)]
    return str(format_list(names, locale=language.current()))

"""One kommune's changes, with what chance can give, and whose answers they are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import moved
from maturity.findings.scores import withheld_reason
from maturity.findings.slope import step_words
from maturity.kept import kept
from maturity.language import _, ngettext
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.uncertainty import Answers, Difference, difference
from maturity.view import Table
from maturity.views.compare_panel import Lines
from maturity.views.development import (
    Step,
    between,
    by_kommune,
    common,
    ends,
    same_people,
    source_of,
)
from maturity.views.development_panel import about
from maturity.views.development_people import split
from maturity.views.kommune import answered
from maturity.views.limits import names
from maturity.views.rounds import offered
from maturity.views.score_frame import kommune_scores


@dataclass(frozen=True, kw_only=True)
class OwnChange:
    """What is said of one kommune; `table` is None where nothing can be shown."""

    title: str
    finding: str
    table_title: str
    table: Table | None
    panel: Lines


def header_of(viewer: Viewer, *, step: Step) -> str:
    """Return what stands over the lines: of every kommune, or of those that are seen."""
    if viewer.knows_all([step.instrument]):
        return _("Hvordan gikk det i hver kommune?")
    return _("Hvordan gikk det i {kommuner}?").format(kommuner=names(viewer.knows(step.instrument)))


@kept
def own_change(
    data: queries.Data, *, viewer: Viewer, step: Step, kommune: str, dimension: str
) -> OwnChange:
    """Return one kommune's change on every dimension, each with its verdict and its split.

    The sentences take up one of them, `dimension`.
    """
    moves = by_kommune(data, viewer=viewer, step=step)
    rows = moves[(moves["kommune"] == kommune) & moves["withheld"].isna()]
    name = reference().kommuner[kommune].name
    question = _("{kommune}: er endringen mer enn tilfeldig?").format(kommune=name)
    if rows.empty:
        finding = _why_not(data, viewer=viewer, step=step, kommune=kommune)
        return OwnChange(title=question, finding=finding, table_title="", table=None, panel=[])
    instrument = reference().instruments[step.instrument]
    moved = {str(row["dimension"]): row for row in rows.to_dict("records")}
    verdicts = {key: _verdict(row) for key, row in moved.items()}
    parts = same_people(data, viewer=viewer, step=step)
    parted = parts[parts["kommune"] == kommune].to_dict("records")
    own = {str(row["dimension"]): row for row in parted}
    withheld = moves[(moves["kommune"] == kommune) & moves["withheld"].notna()]
    gone = dict(zip(withheld["dimension"], withheld["withheld"], strict=True))
    body: list[tuple[str, str, str, str]] = []
    for key, one in instrument.by_key.items():
        if key not in moved:
            why = common(data, viewer=viewer, step=step)[key] or gone.get(key, "not_answered")
            body.append((one.label, withheld_reason(why), "", ""))
            continue
        row = moved[key]
        body.append(
            (
                one.label,
                step_words(float(row["earlier"]), float(row["later"])),
                _chance(verdicts[key], row),
                split(row, own.get(key)),
            )
        )
    label = instrument.by_key[dimension].label
    taken_up = []
    for name_of_one, words, chance, whose in body:
        if name_of_one == label and dimension in moved:
            text = _("{name}: {step}; {chance}. Hvem har endret svar? {split}.")
            if verdicts[dimension].verdict == "unknown":  # what is said of all says it already
                text = _("{name}: {step}. Hvem har endret svar? {split}.")
            first = whose[:1].upper() + whose[1:]
            taken_up.append(text.format(name=label, step=words, chance=chance, split=first))
    earlier, later = ends(data, viewer=viewer, step=step)
    title = _("Endring i {kommune}: {what}").format(kommune=name, what=between(step))
    heads = (
        _("Generasjon") if instrument.ordered else _("Evne"),
        _("{earlier} → {later}").format(earlier=earlier.label, later=later.label),
        _("Mer enn tilfeldig?"),
        _("Hvem har endret svar?"),
    )
    return OwnChange(
        title=question,
        finding=" ".join([_counts(rows, name=name), _certainty(verdicts, rows), *taken_up]),
        table_title=title,
        table=Table(
            heads=heads,
            rows=tuple(body),
            notes=(source_of(data, viewer=viewer, step=step),),
        ),
        panel=about(
            data,
            viewer=viewer,
            step=step,
            kommune=kommune,
            beside=_("Kommunen med seg selv i to kartlegginger."),
            sure=_(
                "Endringen holdes opp mot det to tilfeldig like grupper av denne størrelsen ville "
                "skille seg med i 19 av 20 tilfeller (Welch). Under {limit} svar sies det ikke."
            ).format(limit=thresholds().min_respondents_detail),
        ),
    )


def _verdict(row: Mapping[Any, Any]) -> Difference:
    before, after = (
        Answers(mean=float(row[when]), sd=float(row[f"sd_{when}"]), n=int(row[f"n_{when}"]))
        for when in ("earlier", "later")
    )
    return difference(before, after)


def _chance(verdict: Difference, row: Mapping[Any, Any]) -> str:
    if row["no_spread"] == "not_opened":
        return _("kan ikke sies: spredningen er ikke åpnet for deg")
    if row["no_spread"] in ("only_means", "alike"):
        return _("kan ikke sies: {reason}").format(reason=withheld_reason(row["no_spread"]))
    return verdict.words


def _counts(rows: pd.DataFrame, *, name: str) -> str:
    ways = pd.Series([moved(*step) for step in zip(rows["earlier"], rows["later"], strict=True)])
    return _("{kommune} gikk opp på {up} av {all}, ned på {down}, og {same} er uendret.").format(
        kommune=name,
        up=int((ways > 0).sum()),
        down=int((ways < 0).sum()),
        same=int((ways == 0).sum()),
        all=len(ways),
    )


def _certainty(verdicts: dict[str, Difference], rows: pd.DataFrame) -> str:
    known = [it for it in verdicts.values() if it.verdict != "unknown"]
    if known:
        sure = sum(it.verdict == "beyond_chance" for it in known)
        if not sure:
            return _("Ingen av endringene er større enn det tilfeldigheter kan gi.")
        text = ngettext(
            "{sure} av {all} endring er større enn det tilfeldigheter kan gi.",
            "{sure} av {all} endringer er større enn det tilfeldigheter kan gi.",
            len(known),
        )
        return text.format(sure=sure, all=len(known))
    if (rows["no_spread"] == "not_opened").any():
        return _("Om endringene er mer enn tilfeldige, kan ikke sies: spredningen er ikke åpnet.")
    if (rows["no_spread"] == "only_means").all():
        return _(
            "Om endringene er mer enn tilfeldige, kan ikke sies: en av kildene har bare "
            "gjennomsnitt."
        )
    return _("Svarene er for få til å si om endringene er mer enn tilfeldige.")


def _why_not(data: queries.Data, *, viewer: Viewer, step: Step, kommune: str) -> str:
    """Say in which of the two rounds a kommune cannot be shown, why, and what can be done."""
    name = reference().kommuner[kommune].name
    sentences = []
    for asked in ends(data, viewer=viewer, step=step):
        rows = kommune_scores(
            data,
            viewer=viewer,
            survey_round=asked.survey_round,
            instrument=step.instrument,
            aspect=step.aspect,
        ).get(kommune)
        if rows is None:
            sentences.append(
                _("{kommune} har ikke svart i {round}.").format(kommune=name, round=asked.label)
            )
        elif rows["mean"].isna().all():
            code = str(rows["withheld"].dropna().iloc[0])
            sentences.append(
                _("{kommune} vises ikke i {round}: {reason}.").format(
                    kommune=name, round=asked.label, reason=withheld_reason(code)
                )
            )
    if not sentences:
        sentences.append(_("{kommune} har ingen svar som kan sammenlignes.").format(kommune=name))
    rounds = offered(data, viewer=viewer)[step.instrument]
    own = answered(data, viewer=viewer, kommune=kommune)
    if sum(it.shown and it.survey_round in rounds for it in own) > 1:
        sentences.append(_("Velg to kartlegginger som kommunen er med i, eller en annen kommune."))
    else:
        sentences.append(
            _("Endring vises når kommunen har tall fra to kartlegginger. Velg en annen kommune.")
        )
    return " ".join(sentences)

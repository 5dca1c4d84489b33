"""What the panels beside the charts on change answer."""

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.charts.scores import behind
from maturity.findings.change import not_the_same
from maturity.findings.scores import withheld_reason
from maturity.findings.slope import not_shown, same_questions
from maturity.instruments import Instrument
from maturity.kept import kept
from maturity.language import _, date, ngettext
from maturity.reference import reference
from maturity.views.compare_panel import Lines
from maturity.views.development import Step, by_kommune, common, ends, same_people, whole_change
from maturity.views.limits import not_seen


@kept
def about(
    data: queries.Data,
    *,
    viewer: Viewer,
    step: Step,
    beside: str,
    sure: str,
    kommune: str | None = None,
    whole: bool = False,
) -> Lines:
    """Return the panel of a chart; `beside` says what is compared with what, `sure` how sure.

    With `kommune`, which must be shown both times, of that one alone; `whole`: of all that count,
    whether this reader sees them or not.
    """
    unseen = whole and not viewer.knows_all([step.instrument])
    frame = by_kommune(data, viewer=viewer, step=step)
    if kommune is not None:
        frame = frame[frame["kommune"] == kommune]
    instrument = reference().instruments[step.instrument]
    rounds = ends(data, viewer=viewer, step=step)
    return [
        (
            _("Hvem har svart?"),
            _counted(whole_change(data, viewer=viewer, step=step))
            if unseen
            else _who(frame, alone=kommune is not None),
        ),
        (_("Når?"), tuple(f"{it.label}: {date(it.answered_at)}" for it in rounds)),
        (
            _("Samme spørsmål?"),
            tuple(same_questions(common(data, viewer=viewer, step=step), instrument=instrument)),
        ),
        (
            _("Samme personer?"),
            (
                _("Det sies bare til kommunen selv: enkeltsvar åpnes ikke for andre.")
                if unseen or (kommune is not None and kommune not in viewer.kommuner)
                else people_known(data, viewer=viewer, step=step, kommune=kommune),
            ),
        ),
        (
            _("Hva mangler?"),
            _missing(data, viewer=viewer, step=step)
            if kommune is None
            else (_left_out(frame, instrument),),
        ),
        (_("Hvor sikkert?"), (sure,)),
        (_("Hvem sammenlignes det med?"), (beside,)),
        (_("Hvilke data?"), (_("Dataversjon {version}").format(version=data.version),)),
    ]


def people_known(
    data: queries.Data, *, viewer: Viewer, step: Step, kommune: str | None = None
) -> str:
    """Say whether the people of two rounds can be told to be the same, and if not, why."""
    frame = same_people(data, viewer=viewer, step=step)
    if kommune is not None:
        frame = frame[frame["kommune"] == kommune]
    shown = frame[frame["withheld"].isna()]
    if len(shown) and kommune is not None:
        return _("Noen av dem: tabellen sier hvor mange som er de samme, sluttet og kom til.")
    if len(shown):
        kommuner = behind(None, shown["kommune"].nunique())
        text = _("De samme personene kan følges i {kommuner}; andre har kommet til eller sluttet.")
        return text.format(kommuner=kommuner)
    if len(frame):
        return _("Kan ikke vises: for få personer er de samme, eller for få er byttet ut.")
    if "only_means" in common(data, viewer=viewer, step=step).values():
        return _("Det vet vi ikke: en av kildene har bare gjennomsnitt, ingen enkeltsvar.")
    return _(
        "Det vet vi ikke: personene kan bare følges mellom to kartlegginger på rad, og bare der "
        "svarene er levert på samme måte begge ganger."
    )


def _who(frame: pd.DataFrame, *, alone: bool) -> tuple[str, ...]:
    shown = frame[frame["withheld"].isna()]
    if shown.empty:
        return (_("Ingen kommuner kan vises i begge kartleggingene."),)
    most = shown.groupby("kommune")[["n_earlier", "n_later"]].max().sum()
    answers = _("{before} første gang og {after} andre gang.").format(
        before=behind(int(most["n_earlier"]), None), after=behind(int(most["n_later"]), None)
    )
    if alone:
        return (answers,)
    kommuner = behind(None, shown["kommune"].nunique())
    return _("{kommuner} kan vises begge ganger.").format(kommuner=kommuner), answers


def _counted(frame: pd.DataFrame) -> tuple[str, ...]:
    """Say how many kommuner count, to one who does not see them all."""
    known = frame.dropna(subset=["k"])
    if known.empty:
        return (not_shown(frame),)
    if "k_earlier" in known:
        return (not_the_same(known),)
    return (_("{kommuner} teller med i Nordland.").format(kommuner=behind(None, known["k"].max())),)


def _missing(data: queries.Data, *, viewer: Viewer, step: Step) -> tuple[str, ...]:
    frame = by_kommune(data, viewer=viewer, step=step)
    few = frame.groupby("kommune")["withheld"].apply(lambda codes: codes.notna().all())
    count = int(few.sum()) if len(few) else 0
    earlier, later = ends(data, viewer=viewer, step=step)
    lines = []
    if "k_earlier" not in whole_change(data, viewer=viewer, step=step):
        text = _("Kommuner som ikke har svart både i {earlier} og {later}, er ikke med.")
        lines.append(text.format(earlier=earlier.label, later=later.label))
    if count:
        text = ngettext(
            "{count} kommune er holdt tilbake: {reason}.",
            "{count} kommuner er holdt tilbake: {reason}.",
            count,
        )
        lines.append(text.format(count=count, reason=withheld_reason("min_respondents")))
    return (*lines, *not_seen(viewer=viewer, instrument=step.instrument))


def _left_out(frame: pd.DataFrame, instrument: Instrument) -> str:
    gone = len(instrument.by_key) - int(frame["withheld"].isna().sum())
    if not gone:
        return _("Ingenting av det som er valgt.")
    text = _("{count} av {all} kan ikke sammenlignes; tabellen sier hvorfor.")
    return text.format(count=gone, all=len(instrument.by_key))

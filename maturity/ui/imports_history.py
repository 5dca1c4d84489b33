"""Every import with who, when, file, rows and effect; and a version of it opened as it was."""

from collections.abc import Iterator, Sequence

import streamlit as st

from maturity.intake.imports import Import
from maturity.intake.standing import Effect, effects, in_force
from maturity.intake.telling import done
from maturity.intake.telling_effects import in_short, of_decisions
from maturity.language import _, number
from maturity.reference import reference
from maturity.ui import older
from maturity.ui.event_words import moment
from maturity.ui.links import FILES
from maturity.ui.looking import Looker
from maturity.ui.table import table_html


def table(history: Sequence[Import]) -> str:
    """Return all imports and undoings, the newest first, as HTML."""
    if not history:
        return _("Ingenting er lest inn ennå.")
    did = effects(history)
    undone = {it.undoes for it in history}
    heads = [_("Versjon"), _("Fil"), _("Hva"), _("Når"), _("Hvem"), _("Rader"), _("Svar")]
    rows = [
        [
            str(it.version),
            "\n".join([it.file, round_of(it), *_table(it)]),
            _effect(it, did[it.version], undone=it.version in undone),
            moment(it.when),
            it.who,
            number(it.rows, digits=0),
            _("oppdiktet") if it.invented else _("ekte"),
        ]
        for it in reversed(history)
    ]
    return table_html(heads, rows, title=_("Alle innlesinger, den nyeste først"))


def _table(it: Import) -> Iterator[str]:
    """Say which table of its file it was, where that has several."""
    if it.table:
        yield _("Arket «{name}»").format(name=it.table)


def _effect(it: Import, did: Effect, *, undone: bool) -> str:
    """Say what was done, and below it to how many kommuner; of the oldest that is not noted."""
    told = [done(it, undone=undone)]
    if it.kommuner:
        told.append(_("Kommuner: {effect}").format(effect=in_short(did)))
    told.append(of_decisions(len(it.corrected), len(it.left_out)))
    return "\n".join(line for line in told if line)


def label(it: Import) -> str:
    """Name a commit where one is chosen."""
    return f"{it.version}: {done(it, undone=False)} {moment(it.when)}, {it.source}, {round_of(it)}"


def round_of(it: Import) -> str:
    """Name the survey round of an import; its code where its module is not noted."""
    programme = reference().programme
    modules = {one.key: one.label for one in programme.modules}
    phases = {one.key: one.label.lower() for one in programme.phases}
    if it.module not in modules or it.survey_round != f"{it.module}-{it.phase}":
        return it.survey_round
    return f"{modules[it.module]}, {phases.get(it.phase or '', it.phase)}"


def with_answers(history: Sequence[Import]) -> dict[int, Import]:
    """Return the versions that have answers to show, the newest first."""
    return {it.version: it for it in reversed(history) if in_force(history, until=it.version)}


def choose_version(heading: str, history: Sequence[Import], *, key: str, first: int) -> int | None:
    """Let the reader choose among the versions with answers; `first` of them stands there."""
    offered = with_answers(history)
    return st.selectbox(
        heading,
        list(offered),
        index=min(first, len(offered) - 1) if offered else None,
        format_func=lambda it: label(offered[it]),
        key=key,
        width=760,
    )


def open_one(history: Sequence[Import], looker: Looker | None) -> None:
    """Let the reader open an earlier version, on all pages."""
    version = choose_version(_("Dataversjon"), history, key="imports-version", first=1)
    st.text(
        _(
            "Alle sider viser versjonen slik den var, til du går tilbake. Ingenting endres, og "
            "bare du ser den."
        )
    )
    if st.button(_("Åpne versjonen"), key="imports-open", disabled=version is None):
        if looker is not None:
            looker.note("older", detail=_("versjon {n}").format(n=version))
        if version is not None:
            older.look_at(version)
        spoken = {key: st.query_params[key] for key in ("lang",) if key in st.query_params}
        st.switch_page(FILES[""], query_params=spoken)

"""The proof that a file is in: the radar of what it brought."""

from functools import partial

import streamlit as st

from maturity import queries
from maturity.intake.brought import Brought
from maturity.intake.own_layout import written
from maturity.intake.telling import counted
from maturity.language import _
from maturity.reference import reference
from maturity.settings import answers_path
from maturity.ui import frame
from maturity.ui.chart import shown
from maturity.ui.download import hand_out
from maturity.ui.importing import Importer
from maturity.ui.visit import visit
from maturity.views.choosers import alphabetically
from maturity.views.compare import compared
from maturity.views.rounds import offered
from maturity.views.score_frame import Comparison


def done(file: Brought, *, who: Importer, key: str) -> None:
    """Say what was taken in, and draw it for a kommune that it brought answers from."""
    assert file.done is not None and file.round is not None  # noqa: S101
    st.success(counted(file.done))
    _offer_layout(file, who=who, key=key)
    assert file.done.version is not None  # noqa: S101  # it was taken in
    now = visit()  # may be of the version before, while another import is prepared
    data = queries.since(answers_path(), file.done.version)
    rounds = offered(data, viewer=now.viewer)
    answered = [it for it in rounds if file.round.survey_round in rounds[it]]
    if not answered:
        st.text(_("Ingen kommune har svar nok til at tallene kan vises."))
        return
    known = reference()
    whom, what = st.columns(2)
    with whom:
        kommune = st.selectbox(
            _("Kommune"),
            alphabetically(file.done.checked.kommuner),
            format_func=lambda it: known.kommuner[it].name,
            key=f"{key}-kommune",
        )
    with what:
        instrument = st.selectbox(
            _("Rammeverk"),
            answered,
            format_func=lambda it: known.instruments[it].label,
            key=f"{key}-instrument",
        )
    asked = Comparison(
        instrument=instrument,
        survey_round=file.round.survey_round,
        aspect="now",
        kommuner=(kommune,),
        groups=("nordland",),
    )
    (view,) = compared(data, viewer=now.viewer, asked=asked, way="radar")
    shown(view, dark=frame.dark())


def _offer_layout(file: Brought, *, who: Importer, key: str) -> None:
    """Offer the layout that was made for the file; it is kept, and found again by its headings."""
    layout = file.decisions.layout
    if layout is None:
        return
    st.text(
        _("Oppsettet er tatt vare på: neste fil med de samme overskriftene leses som denne.")
        if file.kept
        else _("Oppsettet kunne ikke tas vare på. Last det ned, så det ikke må lages på nytt.")
    )
    hand_out(
        _("Last ned oppsettet (TOML)"),
        write=lambda: who.taking(f"{layout.key}.toml", partial(written, layout)),
        file_name=f"{layout.key}.toml",
        mime="application/toml",
        key=f"{key}-layout",
    )

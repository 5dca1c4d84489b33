"""What differs between two versions: answers by kommune, and scores before and after."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.exports.about import About, file_name
from maturity.exports.csv_file import write_csv
from maturity.intake.imports import Import
from maturity.language import _
from maturity.reference import reference
from maturity.serving_difference import difference
from maturity.settings import answers_path
from maturity.ui.download import download
from maturity.ui.imports_history import choose_version
from maturity.ui.imports_words import answer_rows, heads_of_answers, heads_of_scores, score_rows
from maturity.ui.looking import Looker
from maturity.ui.table import table_html
from maturity.views.choosers import alphabetically
from maturity.views.versions import moved

COMPARED = "imports-compared"


def compare(history: Sequence[Import], looker: Looker | None, *, viewer: Viewer) -> None:
    """Let the reader choose two versions, and say what differs once they ask."""
    left, right = st.columns(2, gap="small")
    with left:
        first = choose_version(_("Før"), history, key="imports-before", first=1)
    with right:
        second = choose_version(_("Etter"), history, key="imports-after", first=0)
    chosen = (first, second)
    if first is None or second is None or first == second:
        st.text(_("Velg to forskjellige versjoner."))
        return
    if st.button(_("Sammenlign versjonene"), key="imports-compare"):
        if looker is not None:
            looker.note("compared", detail=_("versjon {n} og {m}").format(n=first, m=second))
        st.session_state[COMPARED] = chosen
    if st.session_state.get(COMPARED) == chosen:
        _differences(first, second, viewer=viewer)


def _differences(first: int, second: int, *, viewer: Viewer) -> None:
    before, after = (queries.at(answers_path(), it) for it in (first, second))
    answers = queries.answers_changed(difference(before, after), viewer=viewer)
    scores = moved(before, after, viewer=viewer)
    title = _("Versjon {n} mot versjon {m}").format(n=first, m=second)
    if answers.empty:
        st.text(_("Ingen svar er forskjellige."))
        return
    st.html(
        table_html(
            heads_of_answers(),
            answer_rows(answers, scores),
            title=_("Svar som er nye, endret eller borte"),
            notes=[title],
        )
    )
    if scores.empty:
        st.text(_("Ingen skår er forskjellige."))
        return
    known = reference().kommuner
    kommune = st.selectbox(
        _("Kommune"),
        alphabetically(scores["kommune"].unique()),
        format_func=lambda it: known[it].name,
        key="imports-kommune",
        width=560,
    )
    shown = score_rows(scores[scores["kommune"] == kommune])
    heads = heads_of_scores()
    st.html(table_html(heads, shown, title=_("Skår før og etter"), notes=[title]))
    download(
        _("Last ned {format}").format(format="CSV"),
        write=partial(_file, scores, title, invented=before.all_invented and after.all_invented),
        file_name=file_name(title, extension=".csv"),
        mime="text/csv",
        key="imports-file",
        kommuner=frozenset(scores["kommune"]),
    )


def _file(scores: pd.DataFrame, title: str, *, invented: bool) -> bytes:
    notice = _("Eksempeldata") if invented else ""
    about = About(title=title, source=title, notice=notice)
    return write_csv(pd.DataFrame(score_rows(scores), columns=heads_of_scores()), about)

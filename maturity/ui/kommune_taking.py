"""Taking all of a kommune's page away: as slides to change, or as a report to read."""

from functools import partial

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.exports.report import write_report
from maturity.language import _
from maturity.ui.download import download
from maturity.ui.links import FILES
from maturity.ui.taking import take_deck
from maturity.views.kommune import OwnKommune
from maturity.views.kommune_figures import figures
from maturity.views.kommune_report import report_name, report_of, title_of


def taking(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> None:
    """Offer the page's figures, in their order, as slides and in a report."""
    st.header(_("Ta med til ledergruppen"), anchor="ta-med")
    st.text(
        _(
            "Lysbildene har én figur hver, med tallene i, og kan endres. Rapporten har figurene, "
            "tabellene og det folk har skrevet, og kan leses av skjermlesere og skrives ut."
        )
    )
    with st.container(horizontal=True, gap="small"):
        download(
            _("Ta med som {format}").format(format=_("rapport (PDF)")),
            write=lambda: write_report(report_of(data, viewer=viewer, asked=asked)),
            file_name=report_name(asked.kommune),
            mime="application/pdf",
            key="take-report",
            kommuner=frozenset({asked.kommune}),
        )
        take_deck(
            partial(figures, data, viewer=viewer, asked=asked),
            title=title_of(asked.kommune),
            version=data.version,
            kommuner=frozenset({asked.kommune}),
        )
    st.page_link(
        FILES["ta-med"],
        label=_("Flere måter å ta med på, også uten navn"),
        icon=":material/download:",
        query_params={"utvalg": "kommune", "k": asked.kommune},
    )

"""Reports to take along: Nordland's, and those of many kommuner at once."""

from dataclasses import dataclass

import streamlit as st

from maturity import language, queries
from maturity.access import Viewer
from maturity.exports.about import file_name
from maturity.exports.report import write_report
from maturity.language import _, ngettext
from maturity.reference import reference
from maturity.ui.download import download
from maturity.views.choosers import alphabetically
from maturity.views.kommune_report import reports
from maturity.views.network_report import network_name, network_report

SLOT = "reports-made"


@dataclass(frozen=True, kw_only=True)
class Made:
    """Reports in one zip, and for whom it was made: whoever sees otherwise gets none of it."""

    viewer: Viewer
    version: int
    language: str
    kommuner: tuple[str, ...]
    content: bytes
    missing: dict[str, str]


def of_network(data: queries.Data, *, viewer: Viewer) -> None:
    """Offer the network's report."""
    download(
        _("Last ned {format}").format(format=_("rapporten for Nordland (PDF)")),
        write=lambda: write_report(network_report(data, viewer=viewer)),
        file_name=network_name(),
        mime="application/pdf",
        key="report-network",
        kommuner=frozenset(),
    )


def of_many(data: queries.Data, *, viewer: Viewer) -> None:
    """Let the reader choose among the kommuner that are seen whole, and make their reports."""
    known = reference().kommuner
    picked = st.multiselect(
        _("Rapporter for kommunene"),
        alphabetically(viewer.kommuner),
        format_func=lambda code: known[code].name,
        key="report-kommuner",
        placeholder=_("Alle ({count})").format(count=len(viewer.kommuner)),
        select_all=False,
    )
    kommuner = tuple(picked or alphabetically(viewer.kommuner))
    if st.button(
        ngettext("Lag {count} rapport", "Lag {count} rapporter", len(kommuner)).format(
            count=len(kommuner)
        ),
        key="reports-make",
        icon=":material/picture_as_pdf:",
    ):
        st.session_state[SLOT] = _make(data, viewer=viewer, kommuner=kommuner)
    made: Made | None = st.session_state.get(SLOT)
    now = (viewer, data.version, language.current(), kommuner)
    if made and now == (made.viewer, made.version, made.language, made.kommuner):
        _offer(made)


def _make(data: queries.Data, *, viewer: Viewer, kommuner: tuple[str, ...]) -> Made:
    """Make the reports, and say how far it has come."""
    bar, done = st.progress(0.0, text=_("Lager rapportene …")), 0

    def tell(name: str) -> None:
        nonlocal done
        done += 1
        words = _("{done} av {all}: {kommune}").format(done=done, all=len(kommuner), kommune=name)
        bar.progress(done / len(kommuner), text=words)

    content, missing = reports(data, viewer=viewer, kommuner=kommuner, tell=tell)
    bar.empty()
    return Made(
        viewer=viewer,
        version=data.version,
        language=language.current(),
        kommuner=kommuner,
        content=content,
        missing=missing,
    )


def _offer(made: Made) -> None:
    count = len(made.kommuner) - len(made.missing)
    if made.missing:
        st.text(
            _("Uten rapport, og grunnen står i filen: {names}.").format(
                names=", ".join(made.missing)
            )
        )
    download(
        ngettext(
            "Last ned {count} rapport (zip)", "Last ned {count} rapporter (zip)", count
        ).format(count=count),
        write=lambda: made.content,
        file_name=file_name(
            _("modenhet"), _("rapporter"), _("dataversjon"), str(made.version), extension=".zip"
        ),
        mime="application/zip",
        key="reports-all",
        kommuner=frozenset(made.kommuner),
    )

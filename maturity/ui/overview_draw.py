"""The overview's figures and tables on the page, and the ways from them to a kommune."""

from typing import Any, NoReturn

import streamlit as st

from maturity.access import Viewer
from maturity.charts import theme
from maturity.language import _
from maturity.reference import reference
from maturity.ui.links import FILES, link
from maturity.ui.table import written
from maturity.ui.taking import take
from maturity.view import Table, View
from maturity.views.choosers import alphabetically, search_label
from maturity.views.overview_participation import Answered


def clickable(
    view: View,
    *,
    viewer: Viewer,
    dark: bool,
    key: str,
    rounds: frozenset[tuple[str, str]] = frozenset(),
) -> None:
    """Draw a view whose points begin their `customdata` with a kommune, and follow a click.

    A kommune whose page is not open to the viewer is not followed. `rounds` are the kommuner with
    the survey rounds that they answered: where a point names both, the click leads to that round
    too.
    """
    event: Any = st.plotly_chart(
        view.draw(dark=dark),
        theme=None,
        config=theme.config(filename=view.title),
        alt=view.finding,
        key=key,
        on_select="rerun",
        selection_mode="points",
    )
    for point in event["selection"]["points"][:1]:
        kommune, detail = point["customdata"][:2]
        if kommune not in viewer.named:
            continue
        _to_kommune(kommune, detail if (kommune, detail) in rounds else None)


def still(view: View, *, dark: bool, above: bool = False) -> None:
    """Draw a view, with the sentences that stand for it and are also read beside it.

    `above`: they are the answer to the page's question, and come before the figure.
    """
    if above:
        st.markdown(view.finding)
    config = theme.config(filename=view.title)
    st.plotly_chart(view.draw(dark=dark), theme=None, config=config, alt=view.finding)
    if not above:
        st.markdown(view.finding)
    as_table(view.table, title=view.title)
    take(view)


def as_table(table: Table, *, title: str) -> None:
    """Offer the numbers of a figure as a table."""
    with st.expander(_("Vis som tabell")):
        st.html(written(table, title=title))


def answers(who: Answered) -> None:
    """Offer the answers of each kommune as a table, with a link to each kommune's page."""
    names = dict(zip(who.tiles["name"], who.tiles["kommune"], strict=True))
    links = {name: link("kommune", k=code) for name, code in names.items()}
    title = _("Antall svar per kommune og kartlegging")
    with st.expander(_("Vis som tabell")):
        st.html(written(who.table, title=title, links=links))


def own_answers(who: Answered) -> None:
    """Write in how many modules each kommune that is seen has answered, and the way to its page."""
    modules = len(reference().programme.modules)
    for row in who.tiles.to_dict("records"):
        st.page_link(
            FILES["kommune"],
            label=_("{kommune} har svart i {count} av {all} moduler").format(
                kommune=row["name"], count=row["value"], all=modules
            ),
            icon=":material/home_work:",
            query_params={"k": row["kommune"]},
        )
    answers(who)


def find(viewer: Viewer) -> None:
    """Let the reader find a kommune that has a page for them; choosing it is the one action."""
    known = reference().kommuner
    if not viewer.named:
        return
    chosen = st.selectbox(
        _("Gå til kommune"),
        alphabetically(viewer.named),
        index=None,
        format_func=lambda code: search_label(known[code]),
        placeholder=_("Velg, så åpnes den"),
        key="go-to-kommune",
        filter_mode="contains",
    )
    if chosen:
        _to_kommune(chosen, None)


def _to_kommune(kommune: str, survey_round: str | None) -> NoReturn:
    """Go to a kommune's page, in the language of the address."""
    asked = {"k": kommune}
    if survey_round:
        asked["kartlegging"] = survey_round
    if "lang" in st.query_params:
        asked["lang"] = st.query_params["lang"]
    st.switch_page(FILES["kommune"], query_params=asked)

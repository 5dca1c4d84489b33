"""Taking all of a kommune's figures away as one deck."""

import streamlit as st

from maturity import queries
from maturity.access import Viewer
from maturity.language import _
from maturity.reference import reference
from maturity.ui.taking import take_deck
from maturity.view import View
from maturity.views.kommune import OwnKommune
from maturity.views.kommune_agreement import agreed, people
from maturity.views.kommune_charts import circle, gaps, stairs
from maturity.views.kommune_place import placed, unnamed


def taking(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> None:
    """Offer the page's figures, in their order, as slides."""
    st.header(_("Ta med til ledergruppen"), anchor="ta-med")
    st.text(_("Figurene på denne siden, én på hvert lysbilde, med tallene i. De kan endres."))
    name = reference().kommuner[asked.kommune].name
    take_deck(
        lambda: _views(data, viewer=viewer, asked=asked),
        title=_("{kommune}: digital modenhet").format(kommune=name),
        version=data.version,
        kommuner=frozenset({asked.kommune}),
    )


def _views(data: queries.Data, *, viewer: Viewer, asked: OwnKommune) -> list[View]:
    """Return what the page draws, and nothing that it says is not to be shown."""
    people_of = asked.spread or asked.capabilities
    answers = people(data, viewer=viewer, asked=people_of, kommune=asked.kommune)
    draws = {
        stairs: asked.generations is not None,
        circle: True,
        gaps: True,
        agreed: bool(answers["people"].notna().any()),
        placed: not unnamed(data, viewer=viewer, asked=asked).empty,
    }
    return [draw(data, viewer=viewer, asked=asked) for draw, shows in draws.items() if shows]

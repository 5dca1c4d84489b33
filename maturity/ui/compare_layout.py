"""Where the parts of a comparison stand: choices left of the chart, or around it on a phone."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

# Read and tabbed through, the choices come before what they choose. On a phone the chart is moved
# up between them, so that it is seen without scrolling. Should the platform name its blocks
# otherwise one day, the parts stand below one another: nothing is lost but the columns.
# The rows of the choices are never higher than the choices (a maximum below the minimum): what
# the chart needs more stands below them, where the panel begins. What the panel needs more than
# the chart stands in the last row, which alone can grow: no room is left below the chart.
STYLE = """<style>
.st-key-compare-parts > :has(> .st-key-compare-who) { order: 1; }
.st-key-compare-parts > :has(> .st-key-compare-chart) { order: 2; }
.st-key-compare-parts > :has(> .st-key-compare-what) { order: 3; }
.st-key-compare-parts > :has(> .st-key-compare-more) { order: 4; }
.st-key-compare-parts > :has(> .st-key-compare-about) { order: 5; }
@media (min-width: 48rem) {
  .st-key-compare-parts { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
    grid-template-rows: repeat(2, minmax(min-content, 0)) auto 1fr; column-gap: 4rem; }
  .st-key-compare-parts > * { grid-column: 1; }
  .st-key-compare-parts > :has(> .st-key-compare-about) { grid-row: 3 / span 2; }
  .st-key-compare-parts > :has(> .st-key-compare-chart) { grid-column: 2; grid-row: 1 / span 3; }
  .st-key-compare-parts > :has(> .st-key-compare-more) { grid-column: 2; grid-row: 4; }
}
</style>"""


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The page's parts, in the order in which they are read."""

    who: DeltaGenerator
    what: DeltaGenerator
    chart: DeltaGenerator
    more: DeltaGenerator
    about: DeltaGenerator


def parts() -> Parts:
    """Lay the page out."""
    st.html(STYLE)
    with st.container(key="compare-parts"):
        return Parts(
            who=st.container(key="compare-who"),
            what=st.container(key="compare-what"),
            chart=st.container(key="compare-chart"),
            more=st.container(key="compare-more"),
            about=st.container(key="compare-about"),
        )

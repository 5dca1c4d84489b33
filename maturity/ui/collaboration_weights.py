"""Where the reader says what counts as like: folded away until somebody wants to."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from maturity.language import _
from maturity.views.choosing import Block
from maturity.views.collaboration_choices import WEIGHTS


def weighing(place: DeltaGenerator) -> Sequence[Block]:
    """Return a block for each criterion, in a row that is folded away in `place`."""
    with place.expander(_("Hva skal telle som likt?")):
        return st.columns(len(WEIGHTS))

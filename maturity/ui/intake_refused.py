"""Why something was refused: what it is, and every fault with its places, letter by letter."""

import streamlit as st

from maturity.errors import UserError
from maturity.intake.telling import refusal
from maturity.ui.letters import escaped, seen


def refused(why: UserError, *, mendable: bool = False) -> None:
    """Show a refusal where the reader is at work, and not as the end of the page.

    `mendable`: what stands below it on the page mends it.
    """
    first, *places = refusal(why)
    (st.warning if mendable else st.error)(escaped(first))
    for line in places:
        st.text(seen(line))

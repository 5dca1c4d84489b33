"""Which version of the data this reader looks at: the newest, or an earlier one that staff opened.

It is of the session alone and in no address: whoever is sent one sees the newest.
"""

import streamlit as st

from maturity.language import _

SLOT = "older-version"


def chosen() -> int | None:
    """Return the version that was opened; None: the newest."""
    found: int | None = st.session_state.get(SLOT)
    return found


def look_at(version: int) -> None:
    """Let every page show this version from the next run on."""
    st.session_state[SLOT] = version


def leave() -> None:
    """Let every page show the newest again."""
    st.session_state.pop(SLOT, None)


def banner() -> None:
    """Say on every page that it shows an earlier version, and offer the way back."""
    version = chosen()
    if version is None:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(
            _(
                "**Dataversjon {version}, slik den var.** Alle sider viser den, bare til å lese. "
                "Adressen til en side gir andre den nyeste."
            ).format(version=version),
            width="stretch",
        )
        st.button(
            _("Tilbake til den nyeste"),
            key="newest-version",
            icon=":material/undo:",
            type="primary",
            on_click=leave,
        )

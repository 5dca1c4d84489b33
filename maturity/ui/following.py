"""The choices that follow a reader from page to page, for as long as the visit lasts.

Pages say them in their addresses under these keys: kommune (several) or k (one of them), gruppe,
rammeverk, kartlegging. What else a page lets its reader choose is that page's own.
"""

from collections.abc import Sequence

import streamlit as st

from maturity.views.choosing import EVERY

NAMES = {
    "kommune": "kommune",
    "k": "kommune",
    "gruppe": "gruppe",
    "rammeverk": "rammeverk",
    "kartlegging": "kartlegging",
}
SLOT = "following"


def chosen(key: str) -> list[str]:
    """Return what was chosen last under a key of an address, on whatever page; the first first."""
    found: dict[str, list[str]] = st.session_state.get(SLOT, {})
    return found.get(NAMES.get(key, ""), [])


def note(key: str, codes: Sequence[str], *, one: bool) -> None:
    """Remember a choice. `one`: of several that were chosen elsewhere, this becomes the first."""
    if key not in NAMES or EVERY in codes:
        return
    before = chosen(key)
    others = [code for code in before if code not in codes]
    if one and len(others) == len(before):
        others = others[1:]
    kept = [*codes, *others] if one else list(codes)
    st.session_state[SLOT] = {**st.session_state.get(SLOT, {}), NAMES[key]: kept}


def asked() -> dict[str, str | list[str]]:
    """Return the choices as the parameters of an address."""
    found: dict[str, list[str]] = st.session_state.get(SLOT, {})
    return {name: codes for name, codes in found.items() if codes}

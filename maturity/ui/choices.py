"""Choices that live in the address: codes there, names in the widgets."""

from collections.abc import Callable, Sequence

import streamlit as st


def _from_address(key: str, options: Sequence[str], default: Sequence[str]) -> list[str]:
    given = [code for code in st.query_params.get_all(key) if code in options]
    return given or list(default)


def one(
    label: str, key: str, options: Sequence[str], *, name: Callable[[str], str], default: str
) -> str:
    """Let the reader choose one code; the address says it, and says it again afterwards."""
    _follow_address(key, _from_address(key, options, [default])[0])
    chosen = st.selectbox(label, options, format_func=name, key=key)
    _tell_address(key, [chosen])
    return str(chosen)


def several(
    label: str,
    key: str,
    options: Sequence[str],
    *,
    name: Callable[[str], str],
    default: Sequence[str],
    most: int | None = None,
) -> list[str]:
    """Let the reader choose some codes, at most `most`."""
    _follow_address(key, _from_address(key, options, default)[:most])
    chosen = st.multiselect(label, options, format_func=name, key=key, max_selections=most)
    _tell_address(key, chosen)
    return [str(code) for code in chosen]


def _follow_address(key: str, value: str | list[str]) -> None:
    """Take the address's word where it changed without us: a link, back or forward."""
    told = st.session_state.get(f"told-{key}")
    if key not in st.session_state or told != st.query_params.get_all(key):
        st.session_state[key] = value


def _tell_address(key: str, codes: list[str]) -> None:
    st.query_params[key] = codes
    st.session_state[f"told-{key}"] = st.query_params.get_all(key)

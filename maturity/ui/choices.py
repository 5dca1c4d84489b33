"""Choices that live in the address: codes there, names in the widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from maturity.language import _
from maturity.ui import following
from maturity.views.choosing import Names

# Says in the address what followed the reader here, without a step to go back over; read by
# maturity/index_follow.py.
SAY_ADDRESS = '<span hidden data-address="{address}"></span>'


@dataclass(frozen=True, kw_only=True)
class Last:
    """How the last run that came to its end left the address and the widgets."""

    address: dict[str, list[str]]
    widgets: dict[str, Any]


class Choices:
    """What the reader has chosen on one page, in one run.

    Whoever moved last is believed. A widget that stands otherwise than at the end of the last run
    was moved by the reader; where none was, an address that is not as we left it was (a link, back
    or forward). The address is left alone until a widget moves, so that the first visit leaves no
    step behind to go back over; then it says everything, in one step. A choice of nothing is said
    as `key=`; a key that is not there means what was chosen on the page before, else its default.

    `keys` are the names in the address, of the widgets and in the session state. `odd` collects
    what the address says that cannot be chosen.
    """

    def __init__(self, page: str, keys: Sequence[str]) -> None:
        self._slot = f"choices-{page}"
        self._address = {key: st.query_params.get_all(key) for key in keys}
        last: Last | None = st.session_state.get(self._slot)
        if st.session_state.get("choices-of") != page:  # what stands in the widgets is another's
            last = None
            for key in keys:
                st.session_state.pop(key, None)
        st.session_state["choices-of"] = page
        widgets = {} if last is None else last.widgets
        here = [key for key in widgets if key in st.session_state]
        self._moved = any(st.session_state[key] != widgets[key] for key in here)
        arrived = last is None or len(here) < len(widgets) or last.address != self._address
        self._follow = arrived and not self._moved
        self._widgets: dict[str, Any] = {}
        self._told: dict[str, list[str]] = {}
        self._meant: dict[str, list[str]] = {}
        self._followed = False
        self.odd: list[str] = []

    def one(
        self,
        label: str,
        key: str,
        options: Sequence[str],
        *,
        name: Names,
        default: str,
        radio: bool = False,
    ) -> str:
        """Let the reader choose one code of `options`, from a list or from radio buttons."""
        meant = (self._known(key, options) or self._brought(key, options) or [default])[0]
        self._place(key, meant, fits=lambda code: code in options, otherwise=default)
        if radio:
            chosen = st.radio(label, options, format_func=name, key=key, horizontal=True)
        else:
            chosen = st.selectbox(label, options, format_func=name, key=key)
        return str(self._note(key, chosen, [str(chosen)], [meant])[0])

    def several(
        self,
        label: str,
        key: str,
        options: Sequence[str],
        *,
        name: Names,
        default: Sequence[str],
        most: int,
        placeholder: str,
    ) -> tuple[str, ...]:
        """Let the reader choose codes of `options`, at most `most`, in an order of their own."""
        known = self._known(key, options)
        if self._address[key] == [""]:
            meant: list[str] = []
        else:
            meant = (known or self._brought(key, options) or list(default))[:most]
        if len(known) > most and not self._moved:
            words = _("«{label}» viser høyst {most}: de første er tatt med")
            self.odd.append(words.format(label=label, most=most))
        self._place(key, meant, fits=lambda codes: set(codes) <= set(options), otherwise=[])
        chosen = st.multiselect(
            label,
            options,
            format_func=name,
            key=key,
            max_selections=most,
            placeholder=placeholder,
            select_all=False,
        )
        return tuple(self._note(key, list(chosen), list(chosen), meant))

    def brought(self, key: str) -> list[str]:
        """Return what was chosen under a key on another page, the first first."""
        return following.chosen(key)

    def tell(self) -> None:
        """Say in the address what is chosen, where it says otherwise; call it after the last."""
        for key, codes in self._told.items():
            if self._address[key] or codes != self._meant[key]:
                following.note(key, codes, one=not isinstance(self._widgets[key], list))
        if self._told != self._meant:
            self._address = {key: codes or [""] for key, codes in self._told.items()}
            st.query_params.update(self._address)
        elif self._followed:
            self._address = {key: codes or [""] for key, codes in self._told.items()}
            said = {**st.query_params.to_dict(), **self._address}
            address = escape(f"?{urlencode(said, doseq=True)}")
            st.html(SAY_ADDRESS.format(address=address))
        st.session_state[self._slot] = Last(address=self._address, widgets=self._widgets)

    def _brought(self, key: str, options: Sequence[str]) -> list[str]:
        """Return what the reader chose on another page, where it can be chosen here."""
        if self._address[key]:
            return []
        found = [code for code in following.chosen(key) if code in options]
        self._followed |= bool(found)
        return found

    def _known(self, key: str, options: Sequence[str]) -> list[str]:
        given = list(dict.fromkeys(self._address[key]))
        if not self._moved:
            self.odd += [f"{key}={code}" for code in given if code and code not in options]
        return [code for code in given if code in options]

    def _place(
        self, key: str, meant: str | list[str], *, fits: Callable[[Any], bool], otherwise: Any
    ) -> None:
        """Set the widget where the address is followed, or where its value is no option now."""
        if self._follow or key not in st.session_state:
            st.session_state[key] = meant
        elif not fits(st.session_state[key]):
            st.session_state[key] = otherwise

    def _note(self, key: str, value: Any, codes: list[str], meant: list[str]) -> list[str]:
        self._widgets[key], self._told[key], self._meant[key] = value, codes, meant
        return codes

"""Choices that live in the address: codes there, names in the widgets."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from maturity.language import _
from maturity.ui import following
from maturity.views.choosing import Names

# Says in the address what followed the reader here, without a step to go back over; read by
# maturity/web/index_follow.py.
LONGEST = 80  # characters of a code that are said again
SAY_ADDRESS = '<span hidden data-address="{address}"></span>'


@dataclass(frozen=True, kw_only=True)
class Last:
    """How the last run that came to its end left the address and the widgets.

    `untouched` are the widgets that stand as they do because nobody has chosen.
    """

    address: dict[str, list[str]]
    widgets: dict[str, Any]
    untouched: frozenset[str]


class Choices:
    """What the reader has chosen on one page, in one run.

    Whoever moved last is believed. A widget that stands otherwise than at the end of the last run
    was moved by the reader; where none was, an address that is not as we left it was (a link, back
    or forward). The address is left alone until a widget moves, so that the first visit leaves no
    step behind to go back over; then it says everything, in one step. A choice of nothing is said
    as `key=`; a key that is not there means what was chosen on the page before, else its default.
    A default that depends on another choice follows it, until the reader chooses otherwise.

    `keys` are the names in the address, of the widgets and in the session state. `odd` collects
    sentences on what the address says that cannot be chosen. Where that is so of `needed`, its
    widget stands empty, and `lost` is what was asked for.
    """

    def __init__(self, page: str, keys: Sequence[str], *, needed: str = "") -> None:
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
        self._by_reader = {key for key in here if st.session_state[key] != widgets[key]}
        self._moved = bool(self._by_reader)
        arrived = last is None or len(here) < len(widgets) or last.address != self._address
        self._follow = arrived and not self._moved
        self._widgets: dict[str, Any] = {}
        self._told: dict[str, list[str]] = {}
        self._meant: dict[str, list[str]] = {}
        self._followed = False
        self._needed = needed
        # Where an address was followed, what it says is chosen, whoever made it.
        self._before = frozenset() if last is None or self._follow else last.untouched
        self._untouched: set[str] = set()
        self.odd: list[str] = []
        self.lost = ""

    def one(
        self,
        label: str,
        key: str,
        options: Sequence[str],
        *,
        name: Names,
        default: str,
        radio: bool = False,
        instead: Sequence[str] = (),
    ) -> str:
        """Let the reader choose one code of `options`, from a list or from radio buttons.

        What the address says of `instead` is no choice here, and no fault: it means the default.
        """
        told = self._known(key, options)
        meant = (told or self._brought(key, options, instead) or [default])[0]
        given = [code for code in self._address[key] if code and code not in instead]
        lost = key == self._needed and given and not told
        if lost and (self._follow or st.session_state.get(key) is None):
            st.session_state[key], self.lost = None, given[0]
        else:
            self._odd(label, key, options, name=name, shown=meant, instead=instead)
            if len(told) > 1 and not self._moved:
                words = _("«{label}» viser én om gangen; av de {count} i adressen vises {shown}.")
                said = {"label": label, "count": len(told), "shown": name(meant)}
                self.odd.append(words.format(**said))
            self._place(key, meant, fits=lambda code: code in options, otherwise=default)
            self._keep_default(key, default, given=told or self._brought(key, options, instead))
        chosen: str | None
        if radio:
            chosen = st.radio(label, options, format_func=name, key=key, horizontal=True)
        else:
            chosen = st.selectbox(
                label,
                options,
                index=None if self.lost and lost else 0,
                format_func=name,
                key=key,
                filter_mode="contains",
                placeholder=_("Søk etter navn, nummer eller region") if lost else None,
            )
        if chosen is None:
            self._note(key, None, given, given)
            return default
        code = str(chosen)
        self._note(key, chosen, [code], given[:1] if lost else [meant])
        return code

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
        ask: str = "",
    ) -> tuple[str, ...]:
        """Let the reader choose at most `most` of `options`; `ask` is on a button for all of it."""
        known = self._known(key, options)
        self._odd(label, key, options, name=name)
        if self._address[key] == [""]:
            meant: list[str] = []
        else:
            meant = (known or self._brought(key, options) or list(default))[:most]
        if len(known) > most and not self._moved:
            words = _("«{label}» viser høyst {most}; de {most} første er med.")
            self.odd.append(words.format(label=label, most=most))
        self._place(key, meant, fits=lambda codes: set(codes) <= set(options), otherwise=[])
        nothing = self._address[key] == [""]
        given = known or self._brought(key, options) or nothing
        self._keep_default(key, list(default)[:most], given=given)
        with _asked(key, ask) if ask else nullcontext():
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
            if key in self._untouched or self._widgets[key] is None:
                continue
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
        st.session_state[self._slot] = Last(
            address=self._address, widgets=self._widgets, untouched=frozenset(self._untouched)
        )

    def _brought(self, key: str, options: Sequence[str], instead: Sequence[str] = ()) -> list[str]:
        """Return what the reader chose on another page, where it can be chosen here."""
        if set(self._address[key]) - set(instead):
            return []
        found = [code for code in following.chosen(key) if code in options]
        self._followed |= bool(found)
        return found

    def _known(self, key: str, options: Sequence[str]) -> list[str]:
        given = list(dict.fromkeys(self._address[key]))
        return [code for code in given if code in options]

    def _odd(
        self,
        label: str,
        key: str,
        options: Sequence[str],
        *,
        name: Names,
        shown: str = "",
        instead: Sequence[str] = (),
    ) -> None:
        """Say what the address asks for that cannot be chosen, and what is shown instead."""
        if self._moved:
            return
        for code in dict.fromkeys(self._address[key]):
            if code and code not in options and code not in instead:
                text = _("«{label}» har ikke valget «{code}».")
                if shown:
                    text = _("«{label}» har ikke valget «{code}»; siden viser {shown}.")
                said = {"label": label, "code": code[:LONGEST], "shown": shown and name(shown)}
                self.odd.append(text.format(**said))

    def _keep_default(self, key: str, default: str | list[str], *, given: Any) -> None:
        """Let a widget that nobody has touched stand at its default, also where that is another."""
        if key in self._by_reader or (given and key not in self._before):
            return
        if st.session_state[key] != default:
            st.session_state[key] = default
        self._untouched.add(key)

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


@contextmanager
def _asked(key: str, ask: str) -> Iterator[None]:
    """Hold back what is chosen until the button is pressed, which stands beside it."""
    with (
        st.form(f"{key}-asked", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        yield
        st.form_submit_button(ask)

"""Whom a page names to somebody from elsewhere: found in what it sends, and written down before.

A page cannot forget it: whatever it shows passes here. What it lets the reader choose among is no
sight of anybody, so lists of choices are passed over.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_cache import populate_hash_if_needed
from streamlit.runtime.scriptrunner_utils.script_run_context import (
    ScriptRunContext,
    get_script_run_ctx,
)

from maturity import audit
from maturity.access import Viewer
from maturity.claims import Person
from maturity.names_found import names_found
from maturity.roles import Access

CHOICES = {"selectbox", "multiselect", "radio", "button_group"}
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[nrtbf])")  # as JSON has them in a figure
MOST = 4096  # messages whose names are remembered; most are the same for many readers

_named: dict[str, frozenset[str]] = {}


@dataclass(frozen=True, kw_only=True)
class Looker:
    """Somebody who has signed in and is on a page, with the version of the data that it shows."""

    who: Person
    page: str
    version: int | None
    keep_days: int

    def note(
        self,
        what: str,
        *,
        at: datetime.datetime | None = None,
        kommuner: frozenset[str] = frozenset(),
        detail: str = "",
    ) -> None:
        """Write down what they do, now or at a moment; raises UserError where it cannot be."""
        entry = audit.Entry(
            at=at or datetime.datetime.now(tz=datetime.UTC),
            who=self.who.name,
            role=self.who.role,
            own=self.who.own,
            what=what,
            page=self.page,
            kommuner=kommuner,
            version=self.version,
            detail=detail,
        )
        audit.write(entry, keep_days=self.keep_days)


def anywhere(who: Person, rules: Access) -> Looker:
    """Return somebody who does something that is of no page."""
    return Looker(who=who, page="", version=None, keep_days=rules.log_days)


def watch(looker: Looker, *, viewer: Viewer) -> None:
    """From here on, note each kommune from elsewhere before this run names it for the first time.

    Once in a visit for each page and version of the data, and not at every rerun.
    """
    context = get_script_run_ctx()
    if context is None:
        return  # nobody looks: nothing that is shown goes anywhere
    send = partial(ScriptRunContext.enqueue, context)

    def note_and_send(message: ForwardMsg) -> None:
        if _not_noted(looker, viewer):
            note_seen(looker, viewer=viewer, kommuner=named_in(message))
        send(message)

    context.enqueue = note_and_send  # type: ignore[method-assign,assignment]


def note_seen(looker: Looker, *, viewer: Viewer, kommuner: frozenset[str]) -> None:
    """Note those of some kommuner from elsewhere who are not noted yet in this visit."""
    if new := _not_noted(looker, viewer) & kommuner:
        looker.note("view", kommuner=new)
        noted = st.session_state["noted"]
        noted[looker] = noted.get(looker, frozenset()) | new


def _not_noted(looker: Looker, viewer: Viewer) -> frozenset[str]:
    noted: dict[Looker, frozenset[str]] = st.session_state.setdefault("noted", {})
    return viewer.named - viewer.own - noted.get(looker, frozenset())


def named_in(message: ForwardMsg) -> frozenset[str]:
    """Return the kommuner whose names a message to the browser shows."""
    if message.WhichOneof("type") != "delta":
        return frozenset()
    element = message.delta.new_element
    if message.delta.HasField("new_element") and element.WhichOneof("type") in CHOICES:
        return frozenset()
    populate_hash_if_needed(message)  # as the platform will, a moment later
    found = _named.get(message.hash)
    if found is None:
        texts = [names_found(_plain(text)) for text in _texts(message.delta)]
        found = frozenset[str]().union(*texts)
        if len(_named) >= MOST:
            _named.clear()
        _named[message.hash] = found
    return found


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in a message or in a field of one, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, bytes):
        yield value.decode("utf-8", errors="replace")
    elif hasattr(value, "ListFields"):
        for _field, one in value.ListFields():
            yield from _texts(one)
    elif hasattr(value, "items"):
        for key, one in value.items():
            yield from (*_texts(key), *_texts(one))
    elif hasattr(value, "__iter__"):
        for one in value:
            yield from _texts(one)


def _plain(text: str) -> str:
    if "\\" not in text:
        return text
    return ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", text)

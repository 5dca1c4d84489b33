"""Taking charts away, in any of the formats that there are."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import urljoin

import streamlit as st

from maturity.exports.about import file_name
from maturity.exports.formats import FORMATS, Format
from maturity.language import _
from maturity.ui.download import download
from maturity.ui.session_deck import offer
from maturity.view import View
from maturity.views.registry import numbers_at, page_of


def take(view: View) -> None:
    """Offer to add a view to the presentation, and the view in every format behind one button."""
    with st.container(horizontal=True, gap="small"):
        offer(view)
        _files(view)


def _files(view: View) -> None:
    with st.popover(
        _("Ta med deg"),
        icon=":material/download:",
        type="tertiary",
        key=f"take-{view.address}",
        on_change="rerun",
    ) as place:
        if not place.open:
            return  # buttons of which nobody sees anything cost every run of every page
        for key, form in FORMATS.items():
            if form.gathering:
                continue
            download(
                _("Last ned {format}").format(format=form.label()),
                write=_writing(form, views=lambda: (view,), title=view.title),
                file_name=name_of_file(view, extension=form.extension),
                mime=form.mime,
                key=f"take-{key}-{view.address}",
                kommuner=frozenset(view.kommuner),
            )
        _say_address(view)


def _say_address(view: View) -> None:
    """Say where programs find these numbers."""
    base = _base_address()
    if base:
        st.caption(_("Tallene har også en fast adresse, for programmer:"))
        st.code(f"{base}{numbers_at(view.address)}", language=None, wrap_lines=True)


def take_deck(
    views: Callable[[], Sequence[View]],
    *,
    title: str,
    version: int,
    kommuner: frozenset[str],
    notes: Sequence[str] = (),
    messages: Sequence[str] = (),
    same_at: str | None = None,
    gathering: bool = False,
) -> None:
    """Offer several views as one deck; they are made when the button is pressed.

    `notes` and `messages` are the speaker's, one a view. `same_at` is where others find the same
    views, as pages link to each other. `gathering`: in what is handed out too, where the reader has
    chosen between names and letters.
    """
    own = {"notes": notes, "messages": messages}
    for key, form in FORMATS.items():
        if form.deck and (gathering or not form.gathering):
            download(
                _("Ta med som {format}").format(format=form.label()),
                write=_writing(form, views=views, title=title, own=own, same_at=same_at),
                file_name=file_name(
                    title, _("dataversjon"), str(version), extension=form.extension
                ),
                mime=form.mime,
                key=f"take-deck-{key}",
                kommuner=kommuner,
            )


def name_of_file(view: View, *, extension: str) -> str:
    """Return what a view's file is called: its title, and the version of its data."""
    return file_name(view.title, _("dataversjon"), str(view.version), extension=extension)


def _writing(
    form: Format,
    *,
    views: Callable[[], Sequence[View]],
    title: str,
    own: Mapping[str, Sequence[str]] = MappingProxyType({}),
    same_at: str | None = None,
) -> Callable[[], bytes]:
    """Return what writes the file; a deck's views lead to their pages.

    `own` is what the speaker wrote: for a gathering without the notes.
    """
    if not form.deck:
        return lambda: form.write(views())
    base = _base_address()
    told: dict[str, Any] = {"title": title, "base_address": base, "page_of": page_of}
    told |= {"same_at": urljoin(base, same_at)} if base and same_at else {}
    told |= {key: it for key, it in own.items() if not (form.gathering and key == "notes")}
    return lambda: form.write(views(), **told)


def _base_address() -> str | None:
    """Return where this reader finds the dashboard, up to the pages' names."""
    here = st.context.url
    return urljoin(here, ".") if here else None

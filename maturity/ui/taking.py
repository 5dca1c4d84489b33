"""Taking a chart away, in any of the formats that there are."""

from functools import partial

import streamlit as st

from maturity.exports.about import file_name
from maturity.exports.formats import FORMATS
from maturity.language import _
from maturity.ui.download import download
from maturity.view import View


def take(view: View) -> None:
    """Offer a view in every format, behind one button."""
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
            download(
                _("Last ned {format}").format(format=form.label()),
                write=partial(form.write, (view,)),
                file_name=name_of_file(view, extension=form.extension),
                mime=form.mime,
                key=f"take-{key}-{view.address}",
                kommuner=frozenset(view.kommuner),
            )


def name_of_file(view: View, *, extension: str) -> str:
    """Return what a view's file is called: its title, and the version of its data."""
    return file_name(view.title, _("dataversjon"), str(view.version), extension=extension)

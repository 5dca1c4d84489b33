"""What the numbers of a file mean: always to be changed, and agreed to where a layout says it."""

import streamlit as st

from maturity.intake.brought import Brought
from maturity.intake.columns import Columns
from maturity.intake.layouts import MeansLayout, PeopleLayout
from maturity.intake.own_layout import forget, is_kept, renamed
from maturity.intake.scale_agreed import scale_of, to_agree
from maturity.intake.sheet import Sheet
from maturity.intake.unknown import USUAL, has_numbers
from maturity.intake.values import Ends
from maturity.language import _
from maturity.ui.importing import Importer
from maturity.views.intake_names import scale_name


def scale_settled(file: Brought, sheet: Sheet, columns: Columns, *, key: str) -> bool:
    """Ask what the numbers mean, with what the layout says suggested; False: not agreed to."""
    scale = scale_of(columns)
    if scale is None:
        return True
    now = to_agree(columns)
    asked = ("numbers", repr(file.decisions))
    if now is None and not file.once(asked, lambda: has_numbers(sheet, columns)):
        return True
    choices: list[Ends | None] = [None, *USUAL]
    if now is not None and now not in choices:
        choices.insert(1, now)
    unsaid = now is not None and not file.scale_told
    if unsaid:
        st.warning(
            _("Oppsettet har tall på en annen skala enn skjemaet. Er det slik i denne filen også?")
        )
    chosen = choices[
        st.selectbox(
            _("Hva betyr tallene?"),
            range(len(choices)),
            index=choices.index(now),
            format_func=lambda at: scale_name(choices[at], scale),
            help=_("Endene blir endene av skalaen, og det som er mellom, ligger jevnt mellom dem."),
            key=f"{key}-numbers-{now}",
            width=560,
        )
    ]
    if unsaid:
        if not st.button(_("Ja, dette betyr tallene"), key=f"{key}-numbers-agreed"):
            return False
    elif chosen == now:
        return True
    tell_scale(file, columns, chosen)
    return True


def tell_scale(file: Brought, columns: Columns, ends: Ends | None) -> None:
    """Read the file's numbers on this scale, None: the questionnaire's; and go on from there."""
    file.scale_told = True
    told = None if ends is None else (float(ends[0]), float(ends[1]))
    read_on(file, columns, scale=told)


def read_on(file: Brought, columns: Columns, **what: object) -> None:
    """Add to how the file is read, and go on from there."""
    added: PeopleLayout | MeansLayout = columns.layout.model_copy(update=what)
    file.decide(layout=renamed(added, columns.headings, file=file.name))
    st.rerun()


def offer_to_forget(file: Brought, columns: Columns, *, who: Importer, key: str) -> None:
    """Offer to forget the layout that was made for an earlier file, if it is one."""
    layout = columns.layout
    if not is_kept(layout):
        return
    help_ = _("Det ble laget her, for en tidligere fil med de samme overskriftene.")
    if st.button(_("Glem oppsettet"), help=help_, key=f"{key}-forget", type="tertiary"):
        who.still()
        forget(layout)
        file.decide(layout=None)
        file.scale_told = False
        file.found.clear()
        st.rerun()

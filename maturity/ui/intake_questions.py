"""What a file has that is not known, asked: answers on no scale, kommuner, another scale."""

from collections.abc import Mapping, Sequence

import streamlit as st

from maturity.intake.brought import Brought
from maturity.intake.columns import Columns
from maturity.intake.layouts import PeopleLayout
from maturity.intake.unknown import Asked, Unknown
from maturity.intake.values import Ends
from maturity.language import _, ngettext, number
from maturity.reference import reference
from maturity.ui.intake_scale import read_on, tell_scale
from maturity.ui.letters import escaped
from maturity.views.choosers import alphabetically
from maturity.views.intake_names import scale_name

AT_ONCE, COLUMNS = 12, 3
FAULT = "-"  # what stands there is wrong, and will be among the problems
LONGEST = 80  # letters of what stands there


def ask(file: Brought, columns: Columns, found: Unknown, *, key: str) -> bool:
    """Ask the first thing that is to be asked; False: there is nothing."""
    if found.kommuner:
        _kommuner(file, columns, found.kommuner, key=key)
    elif found.scales:
        _scale(file, columns, found, key=key)
    elif found.answers and isinstance(columns.layout, PeopleLayout):
        _answers(file, columns, found.answers, key=key)
    else:
        return False
    return True


def _kommuner(file: Brought, columns: Columns, asked: Sequence[Asked], *, key: str) -> None:
    known = reference().kommuner
    count = len(asked)
    st.warning(
        ngettext(
            "Ett navn er ikke en kommune i Nordland. Hvilken er det?",
            "{n} navn er ikke kommuner i Nordland. Hvilke er de?",
            count,
        ).format(n=count)
    )
    st.text(_("En kommune utenfor Nordland er en feil i filen: velg det, så kan raden utelates."))
    names = {code: known[code].name for code in alphabetically(known)}
    told = _each(asked, names, near={it: it for it in names}, key=f"{key}-kommune")
    if st.button(_("Bruk disse kommunene"), key=f"{key}-places") and told:
        read_on(file, columns, kommuner={**columns.layout.kommuner, **_known(file, told)})


def _answers(file: Brought, columns: Columns, asked: Sequence[Asked], *, key: str) -> None:
    layout = columns.layout
    assert isinstance(layout, PeopleLayout)  # noqa: S101  # tells the type checker
    count = len(asked)
    st.warning(
        ngettext(
            "Ett svar står ikke på skalaen. Hva betyr det?",
            "{n} svar står ikke på skalaen. Hva betyr de?",
            count,
        ).format(n=count)
    )
    scale = columns.instruments[0].scale
    points = zip(range(scale.min, scale.max + 1), scale.labels["nb"], strict=True)
    names = {str(point): f"{point} – {label}" for point, label in points}
    names |= {label: label for label in scale.not_answered["nb"]}
    labels = {label: str(point) for point, label in enumerate(scale.labels["nb"], start=scale.min)}
    told = _each(asked, names, near=labels, key=f"{key}-answer")
    if st.button(_("Bruk disse svarene"), key=f"{key}-labels") and told:
        read_on(file, columns, answers={**layout.answers, **_known(file, told)})


def _scale(file: Brought, columns: Columns, found: Unknown, *, key: str) -> None:
    scale = columns.instruments[0].scale
    said = _("Filen har andre tall enn {min} til {max}: {numbers}.")
    numbers = ", ".join(found.numbers[:AT_ONCE])
    st.warning(escaped(said.format(min=scale.min, max=scale.max, numbers=numbers)))
    fault = _("De er feil, og alle andre tall er som i skjemaet")
    choices: list[Ends | None] = [*found.scales, None]
    named = [fault if ends is None else scale_name(ends, scale) for ends in choices]
    chosen = st.radio(
        _("Hvilken skala er tallene på?"),
        range(len(choices)),
        index=None,
        format_func=named.__getitem__,
        help=_("Endene blir endene av skalaen, og det som er mellom, ligger jevnt mellom dem."),
        key=f"{key}-scale",
    )
    if chosen is None:
        return
    if (ends := choices[chosen]) is None:
        file.faults |= set(found.numbers)
        st.rerun()
    else:
        tell_scale(file, columns, ends)


def _each(
    asked: Sequence[Asked], names: Mapping[str, str], *, near: Mapping[str, str], key: str
) -> dict[str, str]:
    """Ask for each of what stands there what it is, with what is near suggested; return that."""
    told = {}
    names = {**names, FAULT: _("– feil i filen –")}
    places = st.columns(COLUMNS, gap="medium")
    for at, it in enumerate(asked[:AT_ONCE]):
        codes = list(names)
        suggested = near.get(it.near[0]) if it.near else None
        with places[at % COLUMNS]:
            # Its label is Markdown, and what stands in a file is letters.
            label = ngettext("«{written}» i én rad", "«{written}» i {n} rader", it.rows)
            code = st.selectbox(
                escaped(label.format(written=it.written[:LONGEST], n=number(it.rows, digits=0))),
                codes,
                index=codes.index(suggested) if suggested in codes else None,
                format_func=lambda it: names[it],
                placeholder=_("Velg"),
                key=f"{key}-{it.written}",
            )
        if code is not None:
            told[it.written] = code
    if len(asked) > AT_ONCE:
        st.text(_("Så kommer resten."))
    return told


def _known(file: Brought, told: Mapping[str, str]) -> dict[str, str]:
    """Return what was explained; what is a fault is remembered as one."""
    file.faults |= {written for written, code in told.items() if code == FAULT}
    return {written: code for written, code in told.items() if code != FAULT}

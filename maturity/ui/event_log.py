"""The log as staff read it: filters, a table, and a file of all that fits.

What is chosen stays out of the address: it may be somebody's name.
"""

import datetime
from functools import partial

import pandas as pd
import streamlit as st

from maturity import audit
from maturity.audit import Entry, Wanted
from maturity.claims import Person
from maturity.events import events
from maturity.exports.about import About, file_name
from maturity.exports.csv_file import write_csv
from maturity.language import _, date, number
from maturity.reference import reference
from maturity.sharing import OSLO, today
from maturity.ui.download import download
from maturity.ui.event_words import NAMED, deeds, moment, names, page_of, role_of
from maturity.ui.table import table_html
from maturity.views.choosers import alphabetically

MOST = 200  # rows of the table
WEEKS = 4  # that are shown until told otherwise


def choose(*, keep_days: int) -> Wanted:
    """Draw the filters in a row; return what is wanted."""
    known = reference().kommuner
    start, end, whom, what, who = st.columns(5, gap="medium")
    oldest = today() - datetime.timedelta(days=keep_days)
    with start:
        first = _day(_("Fra og med"), today() - datetime.timedelta(weeks=WEEKS), oldest, "log-from")
    with end:
        last = _day(_("Til og med"), today(), oldest, "log-to")
    with whom:
        kommune = st.selectbox(
            _("Kommune"),
            [None, *alphabetically(known)],
            format_func=lambda it: known[it].name if it else _("Alle"),
            key="log-kommune",
        )
    with what:
        deed = st.selectbox(
            _("Hva"),
            [None, *deeds()],
            format_func=lambda it: deeds()[it] if it else _("Alt"),
            key="log-what",
        )
    with who:
        person = st.selectbox(
            _("Hvem"),
            [None, *audit.people()],
            format_func=lambda it: it or _("Alle"),
            key="log-who",
        )
    return Wanted(
        since=_midnight(first),
        until=_midnight(last + datetime.timedelta(days=1)),
        kommune=kommune,
        what=deed,
        who=person,
    )


def _day(label: str, value: datetime.date, oldest: datetime.date, key: str) -> datetime.date:
    return st.date_input(
        label,
        value=value,
        min_value=oldest,
        max_value=today(),
        format="DD.MM.YYYY",
        key=key,
    )


def table(person: Person, wanted: Wanted) -> str:
    """Return the newest of what is wanted, as HTML."""
    found = events(person, wanted, most=MOST + 1)
    if not found:
        return _("Ingenting er loggført her.")
    rows = [_row(it, most=NAMED) for it in found[:MOST]]
    part = _("De nyeste {most} vises; filen har alle.").format(most=number(MOST, digits=0))
    return table_html(
        _heads(), rows, title=_("Hvem gjorde hva"), notes=[part if len(found) > MOST else ""]
    )


def take_away(person: Person, wanted: Wanted) -> None:
    """Offer all that is wanted as a file."""
    download(
        _("Last ned {format}").format(format="CSV"),
        write=partial(_file, person, wanted),
        file_name=file_name("logg", str(today()), extension=".csv"),
        mime="text/csv",
        key="log-file",
        kommuner=frozenset(),
    )


def _file(person: Person, wanted: Wanted) -> bytes:
    rows = [_row(it, most=None) for it in events(person, wanted)]
    title = _("Hvem gjorde hva")
    about = About(title=title, source=f"{title}, {date(today())}", notice="")
    return write_csv(pd.DataFrame(rows, columns=_heads()), about)


def _heads() -> list[str]:
    return [
        _("Når"),
        _("Hvem"),
        _("Rolle"),
        _("Fra"),
        _("Hva"),
        _("Side"),
        _("Kommuner"),
        _("Dataversjon"),
        _("Mer"),
    ]


def _row(it: Entry, *, most: int | None) -> list[str]:
    return [
        moment(it.at),
        it.who,
        role_of(it),
        names(it.own),
        deeds().get(it.what, it.what),
        page_of(it),
        names(it.kommuner, most=most),
        "" if it.version is None else str(it.version),
        it.detail,
    ]


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), tzinfo=OSLO)

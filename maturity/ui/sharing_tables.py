"""What stands open, what was opened and taken back before, and who looked."""

import datetime

from maturity.audit import Entry
from maturity.claims import Person
from maturity.events import looks, openings
from maturity.language import _, date
from maturity.reference import reference
from maturity.sharing import OSLO
from maturity.ui.event_words import deeds, moment, names, page_of, role_of
from maturity.ui.sharing import standing_now, to_whom
from maturity.ui.table import table_html
from maturity.ui.visit import Visit
from maturity.views.choosers import alphabetically

MOST = 200  # rows of a table


def stands_open(now: Visit, person: Person) -> str:
    """Return what stands open as a table, or a sentence."""
    heads = [_("Kommune"), _("Rammeverk"), _("Åpen for"), _("Til og med")]
    rows = [
        [
            _name(it.act.kommune),
            _framework(it.act.instrument),
            to_whom(frozenset([it.to])),
            date(it.act.until, style="medium"),
        ]
        for it in standing_now(now, person)
    ]
    return (
        table_html(heads, rows, title=_("Profiler, og hvem de er åpne for"))
        if rows
        else _("Ingenting er åpent nå.")
    )


def changes(person: Person) -> str:
    """Return who opened what and took it back, the newest first."""
    heads = [_("Når"), _("Hvem"), _("Hva"), _("Kommune"), _("Rammeverk"), _("For"), _("Til og med")]
    rows = [
        [
            moment(it.at),
            it.by,
            deeds()[it.what],
            _name(it.kommune),
            _framework(it.instrument),
            to_whom(it.to),
            date(it.until, style="medium") if it.until else "–",
        ]
        for it in openings(person)[: -MOST - 1 : -1]
    ]
    if not rows:
        return _("Ingenting er åpnet eller tatt tilbake ennå.")
    return table_html(heads, rows, title=_("Den nyeste endringen først"))


def who_looked(person: Person, *, days: int) -> str:
    """Return who from elsewhere was shown the person's kommuner, by day; as far back as is kept."""
    since = datetime.datetime.now(tz=datetime.UTC) - datetime.timedelta(days=days)
    rows = [
        row
        for kommune in alphabetically(person.own)
        for row in _by_day(looks(person, kommune, since=since), kommune)
    ]
    if not rows:
        return _("Ingen utenfor kommunen har sett tallene deres.")
    heads = [_("Dag"), _("Hvem"), _("Rolle"), _("Fra"), _("Kommune"), _("Side")]
    return table_html(
        heads,
        rows[:MOST],
        title=_("Den nyeste dagen først"),
        notes=[
            _(
                "Ansatte i DigiNordland ser alle kommuner. Oppføringer slettes etter {days} dager."
            ).format(days=days)
        ],
    )


def _by_day(entries: list[Entry], kommune: str) -> list[list[str]]:
    """Put what one did in one day into one row."""
    found: dict[tuple[datetime.date, str, str, str], dict[str, None]] = {}
    for it in entries:
        key = (it.at.astimezone(OSLO).date(), it.who, role_of(it), names(it.own))
        way = page_of(it) + (f" ({deeds()['download'].lower()})" if it.what == "download" else "")
        found.setdefault(key, {})[way] = None
    return [
        [date(day, style="medium"), who, role, own or "–", _name(kommune), ", ".join(ways)]
        for (day, who, role, own), ways in found.items()
    ]


def _name(kommune: str) -> str:
    known = reference().kommuner
    return known[kommune].name if kommune in known else kommune


def _framework(instrument: str) -> str:
    known = reference().instruments
    return known[instrument].label if instrument in known else instrument

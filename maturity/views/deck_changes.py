"""What changes in a deck where it is brought to newer numbers, in words."""

from dataclasses import dataclass

import pandas as pd

from maturity import naming, queries
from maturity.access import Viewer
from maturity.deck import Deck
from maturity.exports.taken import taken
from maturity.language import _, number
from maturity.view import View
from maturity.views.decks import shown

MOST_TOLD = 12  # changed numbers of one view


@dataclass(frozen=True, kw_only=True)
class Changed:
    """What is other in one view: some of the numbers in words, and how many in all."""

    title: str
    numbers: tuple[str, ...]
    count: int


def changed(
    deck: Deck, *, old: queries.Data, new: queries.Data, viewer: Viewer
) -> tuple[Changed, ...]:
    """Return what changes in a deck where it is brought from one version of the data to another."""
    before, after = (shown(deck, data=data, viewer=viewer) for data in (old, new))
    found = []
    with naming.called(deck.naming):
        for then, now in zip(before, after, strict=True):
            title = next((it.view.title for it in (now, then) if it.view), then.slide.address)
            if then.view is None or now.view is None:
                if (then.view is None) != (now.view is None):
                    text = now.refused or _("Figuren kunne ikke vises før.")
                    found.append(Changed(title=title, numbers=(text,), count=1))
                continue
            other = _numbers(then.view, now.view)
            if other:
                told = tuple(other[:MOST_TOLD])
                found.append(Changed(title=title, numbers=told, count=len(other)))
    return tuple(found)


def _numbers(before: View, after: View) -> list[str]:
    """Return each number that is not the same, with what it is of."""
    then, now = (_by_what(taken(it)) for it in (before, after))
    found = []
    for key in dict.fromkeys([*then, *now]):
        old, new = then.get(key), now.get(key)
        if old != new:
            what = ", ".join(key)
            found.append(f"{what}: {_said(old)} → {_said(new)}")
    return found


def _by_what(table: pd.DataFrame) -> dict[tuple[str, ...], float | None]:
    """Return the numbers of a table by the texts of their row and their column's heading."""
    numbers = [it for it in table if pd.api.types.is_numeric_dtype(table[it].dtype)]
    reasons = {_("Hvorfor tallet mangler"), _("Hvorfor spredningen mangler")}
    texts = [it for it in table if it not in numbers and it not in reasons]
    return {
        (*(str(row[it]) for it in texts if row[it]), str(column)): (
            None if pd.isna(row[column]) else round(float(row[column]), 9)
        )
        for row in table.to_dict("records")
        for column in numbers
    }


def _said(value: float | None) -> str:
    if value is None:
        return _("mangler")
    return number(value, digits=0 if value.is_integer() else 2)

"""Whom a presenter may name before a hall, by what is configured and what has been opened."""

from itertools import product

from maturity import sharing, sharing_table
from maturity.reference import reference
from maturity.ui.visit import Visit
from maturity.views.revealing import Hall


def hall_of(seen: Visit) -> Hall:
    """Return what a hall may be told by this visitor; invented kommuner are nobody's secret."""
    if seen.rules is None or seen.looker is None:
        return Hall(everybody=True)
    if seen.looker.who.role == "staff" and seen.rules.stage_names == "all":
        return Hall(everybody=True)
    standing = sharing.standing(
        sharing_table.acts(), on=sharing.today(), invented=seen.data.all_invented
    )
    opened = sharing.opened_to(frozenset(), of=standing)
    if seen.rules.kommuner_see == "named":
        known = reference()
        opened |= frozenset(product(known.kommuner, known.instruments))
    return Hall(opened=opened)

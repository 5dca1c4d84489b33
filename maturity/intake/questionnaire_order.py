"""Statements by their place in the questionnaire, for exports whose headings are bare numbers.

Nothing in such a file says what was asked, so it is taken only where the numbers run from 1 to the
last statement of one of the layout's questionnaires, with none missing and none besides.
"""

import re
from collections.abc import Iterator, Sequence

from maturity.errors import UserError
from maturity.instruments import Instrument
from maturity.intake.headings import Statement
from maturity.intake.layouts import Questionnaire
from maturity.language import _


def by_order(
    headings: Sequence[str],
    questionnaires: Sequence[Questionnaire],
    instruments: Sequence[Instrument],
) -> dict[int, Statement]:
    """Return the statements by the number of their column; empty where no heading is a number.

    Raises UserError where there are numbers, but not those of any questionnaire.
    """
    counts = []
    for asked in questionnaires:
        before, _n, after = asked.variable.partition("{n}")
        variable = re.compile(rf"{re.escape(before)}([1-9]\d{{0,3}}){re.escape(after)}\b.*", re.I)
        places = {
            int(found[1]): i for i, it in enumerate(headings) if (found := variable.fullmatch(it))
        }
        statements = list(in_order(asked.order, instruments))
        if not places:
            continue
        if sorted(places) == list(range(1, len(statements) + 1)):
            return {places[n]: it for n, it in enumerate(statements, start=1)}
        counts.append((asked.variable, len(statements), len(places)))
    if counts:
        raise UserError(
            _(
                "Overskriftene er bare numre, og de stemmer ikke med noe skjema vi kjenner: fant "
                "{found} kolonner som «{variable}», ventet {expected}, fra 1 og uten hull. "
                "Eksporter på nytt med spørsmålstekst som overskrift."
            ).format(
                found=counts[0][2],
                variable=counts[0][0].format(n=1),
                expected=_(" eller ").join(str(n) for _variable, n, _found in counts),
            )
        )
    return {}


def in_order(order: Sequence[str], instruments: Sequence[Instrument]) -> Iterator[Statement]:
    """Yield the statements of each `instrument/aspect`, in the order of the framework."""
    known = {it.key: it for it in instruments}
    for part in order:
        key, aspect = part.split("/")
        if key not in known:
            message = _("Oppsettet viser til rammeverket «{key}», som ikke finnes.")
            raise UserError(message.format(key=key))
        for dimension in known[key].dimensions:
            if aspect == "target" and known[key].target_text:
                yield Statement(key, dimension.key, dimension.key, aspect)
                continue
            for item in dimension.items:
                yield Statement(key, dimension.key, item.key, aspect)

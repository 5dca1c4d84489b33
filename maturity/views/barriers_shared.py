"""Which themes kommuner share: one definition for every page that says so."""

import pandas as pd

from maturity import queries
from maturity.access import Viewer
from maturity.kept import kept
from maturity.language import _, name_of
from maturity.matching_groups import Shared, sharing_barrier
from maturity.reference import reference
from maturity.settings import thresholds
from maturity.views.barriers_choices import themes_told
from maturity.views.rounds import Round


@kept
def sharing(
    data: queries.Data, *, viewer: Viewer, kind: str, rounds: tuple[Round, ...]
) -> tuple[Shared, ...]:
    """Return the themes that enough kommuner share in any of these rounds, most kommuner first.

    What somebody typed themselves is no theme that others share.
    """
    rows = themes_told(data, viewer=viewer, kind=kind)
    own = in_our_words(rows[rows["survey_round"].isin([it.survey_round for it in rounds])])
    known = own[own["theme"] != other()]
    return tuple(sharing_barrier(known, at_least=thresholds().min_kommuner))


def in_our_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with their themes in the reader's language, all that was typed as one other."""
    names = {it.name["nb"]: name_of(it.name) for it in reference().programme.themes}
    said = rows["theme"].map(lambda it: names.get(it, other()), na_action="ignore")
    return rows.assign(theme=said)


def other() -> str:
    """Return the name of the themes that somebody typed: these stand among the comments."""
    return _("Annet")


def sharing_words() -> str:
    """Say when a kommune shares a theme."""
    return _("En kommune deler et tema når minst hver tredje av dem som svarte, nevner det.")

"""What differs between two versions of the answers: for staff alone."""

import pandas as pd

from maturity.access import Viewer
from maturity.errors import UserError
from maturity.language import _
from maturity.queries.asking import ask
from maturity.queries.rounds import participation
from maturity.serving_difference import Difference

COUNTS = ["added", "changed", "removed"]


def answers_changed(data: Difference, *, viewer: Viewer) -> pd.DataFrame:
    """Return survey_round, kommune, added, changed, removed and withheld.

    Counts are of answers and comments. They are missing where in either version so few answered
    that their number is withheld, since it would follow. Raises UserError but for staff, and for
    whoever looks at invented answers: what differs tells of single people.
    """
    if viewer.role not in ("staff", "demo"):
        raise UserError(_("Tidligere versjoner er for dem som er ansatt i DigiNordland."))
    frame = ask(data, viewer, "answers_changed")
    place = ["survey_round", "kommune"]
    seen = [participation(it, viewer=viewer) for it in (data.before, data.after)]
    few = pd.concat([it.loc[it["withheld"].notna(), place] for it in seen]).drop_duplicates()
    frame = frame.merge(few.assign(withheld="min_respondents"), on=place, how="left")
    return frame.astype(dict.fromkeys(COUNTS, "Int64")).assign(
        **{name: frame[name].astype("Int64").mask(frame["withheld"].notna()) for name in COUNTS}
    )

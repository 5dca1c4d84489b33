"""Whether somebody has said of this file what its numbers mean, where a layout says it of the last.

The same headings may come with other numbers the next time, and nothing in them would tell.
"""

from maturity.errors import UserError
from maturity.intake.columns import Columns
from maturity.intake.values import Ends
from maturity.language import _


def to_agree(columns: Columns) -> Ends | None:
    """Return the scale that a layout has for the numbers, where it is not the questionnaire's."""
    return columns.layout.scale if columns.instruments else None


def refuse_unsaid(columns: Columns) -> None:
    """Raise UserError, with what to write on the command line, where there is one to agree to."""
    ends = to_agree(columns)
    if ends is None:
        return
    scale = columns.instruments[0].scale
    raise UserError(
        _(
            "{layout} har tall på en annen skala enn skjemaets. Er det slik i denne filen også, "
            "så legg til «--scale {first:g}:{last:g}»; er tallene som i skjemaet, «--scale "
            "{min}:{max}». Ingenting er lest inn."
        ).format(
            layout=columns.layout.name[0].upper() + columns.layout.name[1:],
            first=ends[0],
            last=ends[1],
            min=scale.min,
            max=scale.max,
        )
    )

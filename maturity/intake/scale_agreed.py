"""Whether somebody has said of this file what its numbers mean, where a layout says it of the last.

The same headings may come with other numbers the next time, and nothing in them would tell.
"""

from maturity.errors import UserError
from maturity.instruments import Scale
from maturity.intake.columns import Columns
from maturity.intake.layouts import MeansLayout
from maturity.intake.values import Ends
from maturity.language import _
from maturity.reference import reference


def scale_of(columns: Columns) -> Scale | None:
    """Return the scale that the numbers of a file are brought to.

    Rows of means name their frameworks themselves: it is that which all have, None where they
    differ.
    """
    if not isinstance(columns.layout, MeansLayout):
        return columns.instruments[0].scale if columns.instruments else None
    scales = [it.scale for it in reference().instruments.values()]
    return scales[0] if len({(it.min, it.max) for it in scales}) == 1 else None


def to_agree(columns: Columns) -> Ends | None:
    """Return the scale that a layout has for the numbers, where it is not the questionnaire's."""
    return columns.layout.scale if scale_of(columns) else None


def refuse_unsaid(columns: Columns) -> None:
    """Raise UserError, with what to write on the command line, where there is one to agree to."""
    ends, scale = to_agree(columns), scale_of(columns)
    if ends is None or scale is None:
        return
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

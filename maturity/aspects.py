"""The aspects of an instrument: today, the target, and the way between them."""

from maturity.instruments import Instrument
from maturity.language import _, name_of


def aspects(instrument: Instrument) -> dict[str, str]:
    """Return the aspects by code, in the reader's language; the gap comes last."""
    names: dict[str, str] = {str(code): name_of(text) for code, text in instrument.aspects.items()}
    return {**names, "gap": _("Avstand til målet")}

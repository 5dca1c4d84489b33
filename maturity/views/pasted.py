"""What figure somebody means who pastes an address: of the figure, its numbers, or its page."""

from urllib.parse import urlsplit

from maturity.errors import UserError
from maturity.language import _
from maturity.views.registry import VIEWS

ENDS = (".csv", ".json")


def figures_at(pasted: str) -> list[str]:
    """Return the addresses of the figures that may be meant; a page has several.

    Raises UserError where it is no address of ours.
    """
    parts = urlsplit(pasted.strip())
    name = parts.path.rsplit("/", 1)[-1]
    for end in ENDS:
        name = name.removesuffix(end)
    mark = "?" if parts.query else ""
    # Some pages are called as one of their figures is.
    found = [key for key, it in VIEWS.items() if name in {key, it.page}]
    if not found:
        raise UserError(
            _("Det finnes ingen figur på adressen «{address}».").format(address=pasted.strip()[:80])
        )
    return [f"{key}{mark}{parts.query}" for key in found]

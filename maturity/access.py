"""Who is asking, and what they may see."""

from dataclasses import dataclass

from maturity.errors import UserError
from maturity.language import _


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """A reader and the kommuner whose scores they may see by name."""

    role: str
    kommuner: frozenset[str]
    own: frozenset[str] = frozenset()
    invented_only: bool = True


def demo_viewer(kommuner: frozenset[str], *, all_invented: bool) -> Viewer:
    """Return the viewer of invented data; refuse where a single answer is real."""
    if not all_invented:
        raise UserError(
            _(
                "Dataene er ekte, og denne utgaven har ingen innlogging ennå. Derfor vises ingen "
                "resultater."
            )
        )
    return Viewer(role="demo", kommuner=kommuner)

"""What a reader does not see, and why, in a sentence at the top of a page."""

from maturity.access import Viewer
from maturity.kept import kept
from maturity.language import _, ngettext
from maturity.reference import reference
from maturity.views.choosers import alphabetically


def sees_everybody(viewer: Viewer) -> bool:
    """Tell whether every kommune's scores may be seen by name, whatever they were asked."""
    return viewer.knows_all(reference().instruments)


def wholly_opened(viewer: Viewer) -> frozenset[str]:
    """Return the kommuner of whom all scores may be seen, so that silence is known as silence."""
    return frozenset.intersection(*(viewer.knows(code) for code in reference().instruments))


@kept
def limits(*, viewer: Viewer) -> str:
    """Return the sentence, "" for a reader who sees all there is."""
    if viewer.counted <= viewer.kommuner:
        return ""
    unnamed = viewer.unnamed and not sees_everybody(viewer)
    rest = _("De andres tall kan stå uten navn.") if unnamed else ""
    return " ".join(part for part in (_seen(viewer), rest) if part)


def _seen(viewer: Viewer) -> str:
    own = names(viewer.kommuner)
    opened = len(viewer.named - viewer.kommuner)
    if sees_everybody(viewer):
        return (
            _(
                "Du ser snitt og antall svar for alle kommunene. Spredning, kommentarer og "
                "enkeltsvar ser du bare for {own}."
            ).format(own=own)
            if own
            else _(
                "Du ser snitt og antall svar for alle kommunene. Spredning, kommentarer og "
                "enkeltsvar er ikke åpnet for deg."
            )
        )
    if opened:
        others = ngettext(
            "profilen til {count} kommune som har åpnet den",
            "profilen til {count} kommuner som har åpnet den",
            opened,
        ).format(count=opened)
        text = _("Du ser {parts} og grupper av kommuner. De andre har ikke åpnet profilen sin.")
        return text.format(parts=", ".join(part for part in (own, others) if part))
    if own:
        text = _(
            "Du ser {own} og grupper av kommuner. De andre kommunene har ikke åpnet profilen sin "
            "for deg."
        )
        return text.format(own=own)
    return _(
        "Du ser grupper av kommuner. Enkeltkommuner vises ikke, for ingen av dem har åpnet "
        "profilen sin for deg."
    )


def not_seen(*, viewer: Viewer, instrument: str) -> tuple[str, ...]:
    """Return for a panel that kommuner are left out because they are not opened; else nothing."""
    if viewer.knows_all([instrument]):
        return ()
    return (_("Kommuner som ikke har åpnet profilen sin for deg, vises ikke hver for seg."),)


def names(kommuner: frozenset[str]) -> str:
    """Name kommuner as a sentence does: «Bodø, Fauske og Sømna»."""
    known = reference().kommuner
    found = [known[code].name for code in alphabetically(kommuner)]
    if len(found) < 2:
        return "".join(found)
    return _(" og ").join([", ".join(found[:-1]), found[-1]])

"""The choices that several pages offer: a kommune, a framework, a survey round, a group."""

from collections.abc import Iterable, Sequence

from maturity import naming
from maturity.access import Viewer
from maturity.alphabet import alphabetic
from maturity.findings.scores import withheld_reason
from maturity.groups import WHOLE
from maturity.instruments import Kommune
from maturity.language import _
from maturity.reference import reference
from maturity.views.choosing import Choosing
from maturity.views.groups_offered import groups_offered
from maturity.views.rounds import Round

PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "Ae", "Ø": "O", "Å": "A"})


def one_kommune(chosen: Choosing, *, among: Iterable[str], default: str) -> str:
    """Let the reader find a kommune by name, Sámi name, number or region; return its number."""
    known = reference().kommuner
    code = chosen.one(
        _("Kommune"),
        "k",
        alphabetically(among),
        name=lambda code: search_label(known[code]),
        default=default,
    )
    closed = {f"k={it}" for it in known}
    reason = withheld_reason("not_opened")
    chosen.odd = [f"{it} ({reason})" if it in closed else it for it in chosen.odd]
    return code


def one_instrument(chosen: Choosing, rounds: dict[str, dict[str, Round]]) -> str:
    """Let the reader choose one of the frameworks that have been asked."""
    known = reference().instruments
    return chosen.one(
        _("Rammeverk"),
        "rammeverk",
        list(rounds),
        name=lambda code: known[code].label,
        default=next(iter(rounds)),
    )


def one_round(chosen: Choosing, rounds: dict[str, Round], *, default: str | None = None) -> str:
    """Let the reader choose one of these survey rounds; without a default, the first."""
    return chosen.one(
        _("Kartlegging"),
        "kartlegging",
        list(rounds),
        name=lambda code: rounds[code].label_with_date,
        default=default or next(iter(rounds)),
    )


def one_group(
    chosen: Choosing, *, viewer: Viewer, but: Sequence[str] = (), default: str = WHOLE
) -> str:
    """Let the reader choose what to compare with; `but`: groups that are shown anyway."""
    found = {code: it for code, it in groups_offered(viewer=viewer).items() if code not in but}
    return chosen.one(
        _("Sammenlign med"),
        "gruppe",
        list(found),
        name=lambda code: found[code].label,
        default=default if default in found else next(iter(found)),
        instead=but,
    )


def first_choice(viewer: Viewer, *, answered: Sequence[str], among: Iterable[str]) -> str:
    """Return the kommune that stands there until the reader chooses.

    The viewer's own, one of those that answered if any did; else the first of all that answered.
    """
    own = [code for code in alphabetically(among) if code in viewer.own]
    return next(
        iter([*(code for code in answered if code in own), *own, *answered, *alphabetically(among)])
    )


def alphabetically(kommuner: Iterable[str]) -> list[str]:
    """Return those of these kommuner that we know, as an alphabet has them."""
    known = reference().kommuner
    return sorted(set(kommuner) & set(known), key=lambda code: alphabetic(known[code].name))


def search_label(kommune: Kommune) -> str:
    """Return all that a kommune can be found by: Bodø (1804, Salten, Bodo).

    With a Sámi name where it has one, and as a keyboard without æ, ø and å writes it.
    """
    if naming.current():
        return kommune.name
    name = " – ".join(part for part in (kommune.name, kommune.sami_name) if part)
    typed = plain(kommune.name)
    found = [kommune.kommune, kommune.region, *([typed] if typed != kommune.name else [])]
    return f"{name} ({', '.join(found)})"


def plain(name: str) -> str:
    """Write a name as a keyboard without æ, ø and å does."""
    return name.translate(PLAIN)

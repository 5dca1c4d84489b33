"""What an import did, and what undoing it would do, in words; the page and the command line say it.

Kommuner are named as the reference data have them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from babel.lists import format_list

from maturity import language
from maturity.intake.imports import Import
from maturity.intake.standing import Effect, Place
from maturity.language import _, ngettext, number
from maturity.reference import reference

NAMED = 6  # kommuner that a sentence names


def in_short(effect: Effect) -> str:
    """Say how many kommuner a commit brought, replaced and took away, in one line."""
    parts = [
        (effect.came, ngettext("{n} ny", "{n} nye", len(effect.came))),
        (effect.replaced, ngettext("{n} erstattet", "{n} erstattet", len(effect.replaced))),
        (effect.gone, ngettext("{n} fjernet", "{n} fjernet", len(effect.gone))),
    ]
    said = [text.format(n=number(len(places), digits=0)) for places, text in parts if places]
    return ", ".join(said) or _("ingen endring")


def of_decisions(cells: int, rows: int) -> str:
    """Say how many cells were corrected and how many rows left out, where any were."""
    parts = [
        (cells, ngettext("{n} celle rettet", "{n} celler rettet", cells)),
        (rows, ngettext("{n} rad utelatt", "{n} rader utelatt", rows)),
    ]
    return ", ".join(text.format(n=number(n, digits=0)) for n, text in parts if n)


def of_undoing(effect: Effect, undone: Import) -> Iterator[str]:
    """Yield what goes, what comes back and what stays when an import is undone."""
    own = {(undone.survey_round, code) for code in undone.kommuner}
    stays = own - effect.gone - effect.replaced.keys()
    if effect.gone:
        yield _("Uten svar blir {places}.").format(places=_places(effect.gone))
    back: dict[int, set[Place]] = defaultdict(set)
    for place in (*effect.replaced, *effect.came):
        back[effect.replaced.get(place, 0)].add(place)
    for version, places in sorted(back.items()):
        yield (
            _("Svarene fra versjon {version} kommer tilbake i {places}.").format(
                version=version, places=_places(places)
            )
            if version
            else _("Eksempeldata kommer tilbake i {places}.").format(places=_places(places))
        )
    if stays:
        yield _("Nyere svar blir stående i {places}.").format(places=_places(stays))
    if not effect.gone and not back:
        yield _("Ingen svar endres: andre innlesinger har erstattet alle.")


def _places(places: Iterable[Place]) -> str:
    """Name kommuner with their survey round."""
    rounds: dict[str, list[str]] = defaultdict(list)
    for survey_round, code in sorted(places):
        rounds[survey_round].append(code)
    said = [f"{_names(codes)} ({survey_round})" for survey_round, codes in rounds.items()]
    return str(format_list(said, locale=language.current()))


def _names(codes: list[str]) -> str:
    known = reference().kommuner
    found = sorted(known[code].name if code in known else code for code in codes)
    if len(found) <= NAMED:
        return str(format_list(found, locale=language.current()))
    return ngettext("{n} kommune", "{n} kommuner", len(found)).format(
        n=number(len(found), digits=0)
    )

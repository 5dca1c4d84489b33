"""Decks made: the views of a deck, the decks that stand ready, and what changed in one."""

import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qs

import pandas as pd

from maturity import naming, queries
from maturity.access import Viewer
from maturity.deck import Deck, Slide, from_address, from_file
from maturity.errors import UserError
from maturity.exports.taken import taken
from maturity.language import _, number
from maturity.reference import reference
from maturity.view import View
from maturity.views.choosing import address
from maturity.views.registry import view
from maturity.views.rounds import offered

MOST_TOLD = 12  # changed numbers of one view
OF_KOMMUNE = ("trapp", "evner", "veien", "enighet", "plass", "flyttet")
OF_MODULE = ("modul", "spredning", "profiler", "barrierer")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One slide as it can be shown: its view, else why there is none."""

    slide: Slide
    view: View | None
    refused: str = ""


def shown(deck: Deck, *, data: queries.Data, viewer: Viewer) -> tuple[Shown, ...]:
    """Return the slides with their views, by names or letters as the deck has it."""
    found = []
    with naming.called(deck.naming):
        for slide in deck.slides:
            try:
                own = view(slide.address, data=data, viewer=viewer)
            except UserError as why:
                found.append(Shown(slide=slide, view=None, refused=why.message))
            else:
                found.append(Shown(slide=slide, view=own))
    return tuple(found)


def told_apart(views: Sequence[View]) -> tuple[View, ...]:
    """Return the views, those of one title with their framework in it."""
    titles = Counter(view.title for view in views)
    return tuple(
        replace(view, about=replace(view.about, title=f"{view.title} – {view.instrument.label}"))
        if titles[view.title] > 1 and view.instrument
        else view
        for view in views
    )


def bound(deck: Deck, *, newest: queries.Data) -> queries.Data | None:
    """Return the data that a deck is bound to; None where they are gone."""
    if deck.version in (None, newest.version):
        return newest
    try:
        return queries.at(newest.answers, deck.version)
    except UserError:
        return None


def opened(content: bytes) -> Deck | None:
    """Return the deck of a file; None where it is none of ours."""
    try:
        return from_file(content)
    except UserError:
        return None


def addressed(text: str) -> tuple[Deck | None, str]:
    """Return the deck that an address has whole, or why there is none."""
    try:
        return from_address(text), ""
    except UserError as why:
        return None, why.message


def hide(deck: Deck, *, kommuner: Iterable[str] = ()) -> Deck:
    """Return the deck with names hidden: the first letters for those that it is about."""
    return lettered(deck, kommuner=kommuner).model_copy(update={"hidden": True})


def lettered(deck: Deck, *, kommuner: Iterable[str] = ()) -> Deck:
    """Return the deck with a letter for everybody, hidden or not; whoever had one keeps it."""
    own = [code for it in deck.slides for code in _asked_of(it.address)]
    first = tuple(dict.fromkeys([*deck.letters, *own, *kommuner]))
    known = reference().kommuner
    return deck.model_copy(
        update={
            "letters": tuple(code for code in first if code in known),
            "seed": deck.seed or secrets.token_hex(16),
        }
    )


def nordland(data: queries.Data, *, viewer: Viewer) -> Deck:
    """Return the deck «Nordland i dag», of what this viewer may see."""
    rounds = offered(data, viewer=viewer)
    newest = {code: next(iter(found)) for code, found in rounds.items()}
    steps = {code for code in newest if reference().instruments[code].ordered}
    addresses = [
        address(name, {"rammeverk": code, "kartlegging": it})
        for code, it in sorted(newest.items(), key=lambda one: one[0] not in steps)
        for name in (("nordlandstrapp",) if code in steps else ("nordland", "nordlandsveien"))
    ]
    addresses += [
        address("spredning", {"rammeverk": code, "kartlegging": it}) for code, it in newest.items()
    ]
    addresses += [address("endring", {"rammeverk": code}) for code in newest]
    return _ready(
        _("Nordland i dag"), ["deltakelse", *addresses, "barrierer"], data=data, viewer=viewer
    )


def of_kommune(data: queries.Data, *, viewer: Viewer, kommune: str) -> Deck:
    """Return the deck of one kommune; UserError where nothing of it may be shown."""
    if kommune not in viewer.named:
        raise UserError(_("Du har ikke tilgang til denne kommunen."))
    title = _("{kommune}: digital modenhet").format(kommune=reference().kommuner[kommune].name)
    return _ready(title, [f"{name}?k={kommune}" for name in OF_KOMMUNE], data=data, viewer=viewer)


def of_module(data: queries.Data, *, viewer: Viewer, survey_round: str) -> Deck:
    """Return the deck of one kartlegging; UserError where it is not known."""
    found = [
        (code, rounds[survey_round])
        for code, rounds in offered(data, viewer=viewer).items()
        if survey_round in rounds
    ]
    if not found:
        raise UserError(_("Det finnes ingen slik kartlegging."))
    addresses = [
        address(
            name,
            {"kartlegging": survey_round} | ({"rammeverk": code} if name != "barrierer" else {}),
        )
        for code, _round in found
        for name in OF_MODULE
    ]
    return _ready(found[0][1].label, list(dict.fromkeys(addresses)), data=data, viewer=viewer)


def _ready(title: str, addresses: list[str], *, data: queries.Data, viewer: Viewer) -> Deck:
    """Return a deck of those views that can be made, bound to these data."""
    asked = Deck(title=title, slides=tuple(Slide(address=it) for it in addresses))
    views = [it.view for it in shown(asked, data=data, viewer=viewer) if it.view is not None]
    slides = tuple(Slide(address=it) for it in dict.fromkeys(it.address for it in views))
    return Deck(title=title, slides=slides, version=data.version)


@dataclass(frozen=True, kw_only=True)
class Changed:
    """What is other in one view: some of the numbers in words, and how many in all."""

    title: str
    numbers: tuple[str, ...]
    count: int


def changed(
    deck: Deck, *, old: queries.Data, new: queries.Data, viewer: Viewer
) -> tuple[Changed, ...]:
    """Return what changes in a deck where it is brought from one version of the data to another."""
    before, after = (shown(deck, data=data, viewer=viewer) for data in (old, new))
    found = []
    with naming.called(deck.naming):
        for then, now in zip(before, after, strict=True):
            title = next((it.view.title for it in (now, then) if it.view), then.slide.address)
            if then.view is None or now.view is None:
                if (then.view is None) != (now.view is None):
                    text = now.refused or _("Figuren kunne ikke vises før.")
                    found.append(Changed(title=title, numbers=(text,), count=1))
                continue
            other = _numbers(then.view, now.view)
            if other:
                told = tuple(other[:MOST_TOLD])
                found.append(Changed(title=title, numbers=told, count=len(other)))
    return tuple(found)


def _numbers(before: View, after: View) -> list[str]:
    """Return each number that is not the same, with what it is of."""
    then, now = (_by_what(taken(it)) for it in (before, after))
    found = []
    for key in dict.fromkeys([*then, *now]):
        old, new = then.get(key), now.get(key)
        if old != new:
            what = ", ".join(key)
            found.append(f"{what}: {_said(old)} → {_said(new)}")
    return found


def _by_what(table: pd.DataFrame) -> dict[tuple[str, ...], float | None]:
    """Return the numbers of a table by the texts of their row and their column's heading."""
    numbers = [it for it in table if pd.api.types.is_numeric_dtype(table[it].dtype)]
    reasons = {_("Hvorfor tallet mangler"), _("Hvorfor spredningen mangler")}
    texts = [it for it in table if it not in numbers and it not in reasons]
    return {
        (*(str(row[it]) for it in texts if row[it]), str(column)): (
            None if pd.isna(row[column]) else round(float(row[column]), 9)
        )
        for row in table.to_dict("records")
        for column in numbers
    }


def _said(value: float | None) -> str:
    if value is None:
        return _("mangler")
    return number(value, digits=0 if value.is_integer() else 2)


def _asked_of(address: str) -> list[str]:
    """Return the kommuner that an address asks for."""
    choices = parse_qs(address.partition("?")[2])
    return [*choices.get("k", []), *choices.get("kommune", [])]

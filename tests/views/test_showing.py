"""What a hall is sent: letters until a name is allowed and revealed, and no more than is drawn."""

import json
import re

import pytest

from maturity import queries
from maturity.access import Viewer, demo_viewer
from maturity.deck import Deck, Slide
from maturity.names_found import names_found, without_names
from maturity.naming import Letters
from maturity.reference import reference
from maturity.views import decks, revealing
from maturity.views.registry import VIEWS
from maturity.views.revealing import Hall
from maturity.views.showing import showing

ALL = frozenset(reference().kommuner)
BODØ, FAUSKE, SØMNA = "1804", "1841", "1812"
COMPARED = "sammenlign?kommune=1804&kommune=1841&gruppe=nordland&rammeverk=evner-10%2B3"
EVERYBODY = Hall(everybody=True)


@pytest.fixture(scope="module")
def data(answers):
    return queries.newest(answers)


@pytest.fixture(scope="module")
def viewer():
    return demo_viewer(ALL, all_invented=True)


@pytest.fixture(scope="module")
def show(data, viewer):
    """Show a deck of these addresses, prepared as its page prepares it."""

    def shown(*addresses, hall=EVERYBODY, notes=False, dark=False, slides=None, **deck):
        asked = Deck(slides=slides or tuple(Slide(address=it) for it in addresses), **deck)
        own = revealing.with_names(asked, data=data, viewer=viewer)
        ready = revealing.prepared(asked, slides=own, own=viewer.own)
        return showing(ready, data=data, viewer=viewer, hall=hall, notes=notes, dark=dark)

    return shown


def alone(name, *, kommuner="kommune=1804") -> Deck:
    """A deck of one view, of these kommuner where it is of any."""
    query = {"sammenlign": kommuner, "fordelt": "inndeling=kommune"}.get(name, "")
    if VIEWS[name].page == "kommune":
        query = "k=1804"
    return Deck(slides=(Slide(address=f"{name}?{query}"),))


def sent(shown) -> str:
    return json.dumps(shown.show, ensure_ascii=False)


def test_names_come_one_by_one(show):
    before = show(COMPARED)
    assert names_found(sent(before)) == set()
    assert before.left == ({"A": BODØ, "B": FAUSKE},)
    letters = {"letters": tuple(before.left[0].values())}
    one = show(COMPARED, hidden=True, revealed=(BODØ,), **letters, seed="ab")
    assert names_found(sent(one)) == {BODØ}
    assert one.left == ({"B": FAUSKE},)
    both = show(COMPARED, hidden=True, revealed=(BODØ, FAUSKE), **letters, seed="ab")
    assert names_found(sent(both)) == {BODØ, FAUSKE}
    assert both.left == ({},)


def test_letters_are_the_same_on_every_view_and_with_views_added(show, data, viewer):
    first = Deck(slides=(Slide(address="evner?k=1841"),))
    own = revealing.with_names(first, data=data, viewer=viewer)
    ready = revealing.prepared(first, slides=own, own=frozenset())
    longer = ready.with_slide(Slide(address="trapp?k=1804"))
    again = revealing.prepared(longer, slides=own, own=frozenset())
    assert again.letters == ready.letters
    assert set(again.letters) == ALL
    assert again.letters[0] == FAUSKE


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_whoever_has_a_letter_in_a_view_is_one_that_it_is_about(name, data, viewer):
    """Else a name could be revealed that stands in a view which it has not opened."""
    deck = alone(name, kommuner="kommune=1804&kommune=1841")
    own = revealing.with_names(deck, data=data, viewer=viewer)
    ready = revealing.prepared(deck, slides=own, own=frozenset())
    shown = showing(
        ready.model_copy(update={"hidden": True}),
        data=data,
        viewer=viewer,
        hall=EVERYBODY,
        dark=False,
    )
    assert not re.search(r'"1[89]\d\d"', sent(shown)), "a kommune's number tells its name"
    lettered = set(re.findall(r"Kommune ([A-Z]{1,2})(?!\w)", sent(shown)))
    known = Letters(first=ready.letters, seed=ready.seed).of(ALL)
    assert lettered <= {known[code] for code in revealing.about(own)}


def test_nobody_is_named_who_has_not_opened_all_that_is_shown(show):
    capabilities = Hall(opened=frozenset({(BODØ, "evner-10+3")}))
    hostile = {"hidden": False, "revealed": tuple(sorted(ALL)), "seed": "ab"}
    shown = show(COMPARED, hall=Hall(), **hostile)
    assert names_found(sent(shown)) == set()
    assert shown.left == ({},)
    assert names_found(sent(show(COMPARED, hall=capabilities, **hostile))) == {BODØ}
    # A letter is the same throughout: on its staircase, which is not opened, it has one too.
    both = show(COMPARED, "trapp?k=1804", hall=capabilities, **hostile)
    assert names_found(sent(both)) == set()
    # How its people answered is no part of a profile.
    people = show(COMPARED, "enighet?k=1804", hall=capabilities, **hostile)
    assert names_found(sent(people)) == set()


def test_a_leader_names_the_own_kommune_and_no_other(data):
    leader = Viewer(
        role="executive",
        kommuner=frozenset({BODØ}),
        own=frozenset({BODØ}),
        opened=frozenset({(FAUSKE, "evner-10+3")}),
        others=ALL - {BODØ},
    )
    deck = Deck(slides=(Slide(address=COMPARED), Slide(address="enighet?k=1804")))
    own = revealing.with_names(deck, data=data, viewer=leader)
    assert revealing.nameable(own, viewer=leader, hall=Hall()) == {BODØ}
    alone = Deck(slides=(Slide(address="evner?k=1804"),))
    own = revealing.with_names(alone, data=data, viewer=leader)
    assert not revealing.prepared(alone, slides=own, own=leader.own).hidden


@pytest.mark.parametrize("name", sorted(revealing.PROFILES))
def test_a_profile_is_what_whoever_it_is_opened_to_sees(name, data):
    """With every profile opened and nothing else, these views can be made; the others cannot."""
    opened = frozenset((code, it) for code in ALL for it in reference().instruments)
    hall = Viewer(role="presenter", kommuner=frozenset(), opened=opened)
    query = (
        "kommune=1804"
        if name == "sammenlign"
        else "k=1804"
        if VIEWS[name].page == "kommune"
        else ""
    )
    (shown,) = decks.shown(Deck(slides=(Slide(address=f"{name}?{query}"),)), data=data, viewer=hall)
    assert shown.view is not None, shown.refused


def test_what_the_presenter_writes_has_letters_too(show):
    slide = Slide(address=COMPARED, title="bodø først", notes="Spør Fauske om Bodøs vei")
    shown = show(slides=(slide,), title="Bodø i dag", notes=True)
    assert names_found(sent(shown)) == set()
    assert "bodø" not in sent(shown)
    assert shown.show["title"] == "Kommune A i dag"
    assert shown.show["views"][1]["message"] == "Kommune\N{NO-BREAK SPACE}A først"
    assert shown.show["views"][1]["notes"] == "Spør Kommune B om Kommune As vei"
    assert "notes" not in show(slides=(slide,)).show["views"][1]


def test_every_view_says_where_it_is_from(show, data, viewer):
    for ready in (
        decks.nordland(data, viewer=viewer),
        decks.of_kommune(data, viewer=viewer, kommune=BODØ),
    ):
        shown = show(slides=ready.slides)
        for view in shown.show["views"][1:]:
            assert "Eksempeldata" in view["notice"]
            assert re.search(rf"\b{data.version}\b", view["source"])
            assert view["message"]
            assert view["alt"]
            for figure in view["figures"].values():
                text = json.dumps(figure)
                assert "hovertext" not in text
                assert "customdata" not in text


def test_names_in_texts():
    letters = Letters(first=(BODØ, FAUSKE), seed="s", revealed=frozenset({FAUSKE}))
    assert (
        without_names("Bodø, Fauske og BODØS", letters=letters) == "Kommune A, Fauske og Kommune AS"
    )
    assert names_found("Bodøgård") == set()

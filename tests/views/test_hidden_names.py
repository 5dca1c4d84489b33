"""Where names are hidden, nothing of a view says who is who."""

import json
import re

import pytest

from maturity import naming, queries
from maturity.access import demo_viewer
from maturity.errors import UserError
from maturity.exports.formats import FORMATS
from maturity.exports.taken import taken
from maturity.naming import Letters
from maturity.reference import reference
from maturity.views.registry import VIEWS, view

BODØ, RANA = "1804", "1833"
LETTERS = Letters(first=(BODØ,), seed="a seed")
REFUSED = {"kart", "samarbeid", "par"}
CHOSEN = {"sammenlign": "kommune=1804&kommune=1833", "fordelt": "inndeling=kommune"}


@pytest.fixture(scope="module")
def make(answers):
    """Make a view of the demo, its names hidden."""
    data = queries.newest(answers)
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=data.all_invented)

    def hidden(address, letters=LETTERS):
        with naming.called(letters):
            return view(address, data=data, viewer=viewer)

    return hidden


def address(name):
    page = VIEWS[name].page
    return f"{name}?{CHOSEN.get(name) or ('k=1804' if page == 'kommune' else '')}"


def texts(own):
    """All that a view can say to anybody, as text."""
    figures = json.dumps([own.draw(dark=dark).to_dict() for dark in (False, True)], default=str)
    return [
        json.loads(json.dumps(figures, ensure_ascii=False)).encode().decode("unicode_escape"),
        own.frame.to_csv(),
        taken(own).to_csv(),
        own.finding,
        own.address,
        repr(own),
        str(own.table),
        str(own.panel),
        str(own.about),
        str(dict(own.options)),
        str(own.kommuner),
    ]


@pytest.mark.parametrize("name", sorted(set(VIEWS) - REFUSED))
def test_no_name_and_no_number_is_in_a_view_of_hidden_names(make, name):
    own = make(address(name))
    for text in texts(own):
        for code, kommune in reference().kommuner.items():
            for told in (kommune.name, kommune.sami_name, code):
                if told:
                    found = re.search(rf"(?<![\w.,:#]){re.escape(told)}(?![\w,:#])", text)
                    assert not found, (told, text[max(0, found.start() - 80) : found.end() + 20])
    for form in FORMATS.values():
        form.write([own])


def test_who_was_picked_for_an_own_group_is_in_no_address(make):
    picked = "&".join(f"egen={code}" for code in sorted(reference().kommuner)[:20])
    own = make(f"sammenlign?kommune={BODØ}&{picked}")
    assert "egen=" not in own.address
    assert not own.again


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_shows_who_is_who_by_its_place_is_refused(make, name):
    with pytest.raises(UserError, match="uten navn"):
        make(name)


@pytest.mark.parametrize("name", ["linjer", "modul", "profiler", "svar", "fordelt"])
def test_no_order_of_kommuner_tells_of_their_numbers(make, name):
    found = re.findall(r"Kommune ([A-Z]+)", " ".join(texts(make(address(name)))[2:3]))
    letters = list(dict.fromkeys(found))
    ordered = sorted(letters, key=lambda it: (len(it), it)) if name != "fordelt" else letters
    assert sorted(letters) == letters or letters == ordered


def test_letters_are_the_same_for_as_long_as_their_deck_is(make):
    one = make("evner?k=1804")
    assert one.title.startswith("Kommune A")
    assert make("evner?k=1804") is one
    assert LETTERS.of(["1804", "1833"]) == {"1804": "A", "1833": "B"}
    other = Letters(first=(BODØ,), seed="another").of(reference().kommuner)
    assert other != LETTERS.of(reference().kommuner)
    assert sorted(other.values(), key=lambda it: (len(it), it))[-1] == "AO"


def test_one_who_is_revealed_has_a_name_and_the_others_have_not(make):
    letters = Letters(first=(BODØ, RANA), seed="a seed", revealed=frozenset({BODØ}))
    own = make("sammenlign?kommune=1804&kommune=1833", letters)
    assert own.table.heads[1:3] == ("Bodø", "Kommune B")
    assert RANA not in " ".join(texts(own))


def test_names_are_back_when_the_block_is_left(make):
    make("evner?k=1804")
    assert naming.current() is None
    assert reference().kommuner[BODØ].name == "Bodø"


def test_what_a_kommune_is_compared_with_tells_nothing_of_it(make):
    own = make("evner?k=1804&gruppe=region:Salten")
    assert "Salten" not in " ".join(texts(own))

"""What is taken along has letters until names are chosen, and never a name more than is seen."""

import re

import pytest

from maturity import queries
from maturity.access import Viewer, demo_viewer
from maturity.deck import Deck, Slide
from maturity.exports.formats import FORMATS
from maturity.reference import reference
from maturity.views.choosing import NOWHERE, Told
from maturity.views.packing import choose, lettered

ALL = frozenset(reference().kommuner)
OWN = Deck(
    title="Til samlingen i Bodø",
    slides=(
        Slide(
            address="sammenlign?kommune=1804&kommune=1841",
            title="Se på BODØ",
            notes="Si dette om Bodø.",
        ),
        Slide(address="kart"),
    ),
    revealed=("1804",),
    hidden=True,
    seed="ab",
)
LEADER = Viewer(
    role="executive", kommuner=frozenset({"1804"}), own=frozenset({"1804"}), others=ALL - {"1804"}
)


@pytest.fixture(scope="module")
def take(answers):
    data = queries.newest(answers)
    everybody = demo_viewer(ALL, all_invented=data.all_invented)

    def take(query, *, viewer=everybody, own=OWN, bound=data):
        return choose(
            data, viewer=viewer, chosen=Told(query), blocks=[NOWHERE] * 3, own=own, bound=bound
        )

    return take


def names_in(text: str) -> set[str]:
    """The kommuner that a text names, by name or by number."""
    words = {it.name: code for code, it in reference().kommuner.items()}
    found = re.findall(rf"(?<![\w.,:#])({'|'.join([*words, *ALL])})(?![\w,:#])", text)
    return {words.get(it, it) for it in found}


def page(packed) -> str:
    """The file that is handed out, without what is the same in all of them."""
    raw = (
        FORMATS["html"]
        .write(
            packed.views,
            title=packed.title,
            messages=packed.messages,
            base_address="https://x.no/",
            same_at="https://x.no/p",
        )
        .decode()
    )
    return re.sub(r"<script>.*?</script>|<style>.*?</style>", "", raw, flags=re.DOTALL)


@pytest.mark.parametrize("query", ["", "utvalg=kommune&k=1804", "utvalg=modul", "utvalg=egen"])
def test_until_it_is_chosen_nobody_is_named_in_what_is_handed_out(take, query):
    packed = take(query)
    assert packed.views
    assert names_in(packed.title) == set()
    assert names_in(page(packed)) == set()
    assert not any(view.kommuner for view in packed.views)
    assert names_in(str(packed.told)) == set()


def test_names_are_there_where_they_are_chosen_and_noted(take):
    packed = take("utvalg=kommune&k=1804&navn=navn")
    assert packed.title == "Bodø: digital modenhet"
    assert packed.about == {"1804"}
    assert dict(packed.told) == {"utvalg": "kommune", "navn": "navn", "k": "1804"}
    assert "1804" in names_in(page(packed))


def test_what_shows_who_is_who_is_left_out_and_says_why(take):
    packed = take("utvalg=egen")
    assert len(packed.views) == 1
    assert packed.notes == ("Si dette om Kommune A.",)
    assert packed.messages == ("Se på Kommune A",)
    assert packed.title == "Til samlingen i Kommune A"
    assert ">Se på Kommune A</h2>" in page(packed)
    assert any("uten navn" in it for it in packed.left_out)
    assert len(take("utvalg=egen&navn=navn").views) == 2


def test_of_others_nothing_is_taken_along_by_name_or_letter(take):
    packed = take("utvalg=egen&navn=navn", viewer=LEADER)
    assert packed.views == ()
    assert len(packed.left_out) == 2
    assert names_in(" ".join(packed.left_out)) <= {"1841"}, "only what the deck itself asked for"
    assert names_in(page(take("navn=navn", viewer=LEADER))) <= {"1804"}


def test_letters_stay_the_same_and_nobody_stays_revealed():
    deck = Deck(slides=(Slide(address="evner?k=1804"),))
    assert lettered(deck) == lettered(deck)
    assert lettered(deck).letters == ("1804",)
    assert lettered(OWN).revealed == ()
    assert lettered(OWN).seed == "ab"
    other = lettered(Deck(slides=(Slide(address="evner?k=1841"),)))
    assert other.seed != lettered(deck).seed


def test_two_views_of_one_title_say_which_framework_they_are_of(take):
    titles = [view.title for view in take("").views]
    assert len(titles) == len(set(titles)) == 9
    assert sum(title.endswith("– Digital modenhet (fem generasjoner)") for title in titles) == 1


def test_numbers_that_are_gone_are_told_and_nothing_else_is_shown(take):
    packed = take("utvalg=egen", own=OWN.model_copy(update={"version": 10**6}), bound=None)
    assert packed.views == ()
    assert "finnes ikke lenger" in packed.left_out[0]


def test_what_one_has_gathered_is_in_no_address(take):
    assert take("utvalg=egen").told == ()

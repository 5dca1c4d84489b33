"""Ready decks hold what their viewer may see, hidden ones no name, frozen ones their numbers."""

import shutil

import pytest
from deltalake import DeltaTable

from maturity import queries
from maturity.access import Viewer, demo_viewer
from maturity.deck import Deck, Slide
from maturity.errors import UserError
from maturity.reference import reference
from maturity.views import deck_changes, decks
from tests.leaks.readers import READERS

ALL = frozenset(reference().kommuner)


@pytest.fixture(scope="module")
def data(answers):
    return queries.newest(answers)


@pytest.fixture(scope="module")
def viewer():
    return demo_viewer(ALL, all_invented=True)


def kinds(deck):
    return [it.address.partition("?")[0] for it in deck.slides]


def test_the_ready_decks_are_whole_and_bound_to_the_data(data, viewer):
    nordland = decks.nordland(data, viewer=viewer)
    assert kinds(nordland)[0] == "deltakelse"
    assert {"nordlandstrapp", "nordland", "nordlandsveien"} < set(kinds(nordland))
    assert {"spredning", "endring", "barrierer"} < set(kinds(nordland))
    for framework in ("evner-10%2B3", "modenhet-5gen"):
        assert sum(framework in it.address for it in nordland.slides) > 1
    bodo = decks.of_kommune(data, viewer=viewer, kommune="1804")
    assert kinds(bodo) == list(decks.OF_KOMMUNE)
    module = decks.of_module(data, viewer=viewer, survey_round="strategi-forarbeid")
    assert {"modul", "spredning", "profiler"} <= set(kinds(module))
    assert kinds(module).count("modul") == 2, "of both frameworks"
    for deck in (nordland, bodo, module):
        assert deck.version == data.version


@pytest.mark.parametrize("name", ["presenter", "executive", "executive, named"])
def test_every_slide_of_the_ready_decks_is_made_again_for_who_sees_less(data, name):
    viewer = READERS[name].viewer()
    made = [decks.nordland(data, viewer=viewer)]
    made += [decks.of_module(data, viewer=viewer, survey_round="strategi-forarbeid")]
    for deck in made:
        assert deck.slides
        assert [
            it.refused for it in decks.shown(deck, data=data, viewer=viewer) if it.refused
        ] == []
        assert all(it.view for it in decks.shown(deck, data=data, viewer=viewer))


def test_of_a_kommune_without_answers_there_is_no_deck_but_a_reason(data, viewer):
    with pytest.raises(UserError, match="Bindal: ingen av figurene har tall"):
        decks.of_kommune(data, viewer=viewer, kommune="1811")
    found, why = decks.attempted(lambda: decks.of_kommune(data, viewer=viewer, kommune="1811"))
    assert found is None
    assert why.startswith("Bindal")


def test_a_deck_of_another_is_refused_slide_by_slide(data, viewer):
    deck = decks.of_kommune(data, viewer=viewer, kommune="1841")
    leader = Viewer(
        role="executive",
        kommuner=frozenset({"1804"}),
        own=frozenset({"1804"}),
        others=ALL - {"1804"},
    )
    slides = decks.shown(deck, data=data, viewer=leader)
    assert all(it.view is None and it.refused for it in slides)
    with pytest.raises(UserError):
        decks.of_kommune(data, viewer=leader, kommune="1841")


def test_a_hidden_deck_names_nobody_and_keeps_its_letters(data, viewer):
    deck = decks.hide(decks.of_kommune(data, viewer=viewer, kommune="1804"))
    longer = decks.hide(deck.with_slide(Slide(address="evner?k=1841")))
    assert longer.letters == ("1804", "1841")
    assert longer.seed == deck.seed
    for it in decks.shown(longer, data=data, viewer=viewer):
        assert it.view is not None
        text = f"{it.view.title} {it.view.finding} {it.view.address} {it.view.table}"
        assert "Bodø" not in text
        assert "1804" not in text
    assert longer.slides[0].address.startswith("trapp?k=1804")  # the presenter's own copy has it


@pytest.fixture
def two_versions(answers, tmp_path):
    """A copy of the table in which the next version has no answers of Bodø to one module."""
    copy = tmp_path / "answers"
    shutil.copytree(answers, copy)
    before = queries.newest(copy)
    DeltaTable(str(copy)).delete("kommune = '1804' and survey_round = 'teknologi-forarbeid'")
    return before, queries.newest(copy), copy


def test_a_frozen_deck_shows_its_own_version_and_tells_what_would_change(two_versions, viewer):
    before, after, path = two_versions
    assert after.version == before.version + 1
    deck = Deck(
        slides=(
            Slide(address="evner?k=1804&kartlegging=teknologi-forarbeid&gruppe=nordland"),
            Slide(address="evner?k=1841&kartlegging=ledelse-forarbeid&gruppe=nordland"),
        ),
        version=before.version,
    )
    again = queries.at(path, before.version)
    assert again is queries.at(path, before.version)  # held open
    (first, _second) = decks.shown(deck, data=again, viewer=viewer)
    (then, _second) = decks.shown(deck, data=before, viewer=viewer)
    assert first.view.frame.equals(then.view.frame)
    (told,) = deck_changes.changed(deck, old=again, new=after, viewer=viewer)
    assert told.title.startswith("Bodø")
    assert told.count >= 13
    assert any("→ mangler" in it for it in told.numbers)
    assert deck_changes.changed(deck, old=again, new=again, viewer=viewer) == ()


def test_a_version_that_is_not_there_is_told_in_a_sentence(answers, data):
    assert queries.at(answers, data.version) is data
    with pytest.raises(UserError, match="finnes ikke"):
        queries.at(answers, data.version + 1)

"""An earlier version of the answers by a presentation: for whom, and for how long."""

import datetime
from pathlib import Path

import pytest

from maturity import queries
from maturity.access import viewer_of
from maturity.bond import bonded
from maturity.claims import Person
from maturity.deck import Deck, Slide, from_file, to_file
from maturity.errors import UserError
from maturity.intake.store import Store
from maturity.ui.deck_data import data_of, data_or_none, older
from maturity.ui.looking import Looker
from maturity.ui.visit import Visit
from tests.made_answers import opened, people, take

FIRST, THEN = "r1", "r2"
LEADER, OTHER = "leder@x.example", "annen@x.example"


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Real answers of one round."""
    path = tmp_path / "answers"
    take(path, people(FIRST, "1804", [3.0, 4.0, 2.0], invented=False))
    monkeypatch.setenv("MATURITY_ANSWERS", str(path))
    return path


def visit(data: queries.Data, name: str = LEADER, role: str = "executive") -> Visit:
    now = datetime.datetime.now(tz=datetime.UTC)
    own = frozenset({"1804"} if role == "executive" else ())
    who = Person(name=name, role=role, own=own, signed_in_at=now)
    viewer = viewer_of(who, see="own", kommuner=frozenset({"1804"}), instruments=("modenhet-6gen",))
    looker = Looker(who=who, page="presentasjon", version=data.version, keep_days=30)
    return Visit(data=data, viewer=viewer, looker=looker, rules=None)


def deck_of(data: queries.Data, owner: str = LEADER) -> Deck:
    """A deck as it is saved and opened again, made by somebody while these were the newest."""
    made = Deck(slides=(Slide(address="trapp?k=1804"),), version=data.version)
    return from_file(to_file(bonded(made, newest=data.version, owner=owner)))


def more(answers: Path) -> queries.Data:
    take(answers, people(THEN, "1804", [3.0, 4.0, 2.0, 5.0], invented=False))
    return opened(answers)


def test_who_had_it_while_it_was_the_newest_goes_on_with_it(answers):
    then = opened(answers)
    deck = deck_of(then)
    newest = more(answers)
    assert data_of(deck, visit(newest)).version == then.version < newest.version
    assert older(deck, visit(newest))


@pytest.mark.parametrize("name", [OTHER, ""])
def test_nobody_else_does(answers, name):
    deck = deck_of(opened(answers))
    with pytest.raises(UserError, match="ikke åpen for deg"):
        data_of(deck, visit(more(answers), name=name))


@pytest.mark.parametrize("change", [{"bond": ""}, {"bond": "0" * 32}, {"version": 0}])
def test_nor_with_a_bond_that_is_made_up_or_of_another_version(answers, change):
    deck = deck_of(more(answers)).model_copy(update=change)
    take(answers, people("r3", "1804", [1.0, 2.0, 3.0], invented=False))
    assert data_or_none(deck, visit(opened(answers))) is None


def test_a_bond_is_given_for_the_newest_alone(answers):
    then = opened(answers)
    late = bonded(Deck(version=then.version), newest=more(answers).version, owner=LEADER)
    assert late.bond == ""


def test_what_was_undone_since_is_open_to_staff_alone(answers):
    undone = more(answers)
    deck = deck_of(undone)
    Store(answers).undo(who="test", version=undone.version)
    newest = opened(answers)
    assert data_or_none(deck, visit(newest)) is None
    assert data_of(deck, visit(newest, role="staff")).version == undone.version


def test_what_somebody_reads_without_signing_in_is_all_invented(answers):
    deck, newest = deck_of(opened(answers)), more(answers)
    nobody = Visit(data=newest, viewer=visit(newest).viewer, looker=None, rules=None)
    assert data_or_none(deck, nobody) is None

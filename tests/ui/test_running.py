"""Whose presentations make room when many are open: those of whoever has too many."""

import pytest

from maturity.deck import Deck
from maturity.ui import running

DECK = Deck(slides=())


@pytest.fixture(autouse=True)
def _none_are_open(monkeypatch):
    monkeypatch.setattr(running, "_running", type(running._running)())


def still(signs, *, owner):
    return [sign for sign in signs if running.deck_of(sign, owner=owner) is not None]


def test_nobodys_stage_ends_because_another_opens_hundreds():
    stage = running.begin(DECK, owner="presenter")
    many = [running.begin(DECK, owner="executive") for _each in range(running.MOST)]
    assert still([stage], owner="presenter")
    assert still(many, owner="executive") == many[-running.MOST_OF_ONE :]


def test_of_ones_own_that_which_was_used_longest_ago_makes_room():
    first, second, *_rest = [
        running.begin(DECK, owner="presenter") for _each in range(running.MOST_OF_ONE)
    ]
    assert still([first], owner="presenter")
    running.begin(DECK, owner="presenter")
    assert still([first, second], owner="presenter") == [first]


def test_where_all_have_too_many_together_who_has_most_makes_room():
    one = running.begin(DECK, owner="presenter")
    unknown = [running.begin(DECK, owner=None) for _each in range(running.MOST)]
    assert len(running._running) == running.MOST
    assert still([one], owner="presenter")
    assert still(unknown, owner=None) == unknown[1:]

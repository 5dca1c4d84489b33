"""A deck is read back as it was, and what is none of ours is refused in a sentence."""

import base64
import json
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.deck import MOST, Deck, Slide, from_address, from_file, to_address, to_file
from maturity.errors import UserError

DECK = Deck(
    title="Samling i Bodø",
    slides=(
        Slide(address="evner?k=1804&gruppe=nordland", title="Hvor står vi?", notes="Vent.\nSpør."),
        Slide(address="modul?rammeverk=evner-10%2B3"),
    ),
    version=7,
    hidden=True,
    letters=("1804",),
    seed="00ff",
)


def packed(content: bytes) -> str:
    return base64.urlsafe_b64encode(zlib.compress(content)).decode()


def test_a_deck_comes_back_from_address_and_file():
    assert from_address(to_address(DECK)) == DECK
    assert from_file(to_file(DECK)) == DECK
    assert len(to_address(DECK)) < 400


@settings(deadline=None)
@given(title=st.text(max_size=200), notes=st.text(max_size=300))
def test_whatever_is_written_in_it_comes_back_without_what_nobody_sees(title, notes):
    deck = Deck(slides=(Slide(address="evner", title=title, notes=notes),))
    again = from_address(to_address(deck))
    assert again == deck
    assert not {"\x00", "\u202e", "\x1b"} & set(again.slides[0].title + again.slides[0].notes)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b'{"kind": "another"}',
        b'{"edition": 2}',
        b'{"extra": 1}',
        b'{"slides": [{"address": ""}]}',
        b'{"slides": [{"address": "evner", "onclick": "alert(1)"}]}',
        json.dumps({"slides": [{"address": "x"}] * (MOST + 1)}).encode(),
        json.dumps({"slides": [{"address": "x" * 5000}]}).encode(),
        b'{"letters": ["9999"]}',
        b'{"seed": "<script>"}',
        b'{"version": -1}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_is_no_deck_is_refused_in_a_sentence(content):
    for read, given_ in ((from_file, content), (from_address, packed(content))):
        with pytest.raises(UserError) as refusal:
            read(given_)
        assert len(refusal.value.message) < 300
        assert "script" not in refusal.value.message


@pytest.mark.parametrize("text", ["", "!", "abc", "æøå", packed(b"{}")[:-6], packed(b" " * 10**7)])
def test_an_address_that_unfolds_to_nothing_of_ours_is_refused(text):
    with pytest.raises(UserError):
        from_address(text)


@given(st.binary(max_size=200))
def test_no_bytes_make_a_trace(content):
    for read, given_ in ((from_file, content), (from_address, content.decode("latin-1"))):
        try:
            read(given_)
        except UserError as refusal:
            assert refusal.message

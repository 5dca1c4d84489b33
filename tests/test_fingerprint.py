"""A fingerprint tells whether numbers are the same, and nothing else."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from maturity.fingerprint import fingerprint, holds
from tests.exports import views as made

VIEW = made.radar()


def changed(**columns):
    return replace(VIEW, frame=VIEW.frame.assign(**columns))


def test_it_names_the_version_and_is_the_same_for_the_same_numbers():
    found = fingerprint(VIEW)
    assert found.startswith("12-")
    assert len(found) == len("12-bbbb-bbbb-bbbb")
    assert found == fingerprint(made.radar())


def test_letters_for_names_and_other_words_change_nothing():
    named = changed(series=VIEW.frame["series"].map({"Bodø": "A", "Sømna": "B"}).fillna("C"))
    assert fingerprint(replace(named, finding="Something else.")) == fingerprint(VIEW)
    noise = changed(mean=VIEW.frame["mean"] + 1e-13, n=VIEW.frame["n"].astype("Float64"))
    assert fingerprint(noise) == fingerprint(VIEW)


def test_the_order_of_kommuner_changes_nothing_for_letters_have_another():
    assert fingerprint(replace(VIEW, frame=VIEW.frame.iloc[::-1])) == fingerprint(VIEW)


def test_numbers_that_hold_in_a_newer_version_still_hold():
    newer = replace(VIEW, version=13)
    assert fingerprint(newer) != fingerprint(VIEW)
    assert holds(f" {fingerprint(VIEW).upper()}\n", newer)


@pytest.mark.parametrize(
    "other",
    [
        changed(mean=VIEW.frame["mean"] + 1e-6),
        changed(mean=VIEW.frame["mean"].where(VIEW.frame.index != 5)),
        changed(mean=VIEW.frame["mean"].fillna(0)),
        changed(n=VIEW.frame["n"] + 1),
        changed(mean=VIEW.frame["mean"].to_numpy()[::-1]),
        replace(VIEW, frame=pd.concat([VIEW.frame, VIEW.frame])),
        replace(VIEW, kind="profile"),
        replace(VIEW, instrument=made.GENERATIONS),
    ],
    ids=["mean", "withheld", "zero", "n", "moved", "rows", "kind", "instrument"],
)
def test_other_numbers_have_another(other):
    assert not holds(fingerprint(VIEW), other)


@pytest.mark.parametrize("odd", ["", "12", "12-", "-", "tull", "12-bbbb-bbbb-bbbb"])
def test_what_is_no_fingerprint_holds_for_nothing(odd):
    assert not holds(odd, VIEW)


def test_without_the_key_nobody_can_try_numbers(tmp_path, monkeypatch):
    (tmp_path / "answers").mkdir()
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))
    monkeypatch.setenv("MATURITY_KEY", "one")
    found = fingerprint(VIEW)
    assert holds(found, VIEW)
    monkeypatch.setenv("MATURITY_KEY", "another")
    assert not holds(found, VIEW)


def test_no_kommunes_number_can_stand_in_one():
    many = [fingerprint(changed(mean=VIEW.frame["mean"] + number)) for number in range(200)]
    assert all(not re.search(r"\d", it.partition("-")[2]) for it in many)
    assert len(set(many)) == len(many)

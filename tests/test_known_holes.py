"""A known vulnerability stops the tests; no network does not, and is told."""

import json

import pytest

from tests.known_holes import verdict

SOUND = {"name": "duckdb", "version": "2.0.0", "vulns": []}
HOLE = {"id": "GHSA-1", "fix_versions": ["2.0.1"], "aliases": ["CVE-1"]}
BROKEN = SOUND | {"vulns": [HOLE]}
UNKNOWN = {"name": "uvloop", "skip_reason": "Dependency not found on PyPI"}


def asked(*found: dict) -> tuple[int, str]:
    return verdict(json.dumps({"dependencies": found, "fixes": []}), "")


def test_a_hole_is_a_fault_that_says_what_mends_it():
    status, words = asked(SOUND, BROKEN, UNKNOWN)
    assert status == 1
    assert "duckdb 2.0.0: GHSA-1, mended in 2.0.1" in words


def test_an_accepted_one_is_not(monkeypatch):
    monkeypatch.setitem(verdict.__globals__["ACCEPTED"], "CVE-1", "not reached")
    assert asked(BROKEN)[0] == 0


@pytest.mark.parametrize(("found", "words"), [([SOUND], "No known"), ([SOUND, UNKNOWN], "1 of 2")])
def test_none_is_none_and_what_was_not_looked_up_is_told(found, words):
    status, said = asked(*found)
    assert status == 0
    assert words in said


@pytest.mark.parametrize(
    ("complaints", "status"),
    [
        ("requests.exceptions.ConnectionError: HTTPSConnectionPool: Max retries exceeded", 0),
        ("timed out", 0),
        ("No module named pip_audit", 1),
        ("", 1),
    ],
)
def test_only_a_missing_network_is_forgiven(complaints, status):
    assert verdict("", complaints)[0] == status

"""Which imports do not go with those in force."""

from datetime import UTC, datetime
from typing import Any

import pytest

from maturity.errors import UserError
from maturity.intake.imports import Import, refuse

ENTRY = {
    "file": "a.csv",
    "sha256": "aa",
    "who": "test",
    "survey_round": "r1",
    "module": "ledelse",
    "phase": "forarbeid",
    "invented": False,
}
EARLIER = Import(version=3, action="take", rows=1, when=datetime(2024, 3, 1, tzinfo=UTC), **ENTRY)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "lest inn før, 1. mars 2024 (versjon 3)"),
        ({"survey_round": "r2", "file": "b.csv"}, "lest inn før"),
        ({"sha256": "bb", "invented": True}, "ekte svar"),
        ({"sha256": "bb", "module": "strategi"}, "«r1» hører til ledelse, forarbeid"),
        ({"sha256": "bb", "phase": "etterarbeid"}, "«r1» hører til ledelse, forarbeid"),
    ],
)
def test_refused(change: dict[str, Any], words: str):
    with pytest.raises(UserError) as refusal:
        refuse(ENTRY | change, [EARLIER])
    assert words in refusal.value.message


@pytest.mark.parametrize(
    "change",
    [{"sha256": "bb"}, {"sha256": "bb", "survey_round": "r2", "module": "strategi"}],
    ids=["corrected", "another round"],
)
def test_goes_with_those_before(change: dict[str, Any]):
    refuse(ENTRY | change, [EARLIER])
    refuse(ENTRY, [])

"""Which survey rounds a kommune's page shows, where not everything was asked every time."""

import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from maturity.groups import WHOLE
from maturity.reference import reference
from maturity.settings import ROOT
from maturity.ui.letters import escaped
from maturity.views.kommune import OwnKommune, answered, own_kommune
from tests.made_answers import opened, people, take, viewer

KOMMUNER = ("1804", "1833", "1841")
CAPABILITY = {"instrument": "evner-10+3", "dimension": "datadrevet", "item": "datadrevet-1"}
FIVE, FOUR = (1.0, 2.0, 3.0, 4.0, 5.0), (2.0, 3.0, 4.0, 5.0)


def day(month: int) -> dict[str, datetime.date]:
    return {"answered_at": datetime.date(2024, month, 1)}


def own(data, *, survey_round: str, kommune: str = "1804") -> OwnKommune:
    found = own_kommune(
        data,
        viewer=viewer(*KOMMUNER),
        kommune=kommune,
        survey_round=survey_round,
        group=WHOLE,
    )
    assert found is not None
    return found


@pytest.fixture
def three_rounds(tmp_path: Path):
    """Steps in r1 alone; capabilities in all, of five people in r1, of four in r2."""
    take(
        tmp_path / "answers",
        [
            *people("r1", "1804", FIVE, **day(1)),
            *people("r1", "1804", FIVE, **CAPABILITY, **day(1)),
            *people("r2", "1804", FOUR, **CAPABILITY, **day(2)),
            *people("r3", "1804", FIVE, **CAPABILITY, **day(3)),
            *people("r3", "1833", FOUR[:2], **CAPABILITY, **day(3)),
        ],
    )
    return opened(tmp_path / "answers")


def test_steps_that_were_not_asked_come_from_the_round_before(three_rounds):
    found = own(three_rounds, survey_round="r3")
    assert found.capabilities.survey_round == "r3"
    assert found.generations is not None
    assert found.generations.survey_round == "r1"


def test_the_spread_is_the_newest_of_five_people_and_never_newer_than_the_round(three_rounds):
    chosen = {code: own(three_rounds, survey_round=code).spread for code in ("r1", "r2", "r3")}
    assert {code: it and it.survey_round for code, it in chosen.items()} == {
        "r1": "r1",
        "r2": "r1",
        "r3": "r3",
    }
    assert own(three_rounds, survey_round="r3", kommune="1833").spread is None


def test_the_rounds_a_kommune_answered_are_newest_first_and_say_what_may_be_shown(three_rounds):
    see = viewer(*KOMMUNER)
    rounds = answered(three_rounds, viewer=see, kommune="1804")
    assert [(it.survey_round, it.shown) for it in rounds] == [
        ("r3", True),
        ("r2", True),
        ("r1", True),
    ]
    (only,) = answered(three_rounds, viewer=see, kommune="1833")
    assert not only.shown
    assert answered(three_rounds, viewer=see, kommune="1841") == ()


def test_capabilities_that_were_asked_only_later_are_taken_from_there(tmp_path: Path):
    take(
        tmp_path / "answers",
        [
            *people("r1", "1804", FIVE, **day(1)),
            *people("r2", "1804", FIVE, **CAPABILITY, **day(2)),
        ],
    )
    found = own(opened(tmp_path / "answers"), survey_round="r1")
    assert found.capabilities.survey_round == "r2"
    assert found.spread is None, "newer than the round that was chosen"


def visit(answers: Path, monkeypatch: pytest.MonkeyPatch, **address: str) -> AppTest:
    monkeypatch.setenv("MATURITY_ANSWERS", str(answers))
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    for key, code in address.items():
        page.query_params[key] = code
    page.switch_page("pages/explore/kommune.py").run()
    assert not page.exception
    return page


def test_a_page_without_targets_and_steps_is_still_drawn(tmp_path: Path, monkeypatch):
    take(tmp_path / "answers", people("r1", "1804", FIVE, **CAPABILITY))
    page = visit(tmp_path / "answers", monkeypatch, k="1804")
    assert not page.error
    shown = " ".join(node.proto.body for node in page.get("html"))
    assert "Veien til målet kan ikke vises: ikke spurt om." in shown
    label = reference().instruments["evner-10+3"].by_key["datadrevet"].label
    assert f"mest uenig om {label}" in shown


def test_steps_from_another_round_say_so(tmp_path: Path, monkeypatch):
    rows = [
        *people("r1", "1804", FIVE, **day(1)),
        *people("r2", "1804", FIVE, **CAPABILITY, **day(2)),
    ]
    take(tmp_path / "answers", rows)
    page = visit(tmp_path / "answers", monkeypatch, k="1804")
    assert "Trinnene er fra Modul 2: Ledelse, 1. januar 2024." in [it.value for it in page.text]


def test_where_no_capability_was_ever_asked_a_sentence_says_so(tmp_path: Path, monkeypatch):
    take(tmp_path / "answers", people("r1", "1804", FIVE))
    page = visit(tmp_path / "answers", monkeypatch)
    said = escaped("Ingen kartlegging av evner har svar som du kan se.")
    assert page.error[0].value == said

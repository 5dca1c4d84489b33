"""A fingerprint is told to hold, not to hold, or to be none."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from maturity import queries
from maturity.access import demo_viewer
from maturity.errors import UserError
from maturity.fingerprint import fingerprint
from maturity.reference import reference
from maturity.settings import ROOT
from maturity.views.checking import checked
from maturity.views.registry import view

ADDRESS = "evner?k=1804"


@pytest.fixture(scope="module")
def here(answers):
    data = queries.newest(answers)
    viewer = demo_viewer(frozenset(reference().kommuner), all_invented=data.all_invented)
    return {"data": data, "viewer": viewer}


@pytest.fixture(scope="module")
def found(here):
    return fingerprint(view(ADDRESS, **here))


def test_the_numbers_of_a_figure_hold_or_do_not(here, found):
    assert checked(f" {found.upper()} ", ADDRESS, **here).holds is True
    older = re.sub(r"^\d+", "1", found)
    assert checked(older, ADDRESS, **here).holds is True
    assert checked(found, "evner?k=1841", **here).holds is False
    assert checked(found[:-1] + ("b" if found[-1] != "b" else "c"), ADDRESS, **here).holds is False


def test_without_a_figure_only_versions_are_compared(here, found):
    newest = here["data"].version
    invented = f"{newest}-bbbb-bbbb-bbbb"
    assert checked(found, "", **here) == checked(invented, "", **here), "it says nothing of numbers"
    for version in (newest - 1, newest, newest + 1):
        verdict = checked(re.sub(r"^\d+", str(version), found), "", **here)
        assert verdict.holds is None
        assert str(version) in verdict.words


@pytest.mark.parametrize(
    "odd", ["12", "tull", "12-3f9a", "12-3f9a-77c2-01be", "x-bkfz-sttp-dhrv", "<b>1</b>", "1" * 99]
)
def test_what_is_no_fingerprint_is_said_to_be_none(here, odd):
    assert checked(odd, ADDRESS, **here).holds is None


@pytest.mark.parametrize(
    "pasted",
    [
        "http://127.0.0.1:8501/evner?k=1804",
        "https://modenhet.example/evner.csv?k=1804",
        "evner.json?k=1804",
        "http://127.0.0.1:8501/kommune?k=1804",
        " /kommune?k=1804 ",
    ],
)
def test_any_address_that_the_pages_show_of_a_figure_is_understood(here, found, pasted):
    assert checked(found, pasted, **here).holds is True
    assert checked(found, pasted.replace("1804", "1841"), **here).holds is False


def test_a_figure_that_does_not_exist_is_said_not_to(here, found):
    with pytest.raises(UserError):
        checked(found, "finnesikke?k=1804", **here)


def test_the_page_answers_what_its_address_asks(answers, found):
    page = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    page.query_params["f"] = found
    page.query_params["figur"] = ADDRESS
    page.switch_page("pages/about/check.py").run()
    assert [it.value for it in page.success] == ["Ja."]
    assert "Bodø: evner i dag og mål" in page.text[-1].value

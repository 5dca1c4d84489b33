"""Every page for everybody who may come, on its own and by addresses that ask for more."""

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from google.protobuf.message import Message
from google.protobuf.text_format import MessageToString
from streamlit.testing.v1 import AppTest

from maturity.reference import reference
from maturity.ui.links import FILES
from tests.pages.somebody import ROLES, shown


def said(test: AppTest) -> str:
    """All that is sent to the browser, seen or not, in its own letters."""
    return "\n".join(_sent(test._tree))


def _sent(node: Any) -> Iterator[str]:
    if isinstance(getattr(node, "proto", None), Message):
        yield MessageToString(node.proto, as_utf8=True)
    for child in getattr(node, "children", {}).values():  # the names to pick from are everybody's
        if getattr(child, "key", None) == "egen":
            continue
        yield from _sent(child)


@pytest.mark.parametrize("page", FILES)
def test_nobody_who_has_not_signed_in_is_shown_anything(answers, page):
    test = shown(page, see="named", role=None, k="1804", kommune="1804")
    assert not test.exception
    assert [it.value for it in test.title] == ["Logg inn for å se resultatene"]
    assert "Bodø" not in said(test)
    assert not test.get("plotly_chart")


@pytest.mark.parametrize("page", FILES)
@pytest.mark.parametrize("see", ["own", "anonymous", "named"])
@pytest.mark.parametrize("role", ROLES)
def test_every_page_stands_for_every_role(answers, page, see, role):
    test = shown(page, see=see, role=role)
    assert not test.exception
    assert test.title


# Whom a kommune can open its profile to is a list of all, of whom nothing is told.
@pytest.mark.parametrize("page", [page for page in FILES if page != "deling"])
@pytest.mark.parametrize("role", ["presenter", "executive"])
def test_who_may_not_see_a_kommune_is_not_shown_it_by_the_address(answers, page, role):
    test = shown(page, see="own", role=role, k="1841", kommune="1841", visning="tabell")
    assert not test.exception
    sent = said(test)
    assert test.title[0].value in sent
    own = ROLES[role].get("kommuner", [])
    for kommune in reference().kommuner.values():
        if kommune.kommune not in own:
            assert not re.search(rf"\b{kommune.name}\b", sent), kommune.name


def test_signing_out_ends_a_sign_in_of_a_provider_whose_clock_is_ahead(
    answers, monkeypatch, tmp_path
):
    own = tmp_path / "answers"
    own.symlink_to(answers, target_is_directory=True)
    monkeypatch.setenv("MATURITY_ANSWERS", str(own))
    ahead = int(time.time()) + 120
    page = shown("metode", see="own", role="staff", at=ahead)
    assert page.title[0].value == "Hvordan er tallene laget?"
    page.button(key="sign-out").click().run()
    page = shown("metode", see="own", role="staff", at=ahead)
    assert page.title[0].value == "Logg inn for å se resultatene"

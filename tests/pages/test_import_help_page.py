"""The help on imports is for staff, stands without any answers, and its files are made."""

import pytest
from streamlit.testing.v1 import AppTest

from maturity.settings import ROOT
from maturity.texts.export_guides import tools
from tests.pages.somebody import shown

pytestmark = pytest.mark.usefixtures("answers")


def test_staff_are_told_of_every_tool():
    test = shown("innlesing-hjelp", see="own", role="staff")
    assert not test.exception
    assert [it.value for it in test.subheader] == [it.name for it in tools()]
    assert len(test.get("download_button")) == 3


@pytest.mark.parametrize("role", ["presenter", "executive"])
def test_others_are_refused(role):
    test = shown("innlesing-hjelp", see="own", role=role)
    assert "ansatt i DigiNordland" in test.error[0].value
    assert not test.get("download_button")


def test_it_stands_before_anything_is_taken_in(tmp_path, monkeypatch):
    monkeypatch.setenv("MATURITY_ANSWERS", str(tmp_path / "answers"))
    test = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    test.switch_page("pages/admin/import_help.py").run()
    assert not test.exception
    assert not test.error
    assert len(test.get("download_button")) == 3

"""The frame runs, opens on the overview, draws the radar and refuses what it must not show."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from maturity.settings import ROOT


def compare(**address: str) -> AppTest:
    shown = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    shown.switch_page("pages/explore/compare.py")
    for key, value in address.items():
        shown.query_params[key] = value
    return shown.run()


def said(shown: AppTest) -> str:
    return " ".join(text.value for text in shown.markdown)


def test_the_frame_opens_on_the_overview(answers: Path) -> None:
    shown = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    assert not shown.exception
    assert not shown.error
    assert [title.value for title in shown.title] == ["Hvem har svart, og hvor står Nordland?"]


def test_the_comparison_is_a_radar_with_its_finding(answers: Path) -> None:
    shown = compare()
    assert not shown.exception
    assert not shown.error
    assert len(shown.get("plotly_chart")) == 1
    assert "høyest på" in said(shown)


def test_the_address_chooses_the_kommune(answers: Path) -> None:
    shown = compare(kommune="1841")
    assert "Fauske" in said(shown)
    assert "Bodø" not in said(shown)

"""The frame runs, draws the radar and refuses to show what it must not."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from maturity.settings import ROOT


def test_the_first_view_is_a_radar_with_its_finding(answers: Path) -> None:
    shown = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    assert not shown.exception
    assert not shown.error
    assert len(shown.get("plotly_chart")) == 1
    assert "Bodø" in shown.markdown[0].value


def test_the_address_chooses_the_kommune(answers: Path) -> None:
    shown = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    shown.query_params["kommune"] = "1841"
    shown.run()
    assert "Fauske" in shown.markdown[0].value
    assert "Bodø" not in shown.markdown[0].value

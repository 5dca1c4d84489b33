"""Real answers and no login: the pages say so in Norwegian, and show no result."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from maturity.intake.store import Store
from maturity.intake.taking import Round, take
from maturity.settings import ROOT
from maturity.ui import frame
from maturity.ui.letters import escaped

SAMPLES = Path(__file__).parent / "samples"
PAGES = [str(path.relative_to(ROOT)) for path in (ROOT / "pages").rglob("*.py")]
# What a result could come in.
SHOWING = ("plotly_chart", "arrow_data_frame", "arrow_table", "metric", "download_button", "html")
FRAME = (frame.SAY_LANGUAGE.format(code="nb"), frame.CLOSER.format(menu="Meny"))


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("real") / "answers"
    round_ = Round(module="ledelse", phase="forarbeid")
    take(SAMPLES / "modul2-forms.xlsx", round_, store=Store(path))
    return path


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("address", [{}, {"kommune": "1804"}, {"visning": "tabell"}])
def test_no_result_is_shown(real: Path, page: str, address: dict[str, str], monkeypatch) -> None:
    monkeypatch.setenv("MATURITY_ANSWERS", str(real))
    shown = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for key, value in address.items():
        shown.query_params[key] = value
    shown.run()
    shown.switch_page(page).run()
    assert not shown.exception
    assert [error.value for error in shown.error] == [
        escaped("Dataene er ekte, og innlogging er ikke satt opp. Derfor vises ingen resultater.")
    ]
    assert len(shown.title) == 1
    results = [
        element
        for kind in SHOWING
        for element in shown.get(kind)
        if kind != "html" or element.proto.body not in FRAME
    ]
    assert results == []
    assert not any("Eksempeldata" in text.value for text in shown.markdown)


def test_invented_answers_are_shown(answers: Path) -> None:
    shown = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    assert not shown.error
    assert len(shown.get("plotly_chart")) >= 1

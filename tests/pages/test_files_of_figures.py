"""Each figure of each page can be shown in a presentation, and taken away in every format."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from maturity.exports.about import file_name
from maturity.exports.formats import FORMATS
from maturity.ui.links import FILES
from tests.leaks.wire import listening
from tests.pages.somebody import shown

PAGES = [page for page, file in FILES.items() if file.startswith("pages/explore/")]
KINDS = {form.extension for form in FORMATS.values() if not form.gathering}
FIRST = {"utvikling": {"k": "1804"}, "sammenlign": {"kommune": "1804"}}


@pytest.fixture(scope="module", autouse=True)
def own_log(answers: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The same answers under another name, with a log of their own."""
    own = tmp_path_factory.mktemp("files") / "answers"
    own.symlink_to(answers, target_is_directory=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATURITY_ANSWERS", str(own))
        yield


@pytest.mark.parametrize("role", ["staff", "executive"])
@pytest.mark.parametrize("page", PAGES)
def test_every_figure_has_its_files(page: str, role: str) -> None:
    test = shown(page, see="own", role=role, **FIRST.get(page, {}))
    with listening() as sent:
        test.run()
    assert not test.exception
    charts = test.get("plotly_chart")
    assert charts
    gathered = [it for it in test.button if str(it.key).startswith("present-")]
    assert len(gathered) == len(charts), "each can be added to a presentation"
    names = {name for name, _content in sent.files}
    for chart in charts:
        heading = json.loads(chart.proto.spec)["layout"]["title"]["text"]
        title = re.search(r"<b>(.*)</b>", heading)[1].replace("<br>", " ")
        stem = file_name(title, extension="").replace("-", "")  # a long word may be parted there
        kinds = {
            name[name.rindex(".") :]
            for name in names
            if name.rpartition("-dataversjon")[0].replace("-", "") == stem
        }
        assert kinds >= KINDS, title

"""Each figure of each page can be taken away in every format, under the name that it has there."""

import json
import re

import pytest

from maturity.exports.about import file_name
from maturity.exports.formats import FORMATS
from maturity.ui.links import FILES
from tests.leaks.wire import listening
from tests.pages.somebody import shown

KINDS = {form.extension for form in FORMATS.values() if not form.gathering}
FIRST = {"utvikling": {"k": "1804"}, "sammenlign": {"kommune": "1804"}}


@pytest.mark.parametrize("role", ["staff", "executive"])
@pytest.mark.parametrize("page", FILES)
def test_every_figure_has_its_files(answers, tmp_path, monkeypatch, page, role):
    own = tmp_path / "answers"  # with a log of their own
    own.symlink_to(answers, target_is_directory=True)
    monkeypatch.setenv("MATURITY_ANSWERS", str(own))
    test = shown(page, see="own", role=role, **FIRST.get(page, {}))
    with listening() as sent:
        test.run()
    assert not test.exception
    names = {name for name, _content in sent.files}
    for chart in test.get("plotly_chart"):
        heading = json.loads(chart.proto.spec)["layout"]["title"]["text"]
        title = re.search(r"<b>(.*)</b>", heading)[1].replace("<br>", " ")
        stem = re.sub(r"-", "", file_name(title, extension=""))  # a long word may be parted there
        kinds = {
            name[name.rindex(".") :]
            for name in names
            if name.rpartition("-dataversjon")[0].replace("-", "") == stem
        }
        assert kinds >= KINDS, title

"""The made answers, opened once for each file of tests."""

import pytest

from maturity import queries
from tests.made_answers import opened, take
from tests.queries.asking import ROWS


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> queries.Data:
    answers = tmp_path_factory.mktemp("made") / "answers"
    take(answers, ROWS)
    return opened(answers)

"""No query answers without a viewer, or more than the viewer may see."""

import re
from pathlib import Path

import pytest

from maturity import queries
from maturity.settings import ROOT
from tests.made_answers import Row, opened, people, row, take, viewer
from tests.queries.asking import ALL, ROWS, WROTE, ask

NAMES = sorted(path.stem for path in (ROOT / "queries").glob("[!_]*.sql"))
OF_ONE_VERSION = [it for it in NAMES if it != "answers_changed"]  # of two: tests/test_versions.py


@pytest.mark.parametrize("name", OF_ONE_VERSION)
def test_a_viewer_of_nothing_gets_nothing(data: queries.Data, name: str) -> None:
    assert len(ask(name, data))
    assert ask(name, data, viewer=viewer()).empty


@pytest.mark.parametrize("name", NAMES)
def test_a_query_cannot_be_asked_without_a_viewer(data: queries.Data, name: str) -> None:
    with pytest.raises(TypeError, match="viewer"):
        getattr(queries, name)(data)


def test_a_viewer_of_one_kommune_gets_that_one(data: queries.Data) -> None:
    for name in ("scores_by_kommune", "participation"):
        assert set(ask(name, data, viewer=viewer("1804"))["kommune"]) == {"1804"}
    assert ask("scores_by_group", data, viewer=viewer("1804"))["mean"].isna().all()
    assert set(ask("rounds", data, viewer=viewer("1804"))["k"]) == {1}


@pytest.mark.parametrize("name", OF_ONE_VERSION)
def test_real_answers_are_hidden_from_who_may_see_invented_only(name: str, tmp_path: Path) -> None:
    answers = tmp_path / "answers"
    take(answers, ROWS)
    wrote = {**WROTE, "respondent": "0301-0", "score": None, "text": "Ekte", "themes": ["Tid"]}
    real: list[Row] = [
        *people("r1", "1804", [2, 2, 2], invented=False),
        *people("r1", "0301", [2, 2, 2, 2, 2], invented=False),
        row("r1", "0301", **wrote, invented=False),
        *people("r1", "1806", [2, 2, 2], invented=False),
        *people("r2", "1804", [2, 2, 2], invented=False),
        *people("r2", "0301", [2, 2, 2], invented=False),
        *people("r2", "1806", [2, 2, 2], invented=False),
    ]
    take(answers, real)
    data = opened(answers)
    assert not data.all_invented
    assert ask(name, data).empty
    assert len(ask(name, data, viewer=viewer(*ALL, invented_only=False)))


@pytest.mark.parametrize("name", NAMES)
def test_sql_reaches_scores_only_through_the_viewer(name: str) -> None:
    sql = (ROOT / "queries" / f"{name}.sql").read_text("utf-8")
    tables = re.findall(r"\b(?:from|join)\s+([^\s(][^\s]*(?:\s\$\w+,?)*)", sql.partition("\n")[2])
    assert tables
    visible = re.compile(
        r"(visible_\w+\(\$kommuner, (\$opened, )?|counted_\w+\(\$counted, )\$invented_only"
    )
    assert all(visible.match(it) for it in tables)

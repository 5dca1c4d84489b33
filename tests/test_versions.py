"""Counts of answers that differ between two versions, against a reckoning of our own."""

from pathlib import Path

import pandas as pd
import pytest

from maturity import queries
from maturity.access import Viewer
from maturity.errors import UserError
from maturity.intake.store import Store
from maturity.serving_difference import Difference
from maturity.views.versions import moved
from tests.made_answers import people, row, take

KOMMUNER = frozenset(["1804", "1806"])
STAFF = Viewer(role="staff", kommuner=KOMMUNER, invented_only=False)
ROUND = "ledelse-forarbeid"


def versions(path: Path) -> tuple[queries.Data, queries.Data]:
    first, second = (it.version for it in Store(path).history()[-2:])
    return queries.at(path, first), queries.at(path, second)


def counted(path: Path, viewer: Viewer = STAFF) -> list[dict]:
    frame = queries.answers_changed(Difference(*versions(path)), viewer=viewer)
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def test_new_changed_and_removed_answers(tmp_path: Path):
    path = tmp_path / "answers"
    said = {"kind": "barrier", "dimension": None, "item": None, "aspect": None, "score": None}
    comments = [row(ROUND, "1804", respondent="1804-0", text=it, **said) for it in ("tid", "folk")]
    take(path, [*people(ROUND, "1804", [1, 2, None, 4]), comments[0]])
    take(path, [*people(ROUND, "1804", [1, 3, None, 4, 5]), comments[1]])
    (found,) = counted(path)
    # a person more and other words; one who answers otherwise; the words before
    assert (found["added"], found["changed"], found["removed"]) == (2, 1, 1)
    assert found["withheld"] is None


def test_no_answer_in_another_language_is_no_other_answer(tmp_path: Path):
    path = tmp_path / "answers"
    for words in ("Vet ikke", "Don't know"):
        silent = row(ROUND, "1804", respondent="1804-9", score=None, text=words)
        take(path, [*people(ROUND, "1804", [1, 2, 4]), silent])
    assert [it for it in counted(path) if it["added"] or it["changed"] or it["removed"]] == []


def test_means_are_compared_by_themselves(tmp_path: Path):
    path = tmp_path / "answers"
    take(path, [row(ROUND, "1804", item=None, score=3.0, n=6)])
    take(path, [row(ROUND, "1804", item=None, score=3.5, n=6)])
    (found,) = counted(path)
    assert (found["added"], found["changed"], found["removed"]) == (0, 1, 0)


def test_few_are_not_counted_in_either_version(tmp_path: Path):
    path = tmp_path / "answers"
    take(path, [*people(ROUND, "1804", [1, 2, 3]), *people(ROUND, "1806", [1, 2])])
    take(path, [*people(ROUND, "1804", [1, 2]), *people(ROUND, "1806", [1, 2, 3])])
    for found in counted(path):
        assert found["withheld"] == "min_respondents"
        assert found["added"] is found["changed"] is found["removed"] is None


def test_others_are_refused_and_nobody_sees_beyond_their_rights(tmp_path: Path):
    path = tmp_path / "answers"
    take(path, people(ROUND, "1804", [1, 2, 3], invented=False))
    take(path, people(ROUND, "1804", [1, 2, 4], invented=False))
    for role in ("executive", "presenter"):
        with pytest.raises(UserError):
            counted(path, Viewer(role=role, kommuner=KOMMUNER, invented_only=False))
    assert counted(path, Viewer(role="demo", kommuner=KOMMUNER)) == []
    assert counted(path, Viewer(role="staff", kommuner=frozenset(), invented_only=False)) == []


def test_the_database_of_two_versions_reaches_no_file(tmp_path: Path):
    path = tmp_path / "answers"
    take(path, people(ROUND, "1804", [1, 2, 3]))
    take(path, people(ROUND, "1804", [1, 2, 4]))
    found = Difference(*versions(path))
    for sql in ("from read_csv('/etc/hosts')", "set enable_external_access = true"):
        with pytest.raises(Exception, match=r"disabled|locked|Cannot"):
            found.run(sql)


def test_scores_before_and_after_are_withheld_as_in_their_version(tmp_path: Path):
    path = tmp_path / "answers"
    take(path, [*people(ROUND, "1804", [1, 2, 4]), *people(ROUND, "1806", [2, 3, 4])])
    take(path, [*people(ROUND, "1804", [1, 2]), *people(ROUND, "1806", [2, 3, 5])])
    frame = moved(*versions(path), viewer=STAFF).set_index("kommune")
    assert frame.index.tolist() == ["1804", "1806"]
    assert pd.isna(frame.loc["1804", "after"])
    assert frame.loc["1804", "withheld_after"] == "min_respondents"
    assert frame.loc["1806", "after"] - frame.loc["1806", "before"] == pytest.approx(1 / 3)

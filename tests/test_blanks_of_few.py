"""What is withheld of a kommune says nothing of which of its questions were left blank."""

import pandas as pd
import pytest

from maturity import queries
from tests.made_answers import opened, people, take, viewer

HERE = {"survey_round": "r1", "instrument": "modenhet-6gen"}
CAPABILITIES = {"instrument": "evner-10+3", "item": "e-1", "dimension": "digitalt-visjonaer"}
TWO = {"item": "gen2-1", "dimension": "gen2"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> queries.Data:
    """1811 is two people, who left gen2 and the target out; of 1804's people two answered gen2."""
    answers = tmp_path_factory.mktemp("made") / "answers"
    rows = []
    for code, count in (("0301", 5), ("1804", 4), ("1811", 2), ("1812", 4)):
        rows += people("r1", code, [3] * count)
        rows += people("r2", code, [4] * max(3, count))
        if code != "1811":
            rows += people("r2", code, [4] * count, **TWO)
            rows += people("r1", code, [4] * count, aspect="target")
            rows += people("r1", code, [3] * count, **CAPABILITIES)
    rows += people("r1", "0301", [3] * 5, **TWO)
    rows += people("r1", "1804", [3] * 2, **TWO)
    take(answers, sorted(rows, key=lambda it: it["survey_round"]))
    return opened(answers)


def of(frame: pd.DataFrame, kommune: str) -> dict[str, str | None]:
    own = frame[frame["kommune"] == kommune]
    return dict(zip(own["dimension"], own["withheld"], strict=True))


SEER = viewer("0301", "1804", "1811", "1812")
FEW = {"gen1": "min_respondents", "gen2": "min_respondents"}


def test_two_people_leave_no_blank_to_be_seen(data: queries.Data) -> None:
    shown = queries.scores_by_kommune(data, viewer=SEER, aspect="now", **HERE)
    assert of(shown, "1811") == FEW
    assert of(shown, "1804") == {"gen1": None, "gen2": "min_respondents"}


def test_a_kommune_that_is_shown_may_say_what_nobody_answered(data: queries.Data) -> None:
    shown = queries.scores_by_kommune(data, viewer=SEER, aspect="now", **HERE)
    assert of(shown, "1812") == {"gen1": None}


@pytest.mark.parametrize("aspect", ["target", "gap"])
def test_nor_that_they_left_every_target_out(data: queries.Data, aspect: str) -> None:
    shown = queries.scores_by_kommune(data, viewer=SEER, aspect=aspect, **HERE)
    assert of(shown, "1811") == {"gen1": "min_respondents"}


def test_nor_that_they_left_a_whole_framework_out(data: queries.Data) -> None:
    where = {"survey_round": "r1", "instrument": "evner-10+3", "aspect": "now"}
    shown = queries.scores_by_kommune(data, viewer=SEER, **where)
    assert of(shown, "1811") == {"digitalt-visjonaer": "min_respondents"}


def test_nor_between_two_rounds(data: queries.Data) -> None:
    step = {"earlier": "r1", "later": "r2", "instrument": "modenhet-6gen", "aspect": "now"}
    assert of(queries.changes_by_kommune(data, viewer=SEER, **step), "1811") == {
        "gen1": "min_respondents"
    }


def test_nor_where_each_persons_answer_is_shown(data: queries.Data) -> None:
    shown = queries.answers_by_level(data, viewer=SEER, kommune="1811", aspect="now", **HERE)
    assert dict(zip(shown["dimension"], shown["withheld"], strict=True)) == FEW
    assert shown[["level", "people", "n"]].isna().all().all()


def test_only_of_what_the_viewer_sees(data: queries.Data) -> None:
    shown = queries.scores_by_kommune(data, viewer=viewer("0301"), aspect="now", **HERE)
    assert set(shown["kommune"]) == {"0301"}

"""How people's answers are spread is told only where it tells nobody's own."""

from pathlib import Path

import pandas as pd
import pytest

from maturity import queries
from tests.made_answers import opened, people, row, take
from tests.queries.asking import ALL, ask


def test_people_are_counted_by_level_where_five_or_more_answered(data: queries.Data) -> None:
    shown = ask("answers_by_level", data)
    assert shown[["level", "people"]].to_numpy().tolist() == [[level, 1] for level in range(1, 6)]
    assert set(shown["n"]) == {5}
    for kommune, why in (("1804", "min_respondents_detail"), ("1811", "min_respondents")):
        row, *_blank = ask("answers_by_level", data, kommune=kommune).to_dict("records")
        assert row["withheld"] == why
        assert all(pd.isna(row[column]) for column in ("level", "people", "n"))


def test_a_source_of_means_has_no_people_to_count(tmp_path: Path) -> None:
    take(tmp_path / "answers", [row("r1", "0301", item=None, n=7)])
    (found,) = ask("answers_by_level", opened(tmp_path / "answers")).to_dict("records")
    assert found["withheld"] == "only_means"
    assert found["n"] == 7
    items = ask("items_asked", opened(tmp_path / "answers"))
    assert items.to_numpy().tolist() == [["gen1", ()]]


def test_people_stand_at_the_nearest_level_and_half_is_rounded_up(tmp_path: Path) -> None:
    scores = [("a", 2, 3), ("b", 2, 2), ("c", 4, 5), ("d", 1, 1), ("e", 5, 5)]
    rows = [
        row("r1", "0301", respondent=who, item=f"gen1-{place}", score=score)
        for who, *own in scores
        for place, score in enumerate(own)
    ]
    take(tmp_path / "answers", rows)
    shown = ask("answers_by_level", opened(tmp_path / "answers"))
    assert dict(zip(shown["level"], shown["people"], strict=True)) == {1: 1, 2: 1, 3: 1, 5: 2}
    items = ask("items_asked", opened(tmp_path / "answers"))
    assert items.to_numpy().tolist() == [["gen1", ("gen1-0", "gen1-1")]]


@pytest.mark.parametrize("ends", [(1, 1, 1), (5, 5, 5, 5, 5, 4.5), (1, 1, 1, 1.5, 1)])
def test_a_mean_at_an_end_of_the_scale_is_told_nowhere(
    tmp_path: Path, ends: tuple[float, ...]
) -> None:
    others = [people("r1", kommune, [2, 3, 4]) for kommune in ALL[1:]]
    goals = people("r1", "0301", [3] * len(ends), aspect="target")
    rows = [*people("r1", "0301", ends), *goals, *(it for own in others for it in own)]
    data = (take(tmp_path / "answers", rows), opened(tmp_path / "answers"))[1]
    for aspect in ("now", "gap"):
        own = ask("scores_by_kommune", data, aspect=aspect).set_index("kommune").loc["0301"]
        assert own["withheld"] == "at_an_end"
        assert own[["mean", "n", "sd", "q1", "median", "q3"]].isna().all()
    assert ask("scores_by_group", data)["k"].tolist() == [len(ALL) - 1]
    (levels,) = ask("answers_by_level", data).to_dict("records")
    assert levels["withheld"] == "at_an_end"
    assert all(pd.isna(levels[column]) for column in ("level", "people", "n"))


@pytest.mark.parametrize(
    ("answered", "told"),
    [
        ((3, 3, 3, 3, 3), False),
        ((3, 3, 3, 2, 4), False),  # else nobody but those who all say 3 would be withheld
        ((3, 3, 3, 3, 4), True),
        ((3.5, 3.5, 3.4, 3.2, 3), False),
        ((3, 3, 3, 3, 3.6), True),
    ],
)
def test_answers_that_are_alike_have_a_mean_and_no_spread(
    tmp_path: Path, answered: tuple[float, ...], told: bool
) -> None:
    take(tmp_path / "answers", people("r1", "0301", answered))
    data = opened(tmp_path / "answers")
    (own,) = ask("scores_by_kommune", data).to_dict("records")
    assert pd.notna(own["mean"])
    assert [pd.notna(own[name]) for name in ("sd", "q1", "median", "q3")] == [told] * 4
    levels = ask("answers_by_level", data)
    assert levels["people"].notna().all() == told
    assert set(levels["withheld"]) == ({None} if told else {"alike"})

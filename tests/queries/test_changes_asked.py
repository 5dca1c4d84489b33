"""Changes between rounds are over those shown both times, and tell nobody's own answers."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from maturity import queries
from tests.made_answers import opened, people, row, take
from tests.queries.asking import ask

DAYS = (date(2024, 1, 1), date(2024, 4, 1), date(2024, 7, 1))


def test_change_is_over_the_kommuner_shown_both_times(tmp_path: Path) -> None:
    rows = [
        *people("r1", "0301", [2, 1, 2]),
        *people("r1", "1804", [2, 2, 2]),
        *people("r1", "1806", [3, 3, 3]),
        *people("r1", "1811", [4, 4, 4]),
        *people("r1", "1812", [5, 5]),
        *people("r2", "0301", [2, 2, 2]),
        *people("r2", "1804", [3, 3, 3]),
        *people("r2", "1806", [4, 4, 4]),
        *people("r2", "1811", [1, 1]),
        *people("r2", "1812", [2, 2, 2]),
        *people("r2", "1813", [2, 2, 2]),
    ]
    take(tmp_path / "answers", rows)
    shown = ask("changes_by_group", opened(tmp_path / "answers"))
    assert shown[["dimension", "k"]].to_numpy().tolist() == [["gen1", 3]]
    assert shown["earlier"].tolist() == pytest.approx([20 / 9])
    assert shown["later"].tolist() == pytest.approx([3])


def test_change_over_two_kommuner_is_withheld(data: queries.Data) -> None:
    (row,) = ask("changes_by_group", data).to_dict("records")  # 0301 and 1804
    assert row["withheld"] == "min_kommuner"
    assert all(pd.isna(row[column]) for column in ("earlier", "later", "k"))


def test_a_kommunes_change_needs_enough_people_both_times(data: queries.Data) -> None:
    shown = ask("changes_by_kommune", data).set_index("kommune")
    assert shown.loc["0301", ["earlier", "later", "n_earlier", "n_later"]].tolist() == [3, 4, 5, 3]
    assert pd.isna(shown.loc["0301", "sd_later"])
    for code in ("1806", "1811"):
        own = shown.loc[code]
        assert own["withheld"] == "min_respondents"
        assert own.drop(["withheld", "dimension"]).isna().all()


@pytest.mark.parametrize(
    ("first", "second", "withheld"),
    [
        ("abcde", "abcde", None),
        ("abcde", "abcdefgh", None),  # three came
        ("abcdefgh", "abcde", None),  # three left
        ("abcde", "abcdef", "few_moved"),  # the one who came would be told
        ("abcde", "abcd", "few_moved"),
        ("abcde", "abxyz", "min_respondents"),  # two the same
        ("ab", "abcde", "min_respondents"),
    ],
)
def test_the_same_people_are_told_apart_unless_that_tells_of_few(
    tmp_path: Path, first: str, second: str, withheld: str | None
) -> None:
    score = {who: 2.0 + place % 2 for place, who in enumerate("abcdefghxyz")}
    rows = [row("r1", "0301", respondent=who, score=score[who]) for who in first]
    rows += [row("r2", "0301", respondent=who, score=score[who] + 1) for who in second]
    take(tmp_path / "answers", rows)
    (found,) = ask("same_people", opened(tmp_path / "answers")).to_dict("records")
    assert found["withheld"] == withheld
    numbers = [found[name] for name in ("n", "earlier", "later", "left", "joined")]
    if withheld:
        assert all(pd.isna(number) for number in numbers)
    else:
        both = set(first) & set(second)
        before = sum(score[who] for who in both) / len(both)
        expected = [len(both), before, before + 1, len(set(first) - both), len(set(second) - both)]
        assert numbers == pytest.approx(expected)


@pytest.mark.parametrize(
    ("joined", "withheld"),
    [((2, 2, 2), "alike"), ((5, 5, 4.5), "at_an_end"), ((2, 3, 2), None)],
)
def test_the_same_people_are_not_told_apart_where_that_tells_what_each_of_the_others_answered(
    tmp_path: Path, joined: tuple[float, ...], withheld: str | None
) -> None:
    rows = [*people("r1", "0301", [2, 3, 4, 4]), *people("r2", "0301", [2, 3, 4, 4, *joined])]
    take(tmp_path / "answers", rows)
    (found,) = ask("same_people", opened(tmp_path / "answers")).to_dict("records")
    assert found["withheld"] == withheld
    assert pd.isna(found["later"]) == pd.isna(found["joined"]) == bool(withheld)


def test_rounds_are_set_beside_the_one_before_them(tmp_path: Path) -> None:
    days = {"r1": date(2024, 3, 1), "r2": date(2024, 1, 1), "r3": date(2024, 2, 1)}
    rows = [
        row(code, "0301", respondent=who, answered_at=day)
        for code, day in days.items()
        for who in "abc"
    ]
    take(tmp_path / "answers", rows)
    data = opened(tmp_path / "answers")
    pairs = [("r2", "r3"), ("r3", "r1"), ("r2", "r1")]
    found = [len(ask("same_people", data, earlier=a, later=b)) for a, b in pairs]
    assert found == [1, 1, 0]


@pytest.mark.parametrize(
    ("rounds", "told"),
    [
        (("abcdpqs", "abcdefg", "abcxyz"), [True, False]),  # d: the four twice without the three
        (("abcd", "abcdefg", "abc"), [True, False]),
        (("abcdefg", "abcdefg", "abcd"), [True, True]),  # who came before is everybody
        (("abcdef", "abcdefghi", "abcghi"), [True, True]),  # three in each part
        (("abc", "abcdefg", "abcdefg"), [True, True]),
    ],
)
def test_over_three_rounds_nobody_is_left_between_who_came_and_who_stays(
    tmp_path: Path, rounds: tuple[str, ...], told: list[bool]
) -> None:
    rows = [
        row(f"r{at}", "0301", respondent=who, score=2.0 + (ord(who) + at) % 3, answered_at=day)
        for at, (people_of, day) in enumerate(zip(rounds, DAYS, strict=True))
        for who in people_of
    ]
    take(tmp_path / "answers", rows)
    data = opened(tmp_path / "answers")
    found = [
        ask("same_people", data, earlier=f"r{at}", later=f"r{at + 1}")["withheld"].isna().all()
        for at in (0, 1)
    ]
    assert found == told

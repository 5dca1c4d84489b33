"""A kept result is worked out once per viewer, language, data and choices."""

from dataclasses import dataclass

import pytest

from maturity import language
from maturity.kept import kept
from tests.made_answers import viewer

BODO, NARVIK = viewer("1804"), viewer("1806")


@dataclass(frozen=True, eq=False)
class Version:
    """Stands in for the data: counts as itself, whatever it holds."""


@pytest.fixture
def calls() -> list[tuple[object, ...]]:
    return []


@pytest.fixture
def result(calls: list[tuple[object, ...]]):
    @kept
    def result(data: Version, *, viewer: object, choice: str) -> object:
        calls.append((data, viewer, choice, language.current()))
        return object()

    return result


def test_the_same_question_is_worked_out_once(result, calls) -> None:
    data = Version()
    first = result(data, viewer=BODO, choice="now")
    assert result(data, viewer=viewer("1804"), choice="now") is first
    assert len(calls) == 1


def test_another_viewer_choice_or_version_is_another_question(result, calls) -> None:
    data = Version()
    found = [
        result(data, viewer=BODO, choice="now"),
        result(data, viewer=NARVIK, choice="now"),
        result(data, viewer=viewer("1804", own=["1804"]), choice="now"),
        result(data, viewer=viewer("1804", invented_only=False), choice="now"),
        result(data, viewer=BODO, choice="target"),
        result(Version(), viewer=BODO, choice="now"),
    ]
    assert len(calls) == len(set(map(id, found))) == 6


def test_another_language_is_another_question(result, calls) -> None:
    data = Version()
    try:
        found = []
        for code in ("nb", "en", "nb"):
            language.use(code)
            found.append(result(data, viewer=BODO, choice="now"))
    finally:
        language.use(language.SOURCE)
    assert found[0] is found[2]
    assert found[0] is not found[1]
    assert [call[-1] for call in calls] == ["nb", "en"]


def test_what_takes_no_viewer_is_not_kept() -> None:
    with pytest.raises(TypeError, match="viewer"):

        @kept
        def shared(data: Version) -> None: ...


def test_choices_that_may_change_are_refused(result) -> None:
    with pytest.raises(TypeError):
        result(Version(), viewer=BODO, choice=["now"])


def test_a_fault_is_not_kept() -> None:
    calls = []

    @kept
    def broken(*, viewer: object) -> None:
        calls.append(viewer)
        raise ValueError

    for _ in range(2):
        with pytest.raises(ValueError):
            broken(viewer=BODO)
    assert len(calls) == 2

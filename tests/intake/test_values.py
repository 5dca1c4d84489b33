"""Single cells: points of a scale, times, numbers and codes, or what was expected instead."""

import datetime

import pytest

from maturity.intake.sheet import Cell, Formula
from maturity.intake.values import ScaleReader, Unreadable, code, codes, day, decimal, text
from maturity.reference import reference

INSTRUMENT = reference().instruments["modenhet-6gen"]
NOON = datetime.datetime(2024, 3, 1, 12, 30)


@pytest.fixture(scope="module")
def scale() -> ScaleReader:
    return ScaleReader(INSTRUMENT.scale)


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        ("Helt enig", 5),
        (" helt  ENIG ", 5),
        ("Helt enig.", 5),
        ("Strongly agree", 5),
        ("1", 1),
        (3, 3),
        (4.0, 4),
        ("2.0", 2),
        ("2,0", 2),
    ],
)
def test_answer_by_label_or_number(scale: ScaleReader, cell: Cell, score: float):
    for _again in range(2):  # the second time it is remembered
        assert scale(cell) == (score, None)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [(None, None), ("  ", None), ("Vet ikke", "Vet ikke"), ("not relevant", "Not relevant")],
)
def test_no_answer_is_not_a_fault_and_keeps_its_reason(scale, cell: Cell, reason: str | None):
    assert scale(cell) == (None, reason)


@pytest.mark.parametrize(
    ("cell", "suggestion"),
    [
        ("6", None),
        ("0", None),
        ("-3", None),
        ("3.5", None),
        ("3,5", None),
        (6, None),
        (3.5, None),
        (True, None),
        (NOON, None),
        ("Heltt enig", "Helt enig"),
        ("ja", None),
        ("#N/A", None),
    ],
)
def test_answer_outside_the_scale_is_refused(scale, cell: Cell, suggestion: str | None):
    for _again in range(2):
        with pytest.raises(Unreadable) as fault:
            scale(cell)
        assert "Helt uenig, Litt uenig" in fault.value.expected
        assert "fra 1 til 5" in fault.value.expected
        assert fault.value.suggestion == suggestion


def test_formula_is_never_an_answer(scale: ScaleReader):
    for formula in (Formula("=1+1"), Formula("5")):
        with pytest.raises(Unreadable, match="formel"):
            scale(formula)


@pytest.mark.parametrize(
    ("cell", "moment"),
    [
        (NOON, NOON),
        (NOON.replace(tzinfo=datetime.UTC), NOON),
        (datetime.date(2024, 3, 1), datetime.datetime(2024, 3, 1)),
        ("2024-03-01 12:30", NOON),
        ("2024-03-01T12:30:00", NOON),
        ("2024-03-01T12:30:00+01:00", NOON),
        ("01.03.2024 12:30", NOON),
        ("1.3.2024 12:30:00", NOON),
        ("01.03.2024", datetime.datetime(2024, 3, 1)),
        (None, None),
        (" ", None),
    ],
)
def test_time_in_the_ways_of_exports(cell: Cell, moment: datetime.datetime | None):
    assert day(cell) == moment


@pytest.mark.parametrize(
    "cell", ["i går", "31.02.2024", "03/01/2024", 45352, 45352.5, "2024-13-01"]
)
def test_what_is_no_time_is_refused(cell: Cell):
    with pytest.raises(Unreadable, match="tidspunkt"):
        day(cell)


@pytest.mark.parametrize(
    ("cell", "number"), [("2,5", 2.5), ("2.5", 2.5), (" 5 ", 5), (1, 1), (4.999, 4.999)]
)
def test_decimal_comma_and_point(cell: Cell, number: float):
    assert decimal(cell, 1, 5) == number


@pytest.mark.parametrize(
    "cell", ["", None, "fem", "5,1", 0.99, "nan", "inf", "1 000", Formula("=2"), "1,234,5"]
)
def test_what_is_no_number_within_bounds_is_refused(cell: Cell):
    with pytest.raises(Unreadable, match="fra 1 til 5"):
        decimal(cell, 1, 5)


def test_code_by_name_in_any_language_with_suggestion():
    known = codes(reference().programme.phases)
    assert {code(cell, known) for cell in ("forarbeid", "FORARBEID ", "Preparation")} == {
        "forarbeid"
    }
    with pytest.raises(Unreadable) as fault:
        code("forarbeidd", known)
    assert fault.value.suggestion == "forarbeid"
    assert fault.value.expected == "ett av: forarbeid, dagssamling, etterarbeid"
    with pytest.raises(Unreadable):
        code(None, known)


@pytest.mark.parametrize(
    ("cell", "words"),
    [(None, None), (" \xa0\n", None), (" a \n b ", "a b"), (1804, "1804"), (Formula("=A1"), "=A1")],
)
def test_text_has_its_white_space_in_order(cell: Cell, words: str | None):
    assert text(cell) == words


def test_what_is_no_letter_becomes_a_blank():
    assert text("Tid\x00og\x17 penger\x1b[31m\uffff") == "Tid og penger [31m"

"""A kommune is recognised however it is written, and never guessed at."""

import unicodedata

import pytest

from maturity.intake.places import Places
from maturity.reference import reference


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(reference().kommuner)


@pytest.mark.parametrize(
    ("written", "kommune"),
    [
        ("1804", "1804"),
        (1804, "1804"),
        (1804.0, "1804"),
        ("Bodø", "1804"),
        ("BODØ KOMMUNE", "1804"),
        ("  bodø   kommune ", "1804"),
        ("1804 Bodø", "1804"),
        ("1804 - Bodø", "1804"),
        ("Bodø (1804)", "1804"),
        ("972418013", "1804"),
        (972418013, "1804"),
        ("972 418 013", "1804"),
        ("Hábmer", "1875"),
        (unicodedata.normalize("NFD", "Hábmer"), "1875"),
        ("hábmer suohkan", "1875"),
        ("Hábmer - Hamarøy", "1875"),
        ("Hamarøy/Hábmer", "1875"),
        ("Aarborte tjïelte", "1826"),
        ("Evenášši", "1853"),
        ("Bø", "1867"),
    ],
)
def test_spelling_names_its_kommune(places: Places, written: object, kommune: str):
    assert places.find(written) == kommune


@pytest.mark.parametrize(
    "written",
    [
        "Bodo",
        "Oslo",
        "0301",
        "",
        " ",
        "kommune",
        "Bodø - Rana",
        "1804 Rana",
        "18",
        "Hamar",
        "Bodø 2",
    ],
)
def test_nothing_is_guessed(places: Places, written: str):
    assert places.find(written) is None


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("Bodo", "Bodø"),
        ("Bødo kommune", "Bodø"),
        ("Bronnoy", "Brønnøy"),
        ("Habmer", "Hamarøy"),
        ("Hábmera suohkan", "Hamarøy"),
        ("Vestvågoy", "Vestvågøy"),
        ("Oslo", None),
        ("1805", None),
    ],
)
def test_near_name_is_suggested(places: Places, written: str, near: str | None):
    assert places.suggest(written) == near
